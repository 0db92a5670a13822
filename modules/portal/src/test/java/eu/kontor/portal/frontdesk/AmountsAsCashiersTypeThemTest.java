package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsAsCashiersTypeThemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.40|12.40",
                "12,40|12.40",
                "12|12.00",
                "12,4|12.40",
                "1.234,50|1234.50",
                "1,234.50|1234.50",
                "1.234|1234.00",
                "12345|12345.00",
                " 7.05 |7.05",
                "0|0.00"
            })
    void areRead(String typed, String read) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance("EUR")))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12.345,6,7", "-5", "12..40", "1.2.3"})
    void areRefusedWhereTheyAreNone(String typed) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance("EUR"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JPY|1.240|1240",
                "JPY|1,240|1240",
                "JPY|5|5",
                "KWD|12.345|12.345",
                "KWD|1,234.5|1234.500",
                "KWD|1.234.567|1234567.000",
                "KWD|12|12.000"
            })
    void areReadWithTheDecimalsOfTheirCurrency(String currency, String typed, String read) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance(currency)))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualTo(read));
    }

    @ParameterizedTest
    @CsvSource({"JPY,12.5", "JPY,12.50", "KWD,12.3456"})
    void areRefusedWithMoreDecimalsThanTheirCurrencyHas(String currency, String typed) {
        assertThat(TypedAmount.parse(typed, Currency.getInstance(currency))).isEmpty();
    }
}
