package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs with a heap far smaller than the file would need, which proves the constant memory on the way. */
class AKilledFeedGoesOnWhereItWasTest {

    private static final int LINES = 120_000;
    private static final int KILLS = 5;
    private static final int BATCHES_BETWEEN_KILLS = 15;

    private final FeedStage stage = FeedStage.open("killed" + System.nanoTime());
    private final Random random = new Random(20_261_122);
    private final MortalNode node = new MortalNode(stage, random);

    @Test
    void nothing_is_lost_nothing_is_posted_twice_and_the_receipt_is_exact() throws Exception {
        List<String> lines = new ArrayList<>(FeedStage.lines(0, LINES).lines().toList());
        for (int i = 500; i <= LINES; i += 1_000) {
            lines.set(i, lines.get(i).replace(",main,", ",elsewhere,"));
            lines.set(i + 1, lines.get(i + 1).replaceFirst("^\\d+", ""));
        }
        long id = stage.drop("long.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            node.killAfter(1 + random.nextInt(BATCHES_BETWEEN_KILLS));
            long read = stage.receipt(id).linesRead();
            assertThat(read).isGreaterThan(before).isLessThan(LINES);
            before = read;
        }
        node.finish();

        FeedReceipt receipt = stage.receipt(id);
        assertThat(receipt.state()).isEqualTo(State.DONE);
        assertThat(receipt.linesRead()).isEqualTo(LINES);
        assertThat(receipt.linesRefused()).isEqualTo(LINES / 1_000);
        assertThat(receipt.skipped().get("no-card")).isEqualTo(LINES / 1_000);
        assertThat(receipt.linesKnown()).isZero();
        assertThat(receipt.linesPosted()).isEqualTo(LINES - 2L * LINES / 1_000);
        assertThat(stage.booked())
                .isEqualTo(new FeedStage.Booked(
                        receipt.purchases(), receipt.points().value()));
        assertThat(stage.rejects(receipt).stream()
                        .skip(1)
                        .map(line -> line.replaceAll(".*,(\\d+),outlet-unknown,.*", "$1")))
                .hasSize(LINES / 1_000)
                .doesNotHaveDuplicates()
                .startsWith("501", "1501");
        assertThat(stage.names(stage.folders.work())).isEmpty();
    }
}
