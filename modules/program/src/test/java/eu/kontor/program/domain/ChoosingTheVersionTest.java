package eu.kontor.program.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.PointsRounding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoosingTheVersionTest {

    private final Program first = ProgramOfACafe.version(1, LocalDate.of(2026, 1, 1), PointsRounding.DOWN);
    private final Program second = ProgramOfACafe.version(2, LocalDate.of(2026, 6, 1), PointsRounding.DOWN);
    private final Program correction = ProgramOfACafe.version(3, LocalDate.of(2026, 6, 1), PointsRounding.UP);
    private final ValidityPolicy policy = new ValidityPolicy();

    @Test
    void aPurchaseEarnsByTheNewestVersionWhoseFirstDayIsReached() {
        assertThat(policy.validOn(List.of(second, first), LocalDate.of(2026, 5, 31)))
                .contains(first);
        assertThat(policy.validOn(List.of(second, first), LocalDate.of(2026, 6, 1)))
                .contains(second);
    }

    @Test
    void aCorrectionWithTheSameFirstDayReplacesItsPredecessor() {
        assertThat(policy.validOn(List.of(correction, second, first), LocalDate.of(2026, 6, 1)))
                .contains(correction);
    }

    @Test
    void beforeTheFirstDayOfAllVersionsThereIsNoProgram() {
        assertThat(policy.validOn(List.of(first), LocalDate.of(2025, 12, 31))).isEmpty();
    }
}
