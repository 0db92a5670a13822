package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Currency;
import java.util.List;

/** Which of the tenant's currencies the bill is in; not there where the tenant has only one. */
final class CurrencySelect extends Select<Currency> {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;

    CurrencySelect(Desk desk) {
        this.desk = desk;
        List<Currency> currencies = desk.tenant().currencies();
        setLabel(desk.text("currency"));
        setItems(currencies);
        setItemLabelGenerator(Currency::getCurrencyCode);
        setValue(currencies.getFirst());
        setVisible(currencies.size() > 1);
    }

    /** Beside a field, as amounts in sentences have it. */
    Span sign() {
        return new Span(desk.words().formats().sign(getValue()));
    }
}
