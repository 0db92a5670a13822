package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Runs with a heap far smaller than the file would need, which proves the constant memory on the way. */
class AKilledFeedGoesOnWhereItWasTest {

    private static final int LINES = 120_000;
    private static final int KILLS = 5;
    private static final int BATCHES_BETWEEN_KILLS = 15;
    private static final int BATCH_MILLIS = 20;

    private final FeedStage stage = FeedStage.open("killed" + System.nanoTime());
    private final Random random = new Random(20_261_122);

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
            killAfter(1 + random.nextInt(BATCHES_BETWEEN_KILLS));
            long read = stage.receipt(id).linesRead();
            assertThat(read).isGreaterThan(before).isLessThan(LINES);
            before = read;
        }
        finish();

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

    private void killAfter(int batches) throws IOException, InterruptedException {
        Process node = start();
        try (BufferedReader words = node.inputReader()) {
            for (int i = 0; i < batches; i++) {
                assertThat(words.readLine()).isEqualTo("posted");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(BATCH_MILLIS)));
            node.destroyForcibly();
            node.waitFor();
        }
    }

    private void finish() throws IOException, InterruptedException {
        Process node = start();
        try (BufferedReader words = node.inputReader()) {
            assertThat(words.lines().reduce((first, last) -> last)).contains("ended");
        }
        assertThat(node.waitFor()).isZero();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FeedProcess.class.getName(),
                        stage.database.server().jdbcUrl("kontor"),
                        "application",
                        stage.root.toString(),
                        stage.tenant.slug().value(),
                        "" + stage.tenant.id().value())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
