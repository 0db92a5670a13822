package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Whoever has a file knows its columns, and no fields of a request. */
class ARefusalSpeaksOfColumnsTest {

    private static final TillLine LINE = new TillLine.CalledOff("main", LocalDate.of(2026, 10, 3), "B7");

    @Test
    void a_field_is_called_as_the_file_calls_it() throws IOException {
        assertThat(told(new Refusal(
                        RefusalCode.FIELD_MALFORMED, "field", "lines[0].quantity", "value", "0.0001", "expected", "x")))
                .contains("Menge", "0.0001")
                .doesNotContain("lines[");
        assertThat(told(new Refusal(RefusalCode.FIELD_MISSING, "field", "businessDate")))
                .contains("Datum");
        assertThat(told(new Refusal(RefusalCode.FIELD_MISSING, "field", "reference")))
                .contains("Bon");
    }

    @Test
    void nothing_paid_back_is_told_with_the_ticket_and_its_columns() throws IOException {
        assertThat(told(new Refusal(RefusalCode.AMOUNT_NOT_POSITIVE, "amount", "0.00")))
                .contains("B7", "Betrag", "Gratis")
                .doesNotContain("Send");
    }

    private static String told(Refusal refusal) throws IOException {
        FeedMapping mapping = FeedMappings.read(
                        new ObjectMapper()
                                .readTree(
                                        """
                                [{"name": "kasse", "layout": "item-lines",
                                  "columns": {"quantity": "Menge", "date": "Datum", "ticket": "Bon", "amount": "Betrag",
                                              "complimentary": "Gratis"}}]"""))
                .getFirst();
        return new FileWords(mapping).of(refusal, LINE).getMessage();
    }
}
