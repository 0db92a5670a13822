package eu.kontor.portalkit.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersAndDatesInThreeLanguagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final Formats english = Formats.in(Locale.UK);
    private final Formats spanish = Formats.in(Locale.forLanguageTag("es-MX"));
    private final Formats chinese = Formats.in(Locale.SIMPLIFIED_CHINESE);

    @Test
    void pointsHaveNoDecimalsAndGroupsOfThree() {
        assertThat(english.points(Points.of(1_240))).isEqualTo("1,240");
        assertThat(spanish.points(Points.of(1_240))).isEqualTo("1.240");
        assertThat(chinese.points(Points.of(1_240))).isEqualTo("1,240");
    }

    @Test
    void moneyHasItsDecimalsAndItsCurrency() {
        assertThat(english.money(MoneyAmount.of("1234.5", "EUR"))).isEqualTo("€1,234.50");
        assertThat(spanish.money(MoneyAmount.of("1234.5", "EUR"))).isEqualTo("1.234,50\u00a0€");
        assertThat(english.money(MoneyAmount.of("1240", "JPY"))).isEqualTo("1,240\u00a0JPY");
    }

    @Test
    void whatIsReceivedAndPaidCarriesASign() {
        assertThat(english.signedMoney(MoneyAmount.of("3", "EUR"))).isEqualTo("+€3.00");
        assertThat(english.signedMoney(MoneyAmount.of("-3", "EUR"))).isEqualTo("−€3.00");
        assertThat(english.signedPoints(-1_240)).isEqualTo("−1,240");
        assertThat(english.signedPoints(0)).isEqualTo("0");
    }

    @Test
    void aChangeIsARoundedPercentage() {
        assertThat(english.change(112, 100)).isEqualTo("+12%");
        assertThat(english.change(88, 100)).isEqualTo("−12%");
        assertThat(english.change(100, 100)).isEqualTo("±0%");
        assertThat(spanish.change(112, 100)).isEqualTo("+12\u00a0%");
    }

    @Test
    void nothingBeforeHasNoPercentage() {
        assertThat(english.change(5, 0)).isEqualTo("–");
    }

    @Test
    void daysAreSaidAsPeopleSayThem() {
        assertThat(english.dayNear(TODAY, TODAY)).isEqualTo("today");
        assertThat(spanish.dayNear(TODAY.minusDays(1), TODAY)).isEqualTo("ayer");
        assertThat(english.dayNear(LocalDate.of(2026, 10, 4), TODAY)).isEqualTo("4 Oct");
        assertThat(english.dayNear(LocalDate.of(2025, 10, 4), TODAY)).isEqualTo("4 Oct 2025");
        assertThat(chinese.dayNear(LocalDate.of(2025, 10, 4), TODAY)).isEqualTo("2025年10月4日");
    }

    @Test
    void momentsOfTheLastHourAreCountedInMinutes() {
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        Instant now = Instant.parse("2026-11-22T10:42:17Z");
        assertThat(english.momentNear(now.minusSeconds(20), now, madrid)).isEqualTo("just now");
        assertThat(english.momentNear(now.minusSeconds(61), now, madrid)).isEqualTo("1 minute ago");
        assertThat(english.momentNear(now.minusSeconds(7_200), now, madrid)).isEqualTo("today, 09:42");
    }

    @Test
    void monthsHaveTheirNames() {
        YearMonth october = YearMonth.of(2026, 10);
        assertThat(english.month(october)).isEqualTo("October 2026");
        assertThat(spanish.month(october)).isEqualTo("octubre de 2026");
        assertThat(chinese.month(october)).isEqualTo("2026年10月");
    }
}
