package eu.kontor.rest.till;

import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A till's own words in a query. */
final class OwnWordsParameters {

    private OwnWordsParameters() {}

    /**
     * @param date the same as {@code businessDate}, for who says it shorter
     * @throws Refusal {@code FIELD_MALFORMED} for what is no day; what is missing is said by the use case
     */
    static OwnWords of(String outlet, String businessDate, String date, String reference) {
        String said = businessDate == null || businessDate.isBlank() ? date : businessDate;
        return new OwnWords(outlet, said == null || said.isBlank() ? null : day(said), reference);
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
                    Phrase.of("a-date-such-as", "2026-10-31"));
        }
    }
}
