package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OneNodeAtATimeTest {

    private final FeedStage stage = FeedStage.open("nodes" + System.nanoTime());

    @Test
    void two_nodes_that_start_together_post_every_line_once() throws Exception {
        long first = stage.drop("a.csv", FeedStage.lines(0, 20_000).getBytes(StandardCharsets.UTF_8));
        long second = stage.drop("b.csv", FeedStage.lines(20_000, 20_000).getBytes(StandardCharsets.UTF_8));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Void> one = workOff("one", nodes);
            CompletableFuture<Void> two = workOff("two", nodes);
            CompletableFuture.allOf(one, two).get();
        }

        for (FeedReceipt receipt : new FeedReceipt[] {stage.receipt(first), stage.receipt(second)}) {
            assertThat(receipt.state()).isEqualTo(State.DONE);
            assertThat(receipt.linesPosted()).isEqualTo(20_000);
        }
        assertThat(stage.booked().purchases()).isEqualTo(40_000);
    }

    @Test
    void a_node_whose_lease_was_taken_over_commits_nothing_more() throws Exception {
        long id = stage.drop("c.csv", FeedStage.lines(50_000, 3_000).getBytes(StandardCharsets.UTF_8));

        stage.worker("one", () -> handOver(id)).workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);

        assertThat(stage.receipt(id).linesPosted()).isEqualTo(1_000);
        assertThat(stage.booked().purchases()).isEqualTo(1_000);
    }

    private CompletableFuture<Void> workOff(String node, ExecutorService nodes) {
        return CompletableFuture.runAsync(
                () -> stage.worker(node).workOff(stage.tenant.id(), FeedStage.THREADS, () -> false), nodes);
    }

    private void handOver(long id) {
        try (Connection superuser = stage.database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "update coalition.feed_file set runner = 'other', lease_until = now() + interval '1 minute'"
                            + " where feed_id = " + id);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
