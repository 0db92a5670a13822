package eu.kontor.portal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.kernel.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheProgressOfAnImportTest {

    @Test
    void says_how_far_it_is_how_fast_it_goes_and_how_long_it_will_take() {
        ImportProgress progress = ImportProgress.of(running(Optional.of(100_000L), 25_000, 2_500));

        assertThat(progress.fraction()).hasValue(0.25);
        assertThat(progress.linesPerSecond()).isEqualTo(10_000);
        assertThat(progress.remaining()).hasValue(Duration.ofMillis(7_500).plusMillis(500));
    }

    @Test
    void claims_nothing_while_the_lines_are_not_counted() {
        ImportProgress progress = ImportProgress.of(running(Optional.empty(), 0, 0));

        assertThat(progress.fraction()).isEmpty();
        assertThat(progress.remaining()).isEmpty();
    }

    @Test
    void claims_no_rate_in_its_first_moment() {
        ImportProgress progress = ImportProgress.of(running(Optional.of(1_000L), 200, 20));

        assertThat(progress.linesPerSecond()).isZero();
        assertThat(progress.remaining()).isEmpty();
    }

    @Test
    void never_exceeds_the_whole() {
        assertThat(ImportProgress.of(running(Optional.of(10L), 12, 1_000)).fraction())
                .hasValue(1);
    }

    private static FeedReceipt running(Optional<Long> total, long read, long millis) {
        return new FeedReceipt(
                7,
                "purchases.csv",
                "purchases",
                State.RUNNING,
                total,
                read,
                read,
                0,
                0,
                0,
                0,
                Map.of(),
                read,
                Points.of(read),
                Instant.parse("2026-11-01T08:00:00Z"),
                Optional.empty(),
                millis,
                Optional.empty(),
                List.of());
    }
}
