package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NothingIsLostOrInventedByAFileTest {

    private static final String CAFE =
            """
            [{"name": "items", "layout": "item-lines", "files": "items-*",
              "columns": {"date": "Date", "ticket": "Transaction ID", "item": "Item", "quantity": "Qty", "amount": "Net Sales",
                          "line_kind": "Event Type", "card": "Customer Reference ID"},
              "constants": {"currency": "EUR", "outlet": "main"}, "decimalMark": ".",
              "skip": [{"column": "Void?", "is": ["Yes"]}], "totals": ["Total"]},
             {"name": "till", "layout": "tickets", "files": "till-*",
              "constants": {"currency": "EUR", "outlet": "main"},
              "items": {"Coffee": {"price": "2.60"}, "Cake": {"price": "4.00"}}}]""";

    private static final String ITEMS =
            "Date,Transaction ID,Item,Qty,Net Sales,Event Type,Void?,Customer Reference ID\n";

    private final FeedStage stage = FeedStage.open("nothinglost" + System.nanoTime());
    private final String card = FeedStage.card(21);

    @Test
    void two_equal_lines_of_a_ticket_count_twice() throws Exception {
        FeedReceipt receipt =
                items("2026-10-01,T1,Latte,1,$4.00,Payment,,CARD", "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD");

        assertThat(receipt.purchases()).isEqualTo(1);
        assertThat(receipt.linesPosted()).isEqualTo(2);
        assertThat(stage.booked().points()).isEqualTo(8);
    }

    @Test
    void the_same_file_sent_again_loses_and_gains_nothing() throws Exception {
        String[] lines = {
            "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD",
            "2026-10-01,T2,Tea,1,$3.00,Payment,,CARD",
            "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD"
        };
        items(lines);

        FeedReceipt again = items(lines);

        assertThat(again.linesKnown()).isEqualTo(3);
        assertThat(again.linesPosted()).isZero();
        assertThat(stage.booked().points()).isEqualTo(11);
    }

    @Test
    void a_ticket_whose_lines_are_not_neighbours_is_one_ticket() throws Exception {
        FeedReceipt receipt = items(
                "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,T2,Tea,1,$3.00,Payment,,CARD",
                "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,T2,Tea,1,3 euros,Payment,,CARD",
                "2026-10-01,T3,Tea,1,$3.00,Payment,,CARD");

        assertThat(receipt.purchases()).isEqualTo(2);
        assertThat(stage.booked().points()).isEqualTo(8 + 3);
        assertThat(stage.rejects(receipt).stream().skip(1))
                .satisfiesExactly(
                        other -> assertThat(other).contains(",3,feed-line-of-refused-ticket,"),
                        guilty -> assertThat(guilty).contains(",5,feed-value-no-number,"));
        assertThat(stage.names(stage.folders.copies())).isEmpty();
    }

    @Test
    void a_line_counts_with_its_quantity_and_a_refunded_one_is_taken_off() throws Exception {
        stage.configure(CAFE);
        FeedReceipt receipt = stage.process(
                "till-1.csv",
                "card,date,ticket,item,quantity,line_kind\n"
                        + card + ",2026-10-01,1,Coffee,3,\n"
                        + card + ",2026-10-01,2,Cake,2,sale\n"
                        + card + ",2026-10-01,2,Cake,1,refund\n"
                        + card + ",2026-10-01,3,Cake,2,\n"
                        + card + ",2026-10-01,3,Cake,-1,\n");

        assertThat(receipt.linesPosted()).isEqualTo(5);
        assertThat(stage.booked().points()).isEqualTo(7 + 4 + 4);
    }

    @Test
    void a_word_of_a_status_that_nobody_knows_is_refused_and_never_skipped() throws Exception {
        FeedReceipt receipt =
                items("2026-10-01,T1,Latte,1,$4.00,Exchange,,CARD", "2026-10-01,T2,Latte,1,$4.00,Voided,,CARD");

        assertThat(receipt.linesRefused()).isEqualTo(1);
        assertThat(stage.rejects(receipt).getLast()).contains("Event Type has \"\"Exchange\"\"");
        assertThat(receipt.skipped()).isEqualTo(Map.of("not-completed", 1L));
    }

    @Test
    void voided_rows_and_sums_are_skipped_and_counted() throws Exception {
        FeedReceipt receipt = items(
                "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,T1,Latte,1,$4.00,Payment,Yes,CARD",
                ",,,,,,,",
                "Total,,,2,$8.00");

        assertThat(receipt.linesRead()).isEqualTo(4);
        assertThat(receipt.skipped()).isEqualTo(Map.of("filtered", 1L, "blank", 1L, "totals", 1L));
        assertThat(stage.booked().points()).isEqualTo(4);
    }

    @Test
    void a_ticket_with_a_line_that_cannot_be_read_is_refused_whole() throws Exception {
        FeedReceipt receipt = items(
                "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,T1,Latte,1",
                "2026-10-01,T2,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,T2,Latte,1,$4.00,Payment,,CARD");

        assertThat(receipt.linesRefused()).isEqualTo(5);
        assertThat(stage.booked().purchases()).isZero();
    }

    @Test
    void two_cards_on_one_ticket_are_refused() throws Exception {
        FeedReceipt receipt = items(
                "2026-10-01,T1,Latte,1,$4.00,Payment,,CARD",
                "2026-10-01,T1,Latte,1,$4.00,Payment,," + FeedStage.card(22),
                "2026-10-01,T2,Latte,1,$4.00,Payment,,",
                "2026-10-01,T2,Latte,1,$4.00,Payment,,CARD");

        assertThat(stage.rejects(receipt).getLast()).contains("disagree in the column Customer Reference ID");
        assertThat(receipt.linesPosted()).isEqualTo(2);
        assertThat(stage.booked().points()).isEqualTo(8);
    }

    @Test
    void refused_lines_that_are_dropped_again_unchanged_post_nothing() throws Exception {
        FeedReceipt first = stage.process(
                "short.csv",
                String.join(
                        "\n",
                        FeedStage.HEADER,
                        card + ",main,9.00",
                        card + ",main,1,00,EUR,2026-10-01,M9",
                        card + ",main,9.00,EUR,2026-10-01,\"open",
                        "x".repeat(70_000),
                        card + ",ma\0in,9.00,EUR,2026-10-01,M10",
                        FeedStage.line(77)));
        assertThat(first.linesPosted()).isEqualTo(1);
        List<String> rejects = stage.rejects(first);
        assertThat(rejects.stream().skip(1).map(line -> line.replaceAll(".*,(\\d+,feed-[a-z-]+),\".*", "$1")))
                .containsExactly(
                        "2,feed-line-malformed",
                        "3,feed-line-malformed",
                        "4,feed-quote-open",
                        "5,feed-line-too-long",
                        "6,feed-line-has-nul");

        FeedReceipt second = stage.process(
                "short-rejects.csv", Files.readString(stage.folders.rejects(first.id(), first.fileName())));
        FeedReceipt third = stage.process(
                "short-rejects-rejects.csv", Files.readString(stage.folders.rejects(second.id(), second.fileName())));

        assertThat(second.linesRefused()).isEqualTo(5);
        assertThat(third.linesRefused()).isEqualTo(5);
        assertThat(stage.rejects(third)).hasSize(6).allSatisfy(line -> assertThat(
                        line.chars().filter(c -> c == '"').count())
                .isLessThan(10));
        assertThat(stage.booked().purchases()).isEqualTo(1);
    }

    @Test
    void a_reject_line_of_old_that_was_too_short_posts_nothing_either() throws Exception {
        FeedReceipt receipt = stage.process(
                "old-rejects.csv",
                FeedStage.HEADER + ",kontor_line,kontor_code,kontor_reason\n" + card
                        + ",main,9.00,2,feed-line-malformed,\"The line has 3 fields\"\n");

        assertThat(receipt.linesRefused()).isEqualTo(1);
        assertThat(stage.booked().purchases()).isZero();
    }

    private FeedReceipt items(String... lines) {
        stage.configure(CAFE);
        return stage.process("items-1.csv", ITEMS + String.join("\n", lines).replace("CARD", card) + "\n");
    }
}
