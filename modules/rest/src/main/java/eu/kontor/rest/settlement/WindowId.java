package eu.kontor.rest.settlement;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;

/** A window's id in an address: its month, such as {@code 2026-10}. */
public final class WindowId {

    /** Java's parser knows a thousand million years before and after these; the database does not. */
    public static final ValueRange YEARS = ValueRange.of(1, 9999);

    private WindowId() {}

    /** @throws Refusal {@code FIELD_MALFORMED} */
    public static YearMonth parse(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            YEARS.checkValidValue(month.getYear(), ChronoField.YEAR);
            return month;
        } catch (DateTimeException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "window",
                    "value",
                    text,
                    "expected",
                    Phrase.of("a-month-such-as", "2026-10"));
        }
    }
}
