package eu.kontor.portalkit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portalkit.i18n.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AMinuteOfThePastTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant NOW = Instant.parse("2026-11-22T10:42:17Z");

    @Test
    void countsToItsEndInTheTenantsZone() {
        AsOf chosen = asOf("2026-10-31T23:59");

        assertThat(chosen.moment(NOW)).isEqualTo(Instant.parse("2026-10-31T22:59:59.999999Z"));
        assertThat(new AsOf(chosen.minute(), ZoneId.of("America/New_York")).moment(NOW))
                .isEqualTo(Instant.parse("2026-11-01T03:59:59.999999Z"));
    }

    @Test
    void isNowWhileItRuns() {
        assertThat(asOf("2026-11-22T11:42").moment(NOW)).isEqualTo(NOW);
        assertThat(asOf("2026-11-22T11:43").moment(NOW)).isAfter(NOW);
        assertThat(asOf("2026-11-22T11:41").moment(NOW)).isBefore(NOW);
    }

    @Test
    void ofADayIsItsLastAndOfTodayTheOneThatRuns() {
        assertThat(AsOf.endOf(LocalDate.of(2026, 10, 31), MADRID, NOW).text()).isEqualTo("2026-10-31T23:59");
        assertThat(AsOf.endOf(LocalDate.of(2026, 11, 22), MADRID, NOW).text()).isEqualTo("2026-11-22T11:42");
        assertThat(AsOf.endOf(LocalDate.of(2026, 11, 22), MADRID, NOW).moment(NOW))
                .isEqualTo(NOW);
    }

    @Test
    void isKeptInTheAddress() {
        AsOf chosen = asOf("2026-10-31T23:59");

        assertThat(AsOf.in(new Address("settlement", Map.of(AsOf.CHOICE, chosen.text())), MADRID))
                .contains(chosen);
        assertThat(chosen.query()).isEqualTo("?asOf=2026-10-31T23:59");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-10-31", "2026-02-30T00:00", "+99999-01-01T00:00", "-0001-01-01T00:00"})
    void isNowForWhatIsNoMoment(String text) {
        assertThat(AsOf.in(new Address("settlement", Map.of(AsOf.CHOICE, text)), MADRID))
                .isEmpty();
    }

    @Test
    void isWrittenInFull() {
        AsOf chosen = asOf("2026-10-31T23:59");

        assertThat(chosen.inWords(Formats.in(Locale.ENGLISH))).isEqualTo("31 October 2026, 23:59");
        assertThat(chosen.inWords(Formats.in(Locale.of("es")))).isEqualTo("31 de octubre de 2026, 23:59");
        assertThat(chosen.inWords(Formats.in(Locale.SIMPLIFIED_CHINESE))).isEqualTo("2026年10月31日 23:59");
    }

    private static AsOf asOf(String minute) {
        return new AsOf(LocalDateTime.parse(minute), MADRID);
    }
}
