package eu.kontor.rest.operations;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A day in a query. */
final class DayParameter {

    private DayParameter() {}

    /** @throws Refusal {@code FIELD_MISSING}, {@code FIELD_MALFORMED} */
    static LocalDate parse(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED, "field", field, "value", text, "expected", "a day such as 2026-10-31");
        }
    }
}
