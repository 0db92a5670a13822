package eu.kontor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ASettableClockTest {

    private static final Clock MACHINE = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @Test
    void is_the_machines_without_a_setting() {
        assertThat(SystemClock.from(MACHINE, Optional.empty())).isSameAs(MACHINE);
    }

    @Test
    void starts_at_the_instant_of_the_setting() {
        assertThat(SystemClock.from(MACHINE, Optional.of("2020-02-29T12:00:00Z"))
                        .instant())
                .isEqualTo("2020-02-29T12:00:00Z");
    }
}
