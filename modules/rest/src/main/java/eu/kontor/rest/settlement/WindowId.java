package eu.kontor.rest.settlement;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.DateTimeException;
import java.time.YearMonth;

/** A window's id in an address: its month, such as {@code 2026-10}. */
public final class WindowId {

    private WindowId() {}

    /** @throws Refusal {@code FIELD_MALFORMED} */
    public static YearMonth parse(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "window",
                    "value",
                    text,
                    "expected",
                    "a month such as 2026-10");
        }
    }
}
