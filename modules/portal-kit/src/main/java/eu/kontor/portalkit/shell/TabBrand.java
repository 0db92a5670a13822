package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Optional;

/**
 * The brand of a browser's tab: it is the first part of every address that the tab asks for, {@code /@<slug>/…}, so that two tabs of one
 * person may work for two brands, and what is pressed in one is never carried out for the other.
 *
 * @param slug as the address has it; whether there is such a brand, and whether the person belongs to it, is asked where it is used
 */
record TabBrand(String slug) {

    /** Begins the part of an address that names a brand; no view's address begins with it. */
    static final String SIGN = "@";

    /** Where {@link BrandInAddress} leaves what it took from the address. */
    static final String ATTRIBUTE = TabBrand.class.getName();

    /** The brand of the request's address; without a request, of the tab for which something is done. */
    static Optional<TabBrand> current() {
        VaadinRequest request = VaadinRequest.getCurrent();
        Optional<TabBrand> asked = request == null ? Optional.empty() : of(request);
        return asked.isPresent() ? asked : of(UI.getCurrent());
    }

    static Optional<TabBrand> of(VaadinRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String slug
                ? Optional.of(new TabBrand(slug))
                : Optional.empty();
    }

    static Optional<TabBrand> of(UI tab) {
        return tab == null ? Optional.empty() : Optional.ofNullable(ComponentUtil.getData(tab, TabBrand.class));
    }

    /**
     * The tab was opened at an address of this brand and stays so. Its web socket goes to the one address at which the server awaits web
     * sockets, beside the brand's: it carries no actions, only what is shown, and is found by the tab itself.
     */
    void keepIn(UI tab) {
        ComponentUtil.setData(tab, TabBrand.class, this);
        tab.getPushConfiguration().setPushServletMapping("../");
    }

    /** The address of this brand's start. */
    static String address(String contextPath, String slug) {
        return contextPath + '/' + SIGN + slug + '/';
    }
}
