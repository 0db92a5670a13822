package eu.kontor.rest.operations;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.settlement.WindowId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.function.Function;

/** A day or a moment in a query or a body. */
final class DayParameter {

    private DayParameter() {}

    /** @throws Refusal {@code FIELD_MISSING}, {@code FIELD_MALFORMED} */
    static LocalDate parse(String field, String text) {
        return parsed(field, text, Phrase.of("a-date-such-as", "2026-10-31"), given -> {
            LocalDate day = LocalDate.parse(given);
            WindowId.YEARS.checkValidValue(day.getYear(), ChronoField.YEAR);
            return day;
        });
    }

    /** @throws Refusal {@code FIELD_MISSING}, {@code FIELD_MALFORMED} */
    static Instant moment(String field, String text) {
        return parsed(field, text, Phrase.of("a-moment-such-as", "2026-10-31T23:59:59Z"), given -> {
            OffsetDateTime moment = OffsetDateTime.parse(given);
            WindowId.YEARS.checkValidValue(moment.getYear(), ChronoField.YEAR);
            return moment.toInstant();
        });
    }

    private static <T> T parsed(String field, String text, Phrase expected, Function<String, T> parser) {
        if (text == null || text.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw new Refusal(RefusalCode.FIELD_MALFORMED, "field", field, "value", text, "expected", expected);
        }
    }
}
