package eu.kontor.portal.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.Binder;
import eu.kontor.kernel.Caller;
import eu.kontor.portal.program.ProgramFields.RuleFields;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The fields of a draft. What is typed and can be is handed on at once; what cannot be is said at its field, and stays there. */
final class DraftForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000");
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 365;
    private static final int MOST_MINIMUM = 1_000_000_000;

    private final transient ProgramPresenter presenter;
    private final transient ProgramFields fields;
    private final transient Caller caller;
    private final transient Tenant brand;
    private final transient Locks locks;
    private final transient Consumer<Program> changed;
    private final Binder<ProgramFields> binder = new Binder<>();
    private final Div rules = new Div();
    private final Div promotions = new Div();
    private final transient Set<HasValueAndElement<?, ?>> locked = new LinkedHashSet<>();
    private final boolean isOpen;

    /** Who writes, and of which brand. */
    record Desk(ProgramPresenter presenter, Caller caller, Tenant brand) {}

    /**
     * What can be written in.
     *
     * @param isOpen whether anything can
     * @param of what is shown beside a field that is locked; null for one that is not
     */
    record Locks(boolean isOpen, Function<ProgramElement, Component> of) {}

    DraftForm(Desk desk, Program program, Locks locks, Consumer<Program> changed) {
        this.presenter = desk.presenter();
        this.fields = new ProgramFields(program, presenter::condition, presenter::expression);
        this.caller = desk.caller();
        this.brand = desk.brand();
        this.isOpen = locks.isOpen();
        this.locks = locks;
        this.changed = changed;
        addClassName("k-draft-form");
        add(
                new Panel(getTranslation("program.form.earning"), earning()),
                new Panel(getTranslation("program.form.rules"), rules()),
                new Panel(getTranslation("program.form.promotions"), promotions()),
                new Panel(getTranslation("program.form.spending"), spending()),
                new Panel(getTranslation("program.form.day"), day()));
        binder.setBean(fields);
        binder.setReadOnly(!isOpen);
        locked.forEach(field -> field.setReadOnly(true));
        binder.addValueChangeListener(change -> changed());
    }

    static BigDecimalField rate(String label, Locale language) {
        BigDecimalField rate = new BigDecimalField(label);
        rate.setLocale(language);
        return rate;
    }

    static boolean isRate(BigDecimal typed) {
        return typed != null && typed.signum() >= 0 && typed.compareTo(HIGHEST_RATE) <= 0 && isShort(typed);
    }

    private static boolean isShort(BigDecimal typed) {
        return typed.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    private Component earning() {
        Div all = group();
        for (Currency currency : brand.currencies()) {
            BigDecimalField base = rate(getTranslation("program.base", currency.getCurrencyCode()), caller.language());
            binder.forField(base)
                    .withValidator(DraftForm::isRate, getTranslation("program.rate.wrong"))
                    .bind(each -> each.base.get(currency), (each, typed) -> each.base.put(currency, typed));
            all.add(row(new ProgramElement(Kind.BASE_RATE, currency.getCurrencyCode()), base));
        }
        CheckboxGroup<LineKind> nothing = new CheckboxGroup<>(getTranslation("program.earnsNothing"));
        nothing.setItems(Arrays.stream(LineKind.values())
                .filter(kind -> kind != LineKind.DISCOUNT)
                .toList());
        nothing.setItemLabelGenerator(kind -> getTranslation("program.kind." + kind));
        binder.forField(nothing)
                .bind(each -> each.earnsNothing, (each, chosen) -> each.earnsNothing = new LinkedHashSet<>(chosen));
        Select<PointsRounding> rounding = new Select<>();
        rounding.setLabel(getTranslation("program.rounding"));
        rounding.setWidth("min(15rem, 100%)"); // the longest of its words in Spanish
        rounding.setItems(PointsRounding.values());
        rounding.setItemLabelGenerator(each -> getTranslation("program.rounding." + each));
        binder.forField(rounding).bind(each -> each.rounding, (each, chosen) -> each.rounding = chosen);
        all.add(row(ProgramElement.of(Kind.ROUNDING), rounding), row(ProgramElement.of(Kind.EARNS_NOTHING), nothing));
        return all;
    }

    private Component rules() {
        rules.addClassName("k-program-rules");
        fields.rules.forEach(rule -> rules.add(row(rule)));
        Button add = new Button(getTranslation("program.rule.add"), click -> {
            RuleFields rule = new RuleFields();
            fields.rules.add(rule);
            rules.add(row(rule));
        });
        add.setVisible(isOpen);
        Div all = new Div(rules, add);
        all.addClassName("k-form");
        return all;
    }

    private RuleRow row(RuleFields rule) {
        RuleRow[] itself = new RuleRow[1];
        RuleRow row = new RuleRow(caller, rule, brand.currencies(), this::changed, () -> {
            fields.rules.remove(rule);
            rules.remove(itself[0]);
            changed();
        });
        itself[0] = row;
        Component lock =
                rule.rule.isEmpty() ? null : locks.of().apply(new ProgramElement(Kind.CATEGORY_RATE, rule.rule));
        if (lock != null) {
            row.lock(lock);
        } else if (!isOpen) {
            row.close();
        }
        return row;
    }

    private Component promotions() {
        promotions.addClassName("k-program-rules");
        fields.promotions.forEach(promotion -> promotions.add(row(promotion)));
        Button add = new Button(getTranslation("program.promotion.add"), click -> {
            PromotionFields promotion = new PromotionFields();
            fields.promotions.add(promotion);
            promotions.add(row(promotion));
        });
        add.setVisible(isOpen);
        Div all = new Div(promotions, add);
        all.addClassName("k-form");
        return all;
    }

    private PromotionRow row(PromotionFields promotion) {
        PromotionRow[] itself = new PromotionRow[1];
        PromotionRow row = new PromotionRow(new Desk(presenter, caller, brand), promotion, this::changed, () -> {
            fields.promotions.remove(promotion);
            promotions.remove(itself[0]);
            changed();
        });
        itself[0] = row;
        Component lock =
                promotion.id.isEmpty() ? null : locks.of().apply(new ProgramElement(Kind.PROMOTION, promotion.id));
        if (lock != null) {
            row.lock(lock);
        } else if (!isOpen) {
            row.close();
        }
        return row;
    }

    private Component spending() {
        Div all = group();
        for (Currency currency : brand.currencies()) {
            BigDecimalField value =
                    rate(getTranslation("program.value", currency.getCurrencyCode()), caller.language());
            boolean mayBeMissing = brand.currencies().size() > 1;
            binder.forField(value)
                    .withValidator(
                            typed -> typed == null ? mayBeMissing : typed.signum() > 0 && isShort(typed),
                            getTranslation("program.value.wrong"))
                    .bind(each -> each.value.get(currency), (each, typed) -> {
                        if (typed == null) {
                            each.value.remove(currency);
                        } else {
                            each.value.put(currency, typed);
                        }
                    });
            all.add(row(new ProgramElement(Kind.VALUE_PER_POINT, currency.getCurrencyCode()), value));
        }
        IntegerField minimum = whole("program.minimum", 1, MOST_MINIMUM);
        bindWhole(minimum, 1, MOST_MINIMUM, each -> each.minimum, (each, typed) -> each.minimum = typed);
        BigDecimalField percent = rate(getTranslation("program.mostPaid"), caller.language());
        binder.forField(percent)
                .withValidator(
                        typed -> typed != null && typed.signum() > 0 && typed.compareTo(HUNDRED) <= 0,
                        getTranslation("program.mostPaid.wrong"))
                .bind(each -> each.percent, (each, typed) -> each.percent = typed);
        IntegerField months = whole("program.months", 1, MOST_MONTHS);
        bindWhole(months, 1, MOST_MONTHS, each -> each.months, (each, typed) -> each.months = typed);
        Select<Expiry> expiry = new Select<>();
        expiry.setLabel(getTranslation("program.expiry"));
        expiry.setItems(Expiry.values());
        expiry.setItemLabelGenerator(each -> getTranslation("program.expiry." + each));
        binder.forField(expiry).bind(each -> each.expiry, (each, chosen) -> each.expiry = chosen);
        IntegerField pending = whole("program.pending", 0, MOST_DAYS);
        bindWhole(pending, 0, MOST_DAYS, each -> each.pendingDays, (each, typed) -> each.pendingDays = typed);
        all.add(
                row(ProgramElement.of(Kind.MINIMUM_REDEMPTION), minimum),
                row(ProgramElement.of(Kind.MOST_PAID_WITH_POINTS), percent),
                row(ProgramElement.of(Kind.EXPIRY), months, expiry),
                row(ProgramElement.of(Kind.PENDING_DAYS), pending));
        return all;
    }

    private Component day() {
        DatePicker day = new DatePicker(getTranslation("program.firstDay"));
        day.setI18n(DayWords.in(caller.language()));
        day.setLocale(caller.language());
        day.setHelperText(getTranslation("program.firstDay.hint"));
        binder.forField(day)
                .asRequired(getTranslation("program.required"))
                .bind(each -> each.firstDay, (each, chosen) -> each.firstDay = chosen);
        Div all = group();
        all.add(day);
        return all;
    }

    private IntegerField whole(String label, int least, int most) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setMin(least);
        field.setMax(most);
        return field;
    }

    private void bindWhole(
            IntegerField field,
            int least,
            int most,
            com.vaadin.flow.function.ValueProvider<ProgramFields, Integer> get,
            com.vaadin.flow.data.binder.Setter<ProgramFields, Integer> set) {
        binder.forField(field)
                .withValidator(
                        typed -> typed != null && typed >= least && typed <= most,
                        getTranslation("program.whole.wrong", least, most))
                .bind(get, set);
    }

    private static Div group() {
        Div all = new Div();
        all.addClassName("k-program-fields");
        return all;
    }

    /** An element with its fields, and who decides it, where that is not here. */
    private Component row(ProgramElement element, HasValueAndElement<?, ?>... values) {
        Div row = new Div();
        row.addClassName("k-program-row");
        List.of(values).forEach(value -> row.getElement().appendChild(value.getElement()));
        Component lock = locks.of().apply(element);
        if (lock != null) {
            locked.addAll(List.of(values));
            row.add(lock);
        }
        return row;
    }

    private void changed() {
        changed.accept(fields.program());
    }
}
