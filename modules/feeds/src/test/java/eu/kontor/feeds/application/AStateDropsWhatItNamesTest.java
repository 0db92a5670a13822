package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a row's state says of it: a refunded item, a refunded redemption, a return that was voided. */
class AStateDropsWhatItNamesTest {

    private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
    private static final String ITEMS =
            "card,outlet,currency,date,ticket,item,quantity,amount,line_kind,points,status\n";
    private static final String PURCHASES =
            "card,outlet,amount,currency,business_date,reference,line_kind,points,status\n";

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(63);

    @Test
    void a_refunded_item_is_no_part_of_a_ticket_of_which_the_rest_is_sold() throws IOException {
        LinesRead read = items(
                "T1,Bread,1,5.00,,,paid",
                "T1,Cake,1,4.00,,,refunded",
                "T2,Bread,1,5.00,,,paid",
                "T2,Cake,1,4.00,return,,paid",
                "T3,Bread,1,5.00,,,paid",
                "T3,Cake,-1,-4.00,,,refunded");

        assertThat(read.lines())
                .map(line -> ((TillLine.Sale) line).purchase().amount())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("5.00"), new BigDecimal("1.00"), new BigDecimal("1.00"));
        assertThat(read.skipped()).containsExactly("not-completed");
    }

    @Test
    void a_ticket_of_which_every_item_is_refunded_is_taken_back_whole() throws IOException {
        LinesRead read = items("T1,Bread,1,5.00,,,refunded", "T1,Cake,1,4.00,,,refunded");

        TillLine.Refund refund = (TillLine.Refund) read.lines().getFirst();
        assertThat(read.lines()).hasSize(1);
        assertThat(refund.goods().isEverything()).isTrue();
    }

    @Test
    void in_purchases_an_amount_below_zero_says_how_much_of_it_came_back() throws IOException {
        LinesRead read = purchases("-5.00,EUR,2026-10-03,T1,,,refunded");

        assertThat(((TillLine.Refund) read.lines().getFirst()).goods().amount()).contains(new BigDecimal("5.00"));
    }

    @Test
    void a_refunded_redemption_is_called_off() throws IOException {
        TillLine calledOff = new TillLine.CalledOff(What.REDEMPTION, "main", THIRD, "T1");

        assertThat(purchases(",EUR,2026-10-03,T1,redemption,500,refunded").lines())
                .containsExactly(calledOff);
        assertThat(items("T1,Points,1,,redemption,500,refunded").lines()).containsExactly(calledOff);
    }

    @Test
    void a_voided_return_calls_off_the_return_and_never_the_sale_of_its_number() throws IOException {
        OwnWords words = new OwnWords("main", THIRD, "T1");
        TillLine calledOff = new TillLine.ReturnCalledOff("main/2026-10-03/T1/return", words, words);

        assertThat(purchases("5.00,EUR,2026-10-03,T1,return,,void").lines()).containsExactly(calledOff);
        assertThat(purchases("-5.00,EUR,2026-10-03,T1,,,void").lines()).containsExactly(calledOff);
        assertThat(items("T1,Cake,1,4.00,return,,void").lines()).containsExactly(calledOff);
        assertThat(items("T1,Cake,-1,-4.00,,,void").lines()).containsExactly(calledOff);
        assertThat(items("T1,Cake,1,4.00,,,void", "T1,Voucher,1,-1.00,,,void").lines())
                .as("a ticket with a discount is no return")
                .containsExactly(new TillLine.CalledOff("main", THIRD, "T1"));
    }

    @Test
    void it_waits_until_what_stands_before_it_is_committed() throws IOException {
        LinesRead read = purchases("9.00,EUR,2026-10-03,T1,,,", "5.00,EUR,2026-10-03,T1,return,,void");

        assertThat(read.linesPerBatch()).containsExactly(1, 1);
    }

    private LinesRead items(String... rows) throws IOException {
        StringBuilder text = new StringBuilder(ITEMS);
        for (String row : rows) {
            text.append(card).append(",main,EUR,2026-10-03,").append(row).append('\n');
        }
        return new LinesRead(folder, text.toString());
    }

    private LinesRead purchases(String... rows) throws IOException {
        StringBuilder text = new StringBuilder(PURCHASES);
        for (String row : rows) {
            text.append(card).append(",main,").append(row).append('\n');
        }
        return new LinesRead(folder, text.toString());
    }
}
