package eu.kontor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PointsAndMoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void pointsAreNeverNegative() {
        assertThatThrownBy(() -> Points.of(3).minus(Points.of(4))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProductBecomesMoneyByRoundingHalfUp() {
        assertThat(MoneyAmount.rounded(new BigDecimal("1.005"), EUR)).isEqualTo(MoneyAmount.of("1.01", "EUR"));
        assertThat(MoneyAmount.rounded(new BigDecimal("-1.005"), EUR)).isEqualTo(MoneyAmount.of("-1.01", "EUR"));
    }

    @Test
    void moneyHasNoMoreDecimalsThanItsCurrency() {
        assertThatThrownBy(() -> MoneyAmount.of("1.001", "EUR")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MoneyAmount.of("1.5", "JPY")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesAreNotMixed() {
        assertThatThrownBy(() -> MoneyAmount.of("1", "EUR").plus(MoneyAmount.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSlugNamesSchemaAndRole() {
        assertThat(new TenantSlug("forno-grao").schema()).isEqualTo("t_forno_grao");
        assertThatThrownBy(() -> new TenantSlug("a\";drop")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantSlug("bad-")).isInstanceOf(IllegalArgumentException.class);
    }
}
