package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.portalkit.forms.LineField;

/** The number that is printed on the bill: with it the bill counts once, whoever types it again, and in the night's file. */
final class BillNumber extends LineField {

    private static final long serialVersionUID = 1L;

    BillNumber(Desk desk) {
        super(desk.text("bill"));
        setPlaceholder(desk.text("bill.placeholder"));
        setMaxLength(Purchase.MAX_TEXT);
        setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        addClassName("k-till-bill");
    }

    /** Without what a scanner adds around it; empty: none. */
    String typed() {
        return getValue().strip();
    }
}
