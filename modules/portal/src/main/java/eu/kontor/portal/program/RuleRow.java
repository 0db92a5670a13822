package eu.kontor.portal.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.binder.Binder;
import eu.kontor.kernel.Caller;
import eu.kontor.portal.program.ProgramFields.RuleFields;
import eu.kontor.portalkit.forms.LineField;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** One category and what it earns, in one row at a desk and in a card on a phone. */
final class RuleRow extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CATEGORY = 64;

    private final Binder<RuleFields> binder = new Binder<>();
    private final Div fields = new Div();
    private final Button remove;

    RuleRow(Caller caller, RuleFields rule, List<Currency> currencies, Runnable changed, Runnable removed) {
        addClassName("k-program-rule");
        fields.addClassName("k-program-fields");
        LineField category = new LineField(getTranslation("program.rule.category"));
        category.setMaxLength(LONGEST_CATEGORY);
        binder.forField(category)
                .asRequired(getTranslation("program.required"))
                .bind(each -> each.category, (each, typed) -> each.category = typed);
        fields.add(category);
        for (Currency currency : currencies) {
            BigDecimalField rate =
                    DraftForm.rate(getTranslation("program.rate", currency.getCurrencyCode()), caller.language());
            binder.forField(rate)
                    .withValidator(
                            typed -> DraftForm.isRate(typed) || typed == null && currencies.size() > 1,
                            getTranslation("program.rate.wrong"))
                    .bind(each -> each.rates.get(currency), (each, typed) -> put(each.rates, currency, typed));
            fields.add(rate);
        }
        for (String language : List.of("en", "es", "zh")) {
            LineField name = new LineField(getTranslation("program.rule.name." + language));
            name.setMaxLength(LONGEST_NAME);
            binder.forField(name)
                    .asRequired(getTranslation("program.required"))
                    .bind(
                            each -> each.names.getOrDefault(language, ""),
                            (each, typed) -> each.names.put(language, typed));
            fields.add(name);
        }
        remove = new Button(getTranslation("program.rule.remove"), click -> removed.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        binder.setBean(rule);
        binder.addValueChangeListener(change -> {
            if (rule.isComplete()) {
                changed.run();
            }
        });
        add(fields, remove);
    }

    /** @param lock says who decides it */
    void lock(Component lock) {
        binder.setReadOnly(true);
        remove.setVisible(false);
        add(lock);
    }

    void close() {
        binder.setReadOnly(true);
        remove.setVisible(false);
    }

    private static <V> void put(Map<Currency, V> rates, Currency currency, V typed) {
        if (typed == null) {
            rates.remove(currency);
        } else {
            rates.put(currency, typed);
        }
    }
}
