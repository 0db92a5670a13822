package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesThatAreRefusedCanBeCorrectedTest {

    private static final String REJECT_HEADER = FeedStage.HEADER + ",kontor_line,kontor_code,kontor_reason";

    private final FeedStage stage = FeedStage.open("refused" + System.nanoTime());

    @Test
    void ten_bad_lines_among_a_hundred_thousand_are_refused_and_no_other() throws Exception {
        List<String> lines = new ArrayList<>(FeedStage.lines(0, 100_000).lines().toList());
        for (int i = 0; i < 10; i++) {
            int at = 5_000 + i * 9_999;
            lines.set(at, lines.get(at).replace(",main,", ",elsewhere,"));
        }

        FeedReceipt receipt = stage.process("large.csv", String.join("\n", lines));

        assertThat(receipt.linesRead()).isEqualTo(100_000);
        assertThat(receipt.linesPosted()).isEqualTo(99_990);
        assertThat(receipt.linesRefused()).isEqualTo(10);
        assertThat(stage.booked().purchases()).isEqualTo(99_990);
        List<String> rejects = stage.rejects(receipt);
        assertThat(rejects).hasSize(11);
        assertThat(rejects.getFirst()).isEqualTo(REJECT_HEADER);
        assertThat(rejects.get(1)).startsWith(lines.get(5_000) + ",5001,outlet-unknown,\"The outlet elsewhere");

        Path file = stage.folders.rejects(receipt.id(), receipt.fileName());
        String corrected = Files.readString(file).replace(",elsewhere,", ",main,");
        FeedReceipt second = stage.process("large-corrected.csv", corrected);

        assertThat(second.linesPosted()).isEqualTo(10);
        assertThat(second.linesRefused()).isZero();
        assertThat(stage.booked().purchases()).isEqualTo(100_000);
    }

    @Test
    void each_line_says_what_is_wrong_with_it() throws Exception {
        String unknown = FeedStage.card(900_001);
        String blocked = FeedStage.card(13);
        String good = FeedStage.card(1);
        FeedReceipt receipt = stage.process(
                "mixed.csv",
                String.join(
                        "\n",
                        FeedStage.HEADER,
                        unknown + ",main,1.00,EUR,2026-10-01,M1",
                        blocked + ",main,1.00,EUR,2026-10-01,M2",
                        "9724010000000001,main,1.00,EUR,2026-10-01,M3",
                        good + ",main,1.00,EUR,2026-12-24,M4",
                        good + ",main,0.00,EUR,2026-10-01,M5",
                        good + ",main,1.000.50,EUR,2026-10-01,M6",
                        good + ",main,1.00,EUR,01.10.2026,M7",
                        good + ",main,1.00,EUR,2026-10-01,",
                        good + ",main,1,00,EUR,2026-10-01,M9",
                        good + ",main,1.00,EUR,2026-10-01,M10"));

        assertThat(receipt.linesPosted()).isEqualTo(1);
        assertThat(receipt.skipped())
                .as("a sale that costs nothing is none, and nothing to correct")
                .containsExactly(Map.entry("no-charge", 1L));
        assertThat(stage.rejects(receipt).stream().skip(1).map(line -> line.replaceAll(".*,(\\d+,[a-z-]+),\".*", "$1")))
                .containsExactly(
                        "2,card-unknown",
                        "3,card-blocked",
                        "4,card-check-digit-wrong",
                        "5,date-in-the-future",
                        "7,feed-value-no-number",
                        "8,feed-value-no-date",
                        "9,feed-value-missing",
                        "10,feed-line-malformed");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_costs_its_own_line_only() throws Exception {
        FeedReceipt receipt = stage.process(
                "quotes.csv",
                String.join(
                        "\n",
                        FeedStage.HEADER,
                        FeedStage.line(50_001),
                        FeedStage.card(1) + ",main,1.00,EUR,2026-10-01,\"Q1",
                        FeedStage.line(50_002),
                        FeedStage.card(1) + ",\"main\",1.00,EUR,2026-10-01,\"Q2\"x",
                        FeedStage.line(50_003),
                        FeedStage.card(1) + ",\"main\",\"1.00\",EUR,2026-10-01,\"Q\"\"3\"",
                        FeedStage.line(50_004)));

        assertThat(receipt.linesPosted()).isEqualTo(5);
        assertThat(stage.rejects(receipt).stream().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first).contains(",3,feed-quote-open,"),
                        second -> assertThat(second).contains(",5,feed-quote-open,"));
    }

    @Test
    void a_quoted_field_may_contain_separators_and_line_breaks() {
        FeedReceipt receipt = stage.process(
                "notes.csv",
                FeedStage.HEADER + ",note\n" + FeedStage.line(60_001) + ",\"late, and\nin the rain\"\n"
                        + FeedStage.line(60_002) + ",\n");

        assertThat(receipt.purchases()).isEqualTo(2);
        assertThat(receipt.linesTotal()).contains(3L);
        assertThat(receipt.linesRead()).isEqualTo(3);
    }

    @Test
    void the_same_reference_with_another_amount_is_refused() throws Exception {
        stage.process("before.csv", FeedStage.lines(70_000, 1));

        FeedReceipt receipt =
                stage.process("after.csv", FeedStage.lines(70_000, 1).replace("12.50", "99.00"));

        assertThat(receipt.linesRefused()).isEqualTo(1);
        assertThat(stage.rejects(receipt).getLast()).contains(",2,feed-ticket-changed,");
    }
}
