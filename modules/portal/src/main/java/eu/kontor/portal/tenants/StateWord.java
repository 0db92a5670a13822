package eu.kontor.portal.tenants;

import com.vaadin.flow.component.html.Span;
import eu.kontor.tenancy.api.Tenant;

/** A brand's state in a word; the colour only repeats it. */
final class StateWord extends Span {

    private static final long serialVersionUID = 1L;

    StateWord(Tenant.State state) {
        addClassNames("k-badge", look(state));
        setText(getTranslation("tenants.state." + state.name()));
    }

    static String look(Tenant.State state) {
        return switch (state) {
            case PROVISIONING -> "k-badge-active";
            case ACTIVE -> "k-badge-good";
            case SUSPENDED -> "k-badge-warning";
        };
    }
}
