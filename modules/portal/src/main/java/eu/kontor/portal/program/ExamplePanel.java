package eu.kontor.portal.program;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A bill beside the form: what it would earn by what stands there now, and why. */
final class ExamplePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal A_DINNER = new BigDecimal("60.00");

    private final transient ProgramPresenter presenter;
    private final transient Caller caller;
    private final transient Bill bill = new Bill();
    private final BigDecimalField amount = new BigDecimalField();
    private final Select<String> category = new Select<>();
    private final Paragraph answer = new Paragraph();
    private transient Program program;

    /** What is typed. */
    private static final class Bill {
        private BigDecimal amount = A_DINNER;
        private String category = "";
        private Currency currency;
    }

    ExamplePanel(ProgramPresenter presenter, Caller caller, Tenant brand, Program program) {
        this.presenter = presenter;
        this.caller = caller;
        this.program = program;
        bill.currency = brand.currencies().getFirst();
        amount.setLabel(getTranslation("program.example.amount", bill.currency.getCurrencyCode()));
        amount.setLocale(caller.language());
        amount.setValueChangeMode(ValueChangeMode.EAGER);
        category.setLabel(getTranslation("program.example.category"));
        category.setItemLabelGenerator(each -> each.isEmpty() ? getTranslation("program.example.none") : each);
        answer.addClassName("k-example");
        answer.getElement().setAttribute("aria-live", "polite");
        Binder<Bill> binder = new Binder<>();
        binder.forField(amount)
                .withValidator(typed -> typed != null && typed.signum() > 0, getTranslation("program.example.positive"))
                .bind(each -> each.amount, (each, typed) -> each.amount = typed);
        binder.forField(category)
                .bind(each -> each.category, (each, chosen) -> each.category = chosen == null ? "" : chosen);
        follow(program);
        binder.setBean(bill);
        binder.addValueChangeListener(change -> answer());
        Div fields = new Div(amount, category);
        fields.addClassName("k-program-fields");
        add(new Panel(getTranslation("program.example"), fields, answer));
        answer();
    }

    /** What stands in the form changed. */
    void follow(Program next) {
        program = next;
        List<String> categories = new ArrayList<>(List.of(""));
        next.categoryRates().stream().map(CategoryRate::category).forEach(categories::add);
        String chosen = categories.contains(bill.category) ? bill.category : "";
        category.setItems(categories);
        category.setValue(chosen);
        answer();
    }

    private void answer() {
        if (bill.amount == null || program == null) {
            return;
        }
        try {
            int decimals = bill.currency.getDefaultFractionDigits();
            MoneyAmount money = new MoneyAmount(bill.amount.setScale(decimals, RoundingMode.HALF_UP), bill.currency);
            answer.setText(presenter.example(caller, program, money, bill.category));
        } catch (Refusal refusal) {
            answer.setText(refusal.sentence(caller.language()));
        }
    }
}
