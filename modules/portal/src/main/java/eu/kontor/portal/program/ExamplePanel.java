package eu.kontor.portal.program;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.portal.program.ProgramPresenter.Example;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A bill beside the form: what it would earn by what stands there now, and why. */
final class ExamplePanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal A_DINNER = new BigDecimal("60.00");
    private static final LocalTime LUNCH = LocalTime.of(13, 0);

    private final transient ProgramPresenter presenter;
    private final transient Caller caller;
    private final transient Bill bill = new Bill();
    private final Div fields = new Div();
    private final BigDecimalField amount = new BigDecimalField();
    private final Select<String> category = new Select<>();
    private final Paragraph answer = new Paragraph();
    private final UnorderedList notGiven = new UnorderedList();
    private transient Program program;

    /** What is typed. */
    private static final class Bill {
        private BigDecimal amount = A_DINNER;
        private String category = "";
        private Currency currency;
        private String outlet;
        private LocalDate day;
        private LocalTime time = LUNCH;
        private boolean firstVisit;
    }

    ExamplePanel(ProgramPresenter presenter, Caller caller, Tenant brand, Program program) {
        this.presenter = presenter;
        this.caller = caller;
        this.program = program;
        bill.currency = brand.currencies().getFirst();
        bill.outlet = brand.outlets().getFirst().code();
        bill.day = program.validFrom().isAfter(presenter.today(caller, brand.slug()))
                ? program.validFrom()
                : presenter.today(caller, brand.slug());
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
        occasion(binder, brand);
        follow(program);
        binder.setBean(bill);
        binder.addValueChangeListener(change -> answer());
        fields.addComponentAtIndex(0, category);
        fields.addComponentAtIndex(0, amount);
        fields.addClassName("k-program-fields");
        notGiven.addClassNames("k-quiet", "k-not-given");
        add(new Panel(getTranslation("program.example"), fields, answer, notGiven));
        answer();
    }

    /** Where and when it is bought: promotions ask for that. */
    private void occasion(Binder<Bill> binder, Tenant brand) {
        if (brand.outlets().size() > 1) {
            Select<String> outlet = new Select<>();
            outlet.setLabel(getTranslation("program.example.outlet"));
            outlet.setItems(brand.outlets().stream().map(Tenant.Outlet::code).toList());
            outlet.setItemLabelGenerator(
                    code -> brand.outlet(code).map(Tenant.Outlet::name).orElse(code));
            binder.forField(outlet).bind(each -> each.outlet, (each, chosen) -> each.outlet = chosen);
            fields.add(outlet);
        }
        DatePicker day = new DatePicker(getTranslation("program.example.day"));
        day.setI18n(DayWords.in(caller.language()));
        day.setLocale(caller.language());
        binder.forField(day)
                .asRequired(getTranslation("program.required"))
                .bind(each -> each.day, (each, chosen) -> each.day = chosen);
        TimePicker time = new TimePicker(getTranslation("program.example.time"));
        time.setLocale(caller.language());
        binder.forField(time).bind(each -> each.time, (each, chosen) -> each.time = chosen);
        Checkbox first = new Checkbox(getTranslation("program.promotion.firstVisit"));
        binder.forField(first).bind(each -> each.firstVisit, (each, chosen) -> each.firstVisit = chosen);
        fields.add(day, time, first);
    }

    /** What stands in the form changed. */
    void follow(Program next) {
        program = next;
        List<String> categories = new ArrayList<>(List.of(""));
        Stream.concat(
                        next.categoryRates().stream().map(CategoryRate::category),
                        next.promotions().stream().flatMap(each -> each.categories().stream()))
                .distinct()
                .forEach(categories::add);
        String chosen = categories.contains(bill.category) ? bill.category : "";
        category.setItems(categories);
        category.setValue(chosen);
        answer();
    }

    private void answer() {
        if (bill.amount == null || bill.day == null || program == null) {
            return;
        }
        try {
            int decimals = bill.currency.getDefaultFractionDigits();
            MoneyAmount money = new MoneyAmount(bill.amount.setScale(decimals, RoundingMode.HALF_UP), bill.currency);
            Example example = presenter.example(
                    caller,
                    program,
                    money,
                    bill.category,
                    new Occasion(bill.outlet, bill.day, Optional.ofNullable(bill.time)),
                    bill.firstVisit);
            answer.setText(example.earned());
            notGiven.removeAll();
            example.notGiven().forEach(sentence -> notGiven.add(new ListItem(sentence)));
        } catch (Refusal refusal) {
            answer.setText(refusal.sentence(caller.language()));
        }
    }
}
