package eu.kontor.portalkit.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyAndMomentsAreWrittenAsPeopleWriteThemTest {

    private static final Instant MOMENT = Instant.parse("2026-11-27T05:34:43Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | 1542.67  | EUR | €1,542.67
                    es | 1542.67  | EUR | 1.542,67_€
                    zh | 1542.67  | EUR | €1,542.67
                    en | -1542.67 | EUR | −€1,542.67
                    es | -7.50    | GBP | −7,50_£
                    en | 7.50     | USD | 7.50_USD
                    zh | 900      | JPY | 900_JPY
                    es | 1.250    | KWD | 1,250_KWD
                    """)
    void money(String language, BigDecimal amount, String currency, String written) {
        MoneyAmount money = new MoneyAmount(amount, Currency.getInstance(currency));

        assertThat(formats(language).money(money).replace('\u00a0', '_')).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Friday 27 November 2026, 06:34:43 Europe/Madrid
                    es | viernes, 27 de noviembre de 2026, 06:34:43 Europe/Madrid
                    zh | 2026年11月27日 星期五 06:34:43 Europe/Madrid
                    """)
    void moments(String language, String written) {
        assertThat(formats(language).exactly(MOMENT, ZoneId.of("Europe/Madrid")))
                .isEqualTo(written);
    }

    private static Formats formats(String language) {
        return Formats.in(Locale.forLanguageTag(language));
    }
}
