package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AFileIsPostedWithAnExactReceiptTest {

    private final FeedStage stage = FeedStage.open("receipt" + System.nanoTime());

    @Test
    void every_line_is_posted_and_the_file_moves_to_done_beside_its_receipt() throws Exception {
        FeedReceipt receipt = stage.process("october.csv", FeedStage.lines(0, 2_345));

        assertThat(receipt.state()).isEqualTo(State.DONE);
        assertThat(receipt.format()).isEqualTo("purchases");
        assertThat(receipt.linesTotal()).contains(2_345L);
        assertThat(receipt.linesRead()).isEqualTo(2_345);
        assertThat(receipt.linesPosted()).isEqualTo(2_345);
        assertThat(receipt.purchases()).isEqualTo(2_345);
        assertThat(receipt.points().value()).isEqualTo(2_345 * 12);
        assertThat(receipt.finishedAt()).isPresent();
        assertThat(stage.booked()).isEqualTo(new FeedStage.Booked(2_345, 2_345 * 12));
        assertThat(stage.names(stage.folders.work())).isEmpty();
        assertThat(stage.names(stage.folders.done()))
                .containsExactly(receipt.id() + "-october.csv", receipt.id() + "-october.csv.receipt.json");
        assertThat(Files.readString(stage.folders.done().resolve(receipt.id() + "-october.csv.receipt.json")))
                .contains("\"linesPosted\" : 2345", "\"points\" : 28140");
    }

    @Test
    void the_same_file_again_is_known_and_posts_nothing() throws Exception {
        stage.process("once.csv", FeedStage.lines(10_000, 1_500));
        FeedStage.Booked before = stage.booked();

        FeedReceipt again = stage.process("once.csv", FeedStage.lines(10_000, 1_500));

        assertThat(again.state()).isEqualTo(State.DONE);
        assertThat(again.linesKnown()).isEqualTo(1_500);
        assertThat(again.linesPosted()).isZero();
        assertThat(again.points().value()).isZero();
        assertThat(stage.booked()).isEqualTo(before);
    }

    @Test
    void a_line_that_another_file_or_the_same_one_had_is_known() {
        stage.process("first.csv", FeedStage.lines(20_000, 10));

        FeedReceipt receipt = stage.process("second.csv", FeedStage.lines(20_009, 3) + FeedStage.line(20_011) + "\n");

        assertThat(receipt.linesPosted()).isEqualTo(2);
        assertThat(receipt.linesKnown()).isEqualTo(2);
    }

    @Test
    void a_line_without_a_card_is_skipped_with_that_reason() {
        FeedReceipt receipt =
                stage.process("walk-ins.csv", FeedStage.lines(30_000, 2) + ",main,3.20,EUR,2026-10-03,R30002\n");

        assertThat(receipt.linesPosted()).isEqualTo(2);
        assertThat(receipt.skipped()).isEqualTo(Map.of("no-card", 1L));
        assertThat(receipt.linesRead()).isEqualTo(3);
    }

    @Test
    void a_byte_order_mark_windows_line_ends_empty_lines_and_a_missing_last_line_end_change_nothing() {
        String text = '\uFEFF'
                + (FeedStage.HEADER + "\n\n" + FeedStage.line(40_000) + "\n\n" + FeedStage.line(40_001))
                        .replace("\n", "\r\n");

        FeedReceipt receipt = stage.process("windows.csv", text);

        assertThat(receipt.linesTotal()).contains(2L);
        assertThat(receipt.linesPosted()).isEqualTo(2);
    }

    @Test
    void redemptions_are_a_file_of_their_own() {
        FeedReceipt receipt = stage.process(
                "redeemed.csv",
                "card,outlet,points,business_date,reference\n" + FeedStage.card(1) + ",main,500,2026-10-04,X1\n");

        assertThat(receipt.format()).isEqualTo("redemptions");
        assertThat(receipt.linesPosted()).isEqualTo(1);
        assertThat(receipt.points().value()).isEqualTo(500);
    }
}
