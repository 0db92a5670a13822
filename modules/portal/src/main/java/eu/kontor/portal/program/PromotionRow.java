package eu.kontor.portal.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationResult;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.api.PromotionModel;
import eu.kontor.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;

/** One promotion: as a sentence, and under it the fields that say when, what, how much at most, and until when. */
final class PromotionRow extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_POINTS = 1_000_000_000;
    private static final int MOST_ORDER = 99;
    private static final BigDecimal HIGHEST_FACTOR = new BigDecimal("100");

    private final transient ProgramPresenter presenter;
    private final transient Caller caller;
    private final transient Tenant brand;
    private final transient PromotionFields promotion;
    private final Binder<PromotionFields> binder = new Binder<>();
    private final Paragraph sentence = new Paragraph();
    private final Div giving = group();
    private final Button remove;

    PromotionRow(DraftForm.Desk desk, PromotionFields promotion, Runnable changed, Runnable removed) {
        this.presenter = desk.presenter();
        this.caller = desk.caller();
        this.brand = desk.brand();
        this.promotion = promotion;
        addClassNames("k-program-rule", "k-promotion");
        sentence.addClassName("k-promotion-sentence");
        sentence.getElement().setAttribute("aria-live", "polite");
        remove = new Button(getTranslation("program.promotion.remove"), click -> removed.run());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        fillGiving();
        add(sentence, names(), when(), giving, limits(), remove);
        binder.setBean(promotion);
        showGiving();
        say();
        binder.addValueChangeListener(change -> {
            showGiving();
            say();
            if (promotion.isComplete() && binder.isValid()) {
                changed.run();
            }
        });
    }

    /** @param lock says who decides it */
    void lock(Component lock) {
        close();
        add(lock);
    }

    void close() {
        binder.setReadOnly(true);
        remove.setVisible(false);
    }

    private void say() {
        sentence.setText(
                promotion.isComplete()
                        ? presenter.sentence(caller, promotion.promotion(presenter::expression))
                        : getTranslation("program.promotion.incomplete"));
    }

    private Div names() {
        Div fields = group();
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
        return fields;
    }

    private Div when() {
        Div fields = group();
        LineField categories = new LineField(getTranslation("program.promotion.categories"));
        categories.setHelperText(getTranslation("program.promotion.categories.hint"));
        binder.forField(categories).bind(each -> each.categories, (each, typed) -> each.categories = typed);
        BigDecimalField amount = DraftForm.rate(getTranslation("program.promotion.fromAmount"), caller.language());
        binder.forField(amount)
                .withValidator(
                        typed -> typed == null || typed.signum() > 0 && typed.scale() <= 2,
                        getTranslation("program.example.positive"))
                .bind(each -> each.fromAmount, (each, typed) -> each.fromAmount = typed);
        TimePicker from = time("program.promotion.fromTime");
        binder.forField(from).bind(each -> each.fromTime, (each, typed) -> each.fromTime = typed);
        TimePicker before = time("program.promotion.beforeTime");
        binder.forField(before).bind(each -> each.beforeTime, (each, typed) -> each.beforeTime = typed);
        Checkbox first = new Checkbox(getTranslation("program.promotion.firstVisit"));
        binder.forField(first).bind(each -> each.firstVisit, (each, typed) -> each.firstVisit = typed);
        fields.add(categories, amount, from, before, first);
        Div all = new Div(weekdays(), fields, others());
        all.addClassName("k-form");
        if (brand.outlets().size() > 1) {
            all.addComponentAsFirst(outlets());
        }
        return all;
    }

    private CheckboxGroup<DayOfWeek> weekdays() {
        CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>(getTranslation("program.promotion.weekdays"));
        weekdays.setItems(DayOfWeek.values());
        weekdays.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT, caller.language()));
        binder.forField(weekdays)
                .bind(each -> each.weekdays, (each, chosen) -> each.weekdays = new LinkedHashSet<>(chosen));
        return weekdays;
    }

    private CheckboxGroup<String> outlets() {
        CheckboxGroup<String> outlets = new CheckboxGroup<>(getTranslation("program.promotion.outlets"));
        outlets.setItems(brand.outlets().stream().map(Tenant.Outlet::code).toList());
        outlets.setItemLabelGenerator(
                code -> brand.outlet(code).map(Tenant.Outlet::name).orElse(code));
        binder.forField(outlets)
                .bind(each -> each.outlets, (each, chosen) -> each.outlets = new LinkedHashSet<>(chosen));
        return outlets;
    }

    private LinesField others() {
        LinesField others = new LinesField(getTranslation("program.promotion.others"));
        others.setHelperText(getTranslation("program.promotion.others.hint"));
        others.setMaxLength(PromotionModel.LONGEST);
        others.setWidthFull();
        binder.forField(others)
                .withValidator((typed, context) -> presenter
                        .mistake(caller, typed)
                        .map(ValidationResult::error)
                        .orElseGet(ValidationResult::ok))
                .bind(each -> each.others, (each, typed) -> each.others = typed.strip());
        return others;
    }

    private void fillGiving() {
        Select<PromotionFields.Kind> kind = new Select<>();
        kind.setLabel(getTranslation("program.promotion.give"));
        kind.setItems(PromotionFields.Kind.values());
        kind.setItemLabelGenerator(each -> getTranslation("program.promotion.give." + each));
        binder.forField(kind).bind(each -> each.kind, (each, chosen) -> each.kind = chosen);
        giving.add(kind, points(), times());
        brand.currencies().forEach(currency -> giving.add(perUnit(currency)));
    }

    private void showGiving() {
        show("points", PromotionFields.Kind.POINTS);
        show("times", PromotionFields.Kind.TIMES);
        show("per-unit", PromotionFields.Kind.PER_UNIT);
    }

    private void show(String name, PromotionFields.Kind kind) {
        giving.getChildren()
                .filter(field -> field.getElement().getClassList().contains(name))
                .forEach(field -> field.setVisible(promotion.kind == kind));
    }

    private IntegerField points() {
        IntegerField points = new IntegerField(getTranslation("program.promotion.points"));
        points.addClassName("points");
        binder.forField(points)
                .withValidator(
                        typed -> promotion.kind != PromotionFields.Kind.POINTS
                                || typed != null && typed >= 1 && typed <= MOST_POINTS,
                        getTranslation("program.whole.wrong", 1, MOST_POINTS))
                .bind(each -> each.points, (each, typed) -> each.points = typed);
        return points;
    }

    private BigDecimalField times() {
        BigDecimalField times = DraftForm.rate(getTranslation("program.promotion.times"), caller.language());
        times.addClassName("times");
        binder.forField(times)
                .withValidator(
                        typed -> promotion.kind != PromotionFields.Kind.TIMES
                                || typed != null
                                        && typed.compareTo(BigDecimal.ONE) > 0
                                        && typed.compareTo(HIGHEST_FACTOR) <= 0,
                        getTranslation("program.promotion.times.wrong"))
                .bind(each -> each.times, (each, typed) -> each.times = typed);
        return times;
    }

    private BigDecimalField perUnit(Currency currency) {
        BigDecimalField rate = DraftForm.rate(
                getTranslation("program.promotion.perUnit", currency.getCurrencyCode()), caller.language());
        rate.addClassName("per-unit");
        binder.forField(rate)
                .withValidator(
                        typed -> typed == null || DraftForm.isRate(typed) && typed.signum() > 0,
                        getTranslation("program.rate.wrong"))
                .bind(each -> each.perUnit.get(currency), (each, typed) -> {
                    if (typed == null) {
                        each.perUnit.remove(currency);
                    } else {
                        each.perUnit.put(currency, typed);
                    }
                });
        return rate;
    }

    private Div limits() {
        Div fields = group();
        IntegerField most = new IntegerField(getTranslation("program.promotion.atMost"));
        binder.forField(most)
                .withValidator(
                        typed -> typed == null || typed >= 1 && typed <= MOST_POINTS,
                        getTranslation("program.whole.wrong", 1, MOST_POINTS))
                .bind(each -> each.atMost, (each, typed) -> each.atMost = typed);
        DatePicker from = day("program.promotion.from");
        binder.forField(from).bind(each -> each.from, (each, chosen) -> each.from = chosen);
        DatePicker until = day("program.promotion.until");
        binder.forField(until)
                .withValidator(
                        chosen -> chosen == null || from.getValue() == null || !chosen.isBefore(from.getValue()),
                        getTranslation("program.promotion.until.wrong"))
                .bind(each -> each.until, (each, chosen) -> each.until = chosen);
        LineField group = new LineField(getTranslation("program.promotion.group"));
        group.setHelperText(getTranslation("program.promotion.group.hint"));
        binder.forField(group).bind(each -> each.group, (each, typed) -> each.group = typed);
        Select<Stacking> stacking = new Select<>();
        stacking.setLabel(getTranslation("program.promotion.stacking"));
        stacking.setItems(Stacking.values());
        stacking.setItemLabelGenerator(each -> getTranslation("program.promotion.stacking." + each));
        binder.forField(stacking).bind(each -> each.stacking, (each, chosen) -> each.stacking = chosen);
        IntegerField order = new IntegerField(getTranslation("program.promotion.order"));
        binder.forField(order)
                .withValidator(
                        typed -> typed == null || typed >= 0 && typed <= MOST_ORDER,
                        getTranslation("program.whole.wrong", 0, MOST_ORDER))
                .bind(each -> each.order, (each, typed) -> each.order = typed);
        fields.add(most, from, until, group, stacking, order);
        return fields;
    }

    private DatePicker day(String label) {
        DatePicker day = new DatePicker(getTranslation(label));
        day.setI18n(DayWords.in(caller.language()));
        day.setLocale(caller.language());
        day.setClearButtonVisible(true);
        return day;
    }

    private TimePicker time(String label) {
        TimePicker time = new TimePicker(getTranslation(label));
        time.setLocale(caller.language());
        time.setClearButtonVisible(true);
        return time;
    }

    private static Div group() {
        Div fields = new Div();
        fields.addClassName("k-program-fields");
        return fields;
    }
}
