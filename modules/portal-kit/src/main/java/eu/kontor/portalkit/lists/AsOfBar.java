package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.portalkit.i18n.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Day and time of the moment whose figures are shown, empty for now; while it is the past, a line says so and leads back. */
public final class AsOfBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;
    private final transient ZoneId zone;
    private final transient Consumer<Optional<AsOf>> whenChosen;
    private final DatePicker day = new DatePicker();
    private final TimePicker time = new TimePicker();
    private final Span sign = new Span();
    private final Div past = new Div();

    /**
     * @param zone in which the person tells the time
     * @param whenChosen shows the figures of that moment, of now when empty
     */
    public AsOfBar(Wording wording, ZoneId zone, Consumer<Optional<AsOf>> whenChosen) {
        this.wording = wording;
        this.zone = zone;
        this.whenChosen = whenChosen;
        addClassName("k-as-of");
        fields();
        Div sentence = new Div(new Span(getTranslation("look.asOf")), day, time);
        sentence.addClassNames("k-filter", "k-as-of-fields");
        sentence.getElement().setAttribute("role", "group");
        sentence.getElement().setAttribute("aria-label", getTranslation("look.asOf"));
        sign.addClassName("k-strong");
        sign.getElement().setAttribute("role", "status");
        Button back = new Button(getTranslation("look.asOf.back"), click -> choose(Optional.empty()));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        past.addClassName("k-past");
        past.add(sign, back);
        add(sentence, past);
        show(Optional.empty());
    }

    private void fields() {
        day.setAriaLabel(getTranslation("look.asOf.day"));
        day.setPlaceholder(getTranslation("look.asOf.now"));
        day.setI18n(DayWords.in(wording.language()));
        day.setLocale(wording.language());
        day.setClearButtonVisible(true);
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(Optional.ofNullable(change.getValue()).map(chosen -> at(chosen, time.getValue())));
            }
        });
        time.setAriaLabel(getTranslation("look.asOf.time"));
        time.setPlaceholder(getTranslation("look.asOf.now"));
        time.setLocale(Locale.UK); // 23:59 in every language, as times are written everywhere
        time.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                LocalDate chosen = day.getValue() == null ? LocalDate.ofInstant(now(), zone) : day.getValue();
                choose(Optional.of(at(chosen, change.getValue())));
            }
        });
    }

    /** @param at null for a day without a time */
    private AsOf at(LocalDate chosen, LocalTime at) {
        return at == null ? AsOf.endOf(chosen, zone, now()) : new AsOf(chosen.atTime(at), zone);
    }

    private void choose(Optional<AsOf> asOf) {
        show(asOf);
        whenChosen.accept(asOf);
    }

    /** Shows a choice that was made elsewhere, such as in the address. */
    public void show(Optional<AsOf> asOf) {
        day.setValue(asOf.map(chosen -> chosen.minute().toLocalDate()).orElse(null));
        time.setValue(asOf.map(chosen -> chosen.minute().toLocalTime()).orElse(null));
        sign.setText(asOf.map(chosen -> getTranslation("look.asOf.sign", chosen.inWords(wording.formats())))
                .orElse(""));
        sign.setTitle(asOf.map(chosen -> wording.formats().exactly(chosen.moment(now()), zone))
                .orElse(""));
        past.setVisible(asOf.isPresent());
    }

    private Instant now() {
        return wording.clock().instant();
    }
}
