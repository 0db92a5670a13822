package eu.kontor.portal.program;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.Binder;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.program.api.ProgramPlan;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** From which day on an approved draft is to hold. */
final class PublishBar extends Div {

    private static final long serialVersionUID = 1L;

    PublishBar(Wording wording, ProgramPlan plan, Consumer<LocalDate> publish) {
        addClassName("k-program-publish");
        AtomicReference<LocalDate> chosen = new AtomicReference<>(plan.firstDay());
        DatePicker day = new DatePicker(getTranslation("program.publish.from"));
        day.setI18n(DayWords.in(wording.language()));
        day.setLocale(wording.language());
        day.setMin(plan.firstPossibleDay());
        Binder<AtomicReference<LocalDate>> binder = new Binder<>();
        binder.forField(day)
                .asRequired(getTranslation("program.required"))
                .withValidator(
                        typed -> !typed.isBefore(plan.firstPossibleDay()),
                        getTranslation(
                                "program.publish.early", wording.formats().day(plan.firstPossibleDay())))
                .bind(AtomicReference::get, AtomicReference::set);
        binder.setBean(chosen);
        Button button = new Button(getTranslation("program.publish"), click -> {
            if (binder.validate().isOk()) {
                publish.accept(chosen.get());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(day, button);
    }
}
