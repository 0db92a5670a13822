package eu.kontor.portalkit.i18n;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Dates as people say them, the exact ones on hover. */
public final class Moments {

    private Moments() {}

    /** A day, near days by their names. */
    public static Span day(LocalDate date, LocalDate today, Locale language) {
        Formats formats = Formats.in(language);
        Span span = new Span(formats.dayNear(date, today));
        span.setTitle(formats.day(date));
        span.getElement().setAttribute("data-date", date.toString());
        return span;
    }

    /** A moment, near moments by how long ago they were. */
    public static Span moment(Instant moment, Instant now, ZoneId zone, Locale language) {
        Formats formats = Formats.in(language);
        Span span = new Span(formats.momentNear(moment, now, zone));
        span.setTitle(formats.exactly(moment, zone));
        return span;
    }
}
