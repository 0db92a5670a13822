package eu.kontor.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SealPaceTest {

    private final SealPace pace = new SealPace(Duration.ofSeconds(20));

    @Test
    void is_the_longest_distance_on_a_quiet_ledger() {
        assertThat(pace.next(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.next(100)).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.next(5_000)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void follows_the_rate_and_keeps_it() {
        assertThat(pace.next(50_000)).as("2,500 a second").isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.next(5_000)).as("the same rate").isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.next(2_500)).as("half of it").isEqualTo(Duration.ofSeconds(4));
        assertThat(pace.next(0)).as("nothing any more").isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void is_a_second_at_least_unless_a_shorter_one_was_set() {
        assertThat(pace.next(2_000_000)).isEqualTo(Duration.ofSeconds(1));
        assertThat(new SealPace(Duration.ofMillis(500)).next(2_000_000)).isEqualTo(Duration.ofMillis(500));
    }
}
