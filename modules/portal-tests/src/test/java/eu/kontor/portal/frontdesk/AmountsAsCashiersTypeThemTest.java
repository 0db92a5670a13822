package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Points;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the language that the cashier reads: nothing is guessed. */
class AmountsAsCashiersTypeThemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "en|EUR|12.40|12.40",
                "en|EUR|12|12.00",
                "en|EUR|12.4|12.40",
                "en|EUR|1,234.50|1234.50",
                "en|EUR|1,234|1234.00",
                "en|EUR|1 234.50|1234.50",
                "en|EUR|12345|12345.00",
                "en|EUR|\" 7.05 \"|7.05",
                "en|EUR|0|0.00",
                "es|EUR|12,40|12.40",
                "es|EUR|1.234,50|1234.50",
                "es|EUR|12.505|12505.00",
                "zh|EUR|1,234.50|1234.50",
                "en|JPY|1,240|1240",
                "es|JPY|1.240|1240",
                "en|JPY|5|5",
                "en|KWD|12.345|12.345",
                "en|KWD|12,345|12345.000",
                "es|KWD|12,345|12.345",
                "es|KWD|12.345|12345.000",
                "en|KWD|1,234.5|1234.500"
            })
    void areRead(String language, String currency, String typed, String read) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance(currency), Locale.forLanguageTag(language)))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualTo(read));
    }

    /** The point of a number pad is typed in every language, and can group nothing here. */
    @ParameterizedTest
    @CsvSource({"es,12.40", "es,12.4", "en,'12,40'"})
    void theOtherSignIsReadWhereItCanMeanNothingElse(String language, String typed) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance("EUR"), Locale.forLanguageTag(language)))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualTo("12.40"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|EUR|12.505",
                "es|EUR|12,505",
                "en|EUR|1.234,50",
                "es|EUR|1,234.50",
                "en|EUR|1234,567.00",
                "en|EUR|12,34.50",
                "en|EUR|abc",
                "en|EUR|''",
                "en|EUR|-5",
                "en|EUR|12..40",
                "en|EUR|1.2.3",
                "en|JPY|12.5",
                "en|JPY|1.240",
                "en|KWD|12.3456"
            })
    void areRefusedWhereTheyAreNone(String language, String currency, String typed) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance(currency), Locale.forLanguageTag(language)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|1,240|1240", "es|1.240|1240", "en|1240|1240", "en|1.240|", "en|12.5|", "es|12,5|", "en|1,24|"})
    void pointsAreWhole(String language, String typed, Long read) {
        assertThat(PointsField.read(typed, Locale.forLanguageTag(language)).map(Points::value))
                .isEqualTo(java.util.Optional.ofNullable(read));
    }
}
