package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Runs {@link FeedProcess} for a stage, with a heap far smaller than a long file would need, and kills it. */
final class MortalNode {

    private static final int BATCH_MILLIS = 20;

    private final FeedStage stage;
    private final Random random;

    MortalNode(FeedStage stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    /** Kills it at some moment while it works on the batch behind so many. */
    void killAfter(int batches) throws IOException, InterruptedException {
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

    void finish() throws IOException, InterruptedException {
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
