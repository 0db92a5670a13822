package eu.kontor.program.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.ProgramVersions.State;
import eu.kontor.program.domain.ProgramHistory.Origin;
import eu.kontor.program.domain.ProgramHistory.PublishedVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TheFirstDayOfAVersionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void says_whether_it_is_planned_in_force_or_past() {
        assertThat(VersionStates.of(
                        List.of(
                                version(3, TODAY.plusDays(4), false),
                                version(2, TODAY, false),
                                version(1, TODAY, false)),
                        TODAY))
                .isEqualTo(Map.of(3, State.PLANNED, 2, State.IN_FORCE, 1, State.PAST));
    }

    @Test
    void counts_for_nothing_once_the_version_is_cancelled() {
        assertThat(VersionStates.of(
                        List.of(version(2, TODAY.minusDays(1), true), version(1, TODAY.minusDays(9), false)), TODAY))
                .isEqualTo(Map.of(2, State.CANCELLED, 1, State.IN_FORCE));
    }

    @Test
    void never_comes_behind_a_newer_version_that_begins_earlier() {
        assertThat(VersionStates.of(
                        List.of(version(2, TODAY.plusDays(1), false), version(1, TODAY.plusDays(9), false)), TODAY))
                .isEqualTo(Map.of(2, State.PLANNED, 1, State.PAST));
    }

    private static PublishedVersion version(int number, LocalDate firstDay, boolean isCancelled) {
        return new PublishedVersion(number, firstDay, "{}", Origin.OF_A_FILE, Instant.EPOCH, isCancelled);
    }
}
