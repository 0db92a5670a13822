package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersMeanWhatTheMappingSaysTest {

    private static final String REDEMPTIONS = "card;outlet;points;business_date;reference\n";

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(62);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.000 | , | 1000",
                "1,000 | , | 1",
                "1,000 | . | 1000",
                "1.000 | . | 1",
                "12.500 | , | 12500",
                "1.000.000 | , | 1000000",
                "500.0 | , | 500",
                "500,00 | . | 500"
            })
    void three_zeros_are_thousands_by_the_decimal_mark(String text, String mark, long points) throws IOException {
        LinesRead read = redemptions(
                "[{\"name\": \"r\", \"layout\": \"redemptions\", \"decimalMark\": \"" + mark + "\"}]", text);

        assertThat(((TillLine.Redemption) read.lines().getFirst()).points()).isEqualTo(Points.of(points));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "1,000", "-2.000"})
    void without_one_nobody_knows_and_the_reason_names_the_setting(String text) throws IOException {
        Refusal refusal = redemptions("[]", text).refusals().getFirst();

        assertThat(refusal.code()).isEqualTo(RefusalCode.FEED_NUMBER_AMBIGUOUS);
        assertThat(refusal.getMessage()).contains("points", text, "decimalMark");
    }

    @Test
    void nights_quantities_and_amounts_are_no_other() throws IOException {
        LinesRead stays = new LinesRead(
                folder,
                "card,outlet,currency,status,departure_date,reference,rate,nights\n" + card
                        + ",main,EUR,completed,2026-10-03,S1,80.00,1.000\n");
        LinesRead items = new LinesRead(
                folder,
                "card,outlet,currency,date,ticket,item,quantity,amount\n" + card
                        + ",main,EUR,2026-10-03,T1,Rice,1.000,3.00\n" + card
                        + ",main,VND,2026-10-03,T2,Rice,1,12.000\n");

        assertThat(stays.refusals().getFirst().getMessage()).contains("nights");
        assertThat(items.lines()).isEmpty();
        assertThat(items.refusals()).extracting(Refusal::code).containsOnly(RefusalCode.FEED_NUMBER_AMBIGUOUS);
    }

    @Test
    void where_a_thousand_cannot_be_meant_nothing_is_refused() throws IOException {
        LinesRead read = new LinesRead(
                folder,
                "card,outlet,currency,date,ticket,item,quantity,amount\n" + card
                        + ",main,KWD,2026-10-03,T1,Rice,1,1.000\n" + card
                        + ",main,EUR,2026-10-03,T2,Rice,0.500,0.000\n" + card
                        + ",main,EUR,2026-10-03,T3,Rice,2,1234.000\n");

        assertThat(read.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R$ 12,50 | BRL",
                "12,50 z\u0142 | PLN",
                "12,50 kr | SEK",
                "kr. 12,50 | DKK",
                "12,50 K\u010d | CZK",
                "CHF 12,50 | CHF",
                "-Fr. 12,50 | CHF",
                "\u20ba12,50 | TRY",
                "$12,50 | USD",
                "$12,50 | EUR",
                "12,50 EUR | EUR"
            })
    void a_currencys_own_sign_may_stand_there(String text, String currency) throws IOException {
        Purchase.Line line = ((TillLine.Sale) item(text, currency).lines().getFirst())
                .purchase()
                .lines()
                .getFirst();

        assertThat(line.amount().abs()).isEqualByComparingTo("12.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\u20ba12,50 | EUR", "12,50 kr | EUR", "R$12,50 | USD", "12,50 USD | EUR"})
    void another_ones_is_refused(String text, String currency) throws IOException {
        assertThat(item(text, currency).refusals())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.FEED_VALUE_NO_NUMBER, RefusalCode.FEED_LINE_OF_REFUSED_TICKET);
    }

    @Test
    void the_number_of_an_original_that_a_spreadsheet_has_spoiled_is_told() throws IOException {
        LinesRead read = new LinesRead(
                folder,
                "card,outlet,amount,currency,business_date,reference,original_reference\n" + card
                        + ",main,-5.00,EUR,2026-10-03,R1,9.72401E+15\n");

        assertThat(read.refusals()).extracting(Refusal::code).isEqualTo(List.of(RefusalCode.FEED_SPOILED_BY_EXCEL));
    }

    private LinesRead redemptions(String mappings, String points) throws IOException {
        return new LinesRead(folder, mappings, REDEMPTIONS + card + ";main;" + points + ";2026-10-03;R1\n");
    }

    /** Beside something dearer, so that a sign below zero is a discount. */
    private LinesRead item(String amount, String currency) throws IOException {
        return new LinesRead(
                folder,
                "[{\"name\": \"t\", \"layout\": \"item-lines\", \"decimalMark\": \",\"}]",
                "card;outlet;currency;date;ticket;item;amount\n" + card + ";main;" + currency + ";2026-10-03;T1;Thing;"
                        + amount + "\n" + card + ";main;" + currency + ";2026-10-03;T1;Dear;99,00\n");
    }
}
