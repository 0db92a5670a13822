package eu.kontor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

    @Test
    void followsTheCheckDigitOfThePublishedExample() {
        // 4992 7398 716 is the widely published example of the Luhn formula; here behind leading zeros.
        // zeros.
        assertThat(new CardNumber("0000049927398716").grouped()).isEqualTo("0000 0499 2739 8716");
    }

    @Test
    void anIssuedNumberCarriesPrefixAndSerialAndReadsBack() {
        CardNumber card = CardNumber.issue("972401", 42);

        assertThat(card.value()).startsWith("972401000000042").hasSize(16);
        assertThat(CardNumber.parse(card.grouped())).isEqualTo(card);
    }

    @Test
    void everySingleWrongDigitIsNoticed() {
        String good = CardNumber.issue("972401", 123_456_789).value();
        for (int i = 0; i < good.length(); i++) {
            char other = (char) ('0' + (good.charAt(i) - '0' + 1) % 10);
            String misread = good.substring(0, i) + other + good.substring(i + 1);
            assertThatThrownBy(() -> new CardNumber(misread))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(RefusalCode.CARD_CHECK_DIGIT_WRONG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "97240100000004X2", "97240100000004232", "972401٠٠٠٠٠٠٠٤٢٣"})
    void whatIsNotSixteenDigitsIsRefusedWithAWordOnWhatToDo(String text) {
        assertThatThrownBy(() -> CardNumber.parse(text)).hasMessageContaining("16 digits");
    }
}
