package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.kontor.portalkit.shell.Preferences;
import eu.kontor.tenancy.api.Tenant;

/** At which of the brand's places this browser stands; the browser remembers. */
final class OutletSelect extends Div {

    private static final long serialVersionUID = 1L;

    private final Select<Tenant.Outlet> select = new Select<>();

    OutletSelect(Desk desk) {
        addClassName("k-outlet");
        String memory = "kontor-outlet-" + desk.tenant().slug();
        select.setItems(desk.tenant().outlets());
        select.setItemLabelGenerator(Tenant.Outlet::name);
        select.setPrefixComponent(new com.vaadin.flow.component.html.Span(desk.text("at")));
        select.setAriaLabel(desk.text("outlet"));
        select.setValue(Preferences.recall(memory)
                .flatMap(code -> desk.tenant().outlet(code))
                .orElseGet(() -> desk.tenant().outlets().getFirst()));
        select.addValueChangeListener(
                change -> Preferences.remember(memory, change.getValue().code()));
        add(select);
    }

    /** Another outlet asks for other parts of a bill. */
    void whenChanged(Runnable action) {
        select.addValueChangeListener(change -> action.run());
    }

    String code() {
        return select.getValue().code();
    }
}
