package eu.kontor.program.domain;

import static eu.kontor.program.domain.ProgramOfACafe.EUR;
import static eu.kontor.program.domain.ProgramOfACafe.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.PointsRounding;
import org.junit.jupiter.api.Test;

class RedeemingAtACafeTest {

    private final Program program = ProgramOfACafe.rounding(PointsRounding.DOWN);
    private final RedemptionValuePolicy policy = new RedemptionValuePolicy();

    @Test
    void pointsPayTheirValueRoundedDownToTheCent() {
        assertThat(policy.value(program, Points.of(1000), EUR)).isEqualTo(MoneyAmount.of("5.00", "EUR"));
        assertThat(policy.value(program, Points.of(1003), EUR)).isEqualTo(MoneyAmount.of("5.01", "EUR"));
    }

    @Test
    void pointsHaveNoValueInACurrencyOfNoProgram() {
        assertThatThrownBy(() -> policy.value(program, Points.of(1000), USD)).isInstanceOf(Refusal.class);
    }
}
