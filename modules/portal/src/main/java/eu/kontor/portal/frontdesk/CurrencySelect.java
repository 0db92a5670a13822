package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.select.Select;
import java.util.Currency;
import java.util.List;

/** Which of the tenant's currencies the bill is in; not there where the tenant has only one. */
final class CurrencySelect extends Select<Currency> {

    private static final long serialVersionUID = 1L;

    CurrencySelect(Desk desk) {
        List<Currency> currencies = desk.tenant().currencies();
        setLabel(desk.text("currency"));
        setItems(currencies);
        setItemLabelGenerator(Currency::getCurrencyCode);
        setValue(currencies.getFirst());
        setVisible(currencies.size() > 1);
    }
}
