package eu.kontor.rest.till;

import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A till's own words in a query. */
final class OwnWordsParameters {

    private OwnWordsParameters() {}

    /** @throws Refusal {@code FIELD_MALFORMED} for what is no day; what is missing is said by the use case */
    static OwnWords of(String outlet, String businessDate, String reference) {
        return new OwnWords(
                outlet, businessDate == null || businessDate.isBlank() ? null : day(businessDate), reference);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "businessDate",
                    "value",
                    text,
                    "expected",
                    "a day such as 2026-10-31");
        }
    }
}
