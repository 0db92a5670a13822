package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Activity;
import eu.kontor.kernel.Points;
import eu.kontor.membership.api.Addresses.Address;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ALetterIsAMessageTest {

    private static final Coalition RONDA = new Coalition(
            "Ronda",
            Map.of("en", "Ronda points", "es", "puntos Ronda", "zh", "Ronda 积分"),
            ZoneOffset.UTC,
            "972401",
            YearMonth.of(2025, 1),
            Currency.getInstance("EUR"),
            BigDecimal.ONE,
            true,
            new ExpiryRules(30, Set.of(Activity.PURCHASE, Activity.GIFT_GIVEN)));

    private static final ExpiryNoticeMessage INACTIVITY =
            new ExpiryNoticeMessage("7_12_2026-04-14_1200", Points.of(1_200), false, LocalDate.of(2026, 4, 14), 1);

    @Test
    void it_says_what_keeps_points_alive_and_until_when_fixed_ones_can_be_used() {
        assertThat(letter(INACTIVITY, "en").subject()).isEqualTo("1,200 Ronda points expire on April 14, 2026");
        assertThat(letter(INACTIVITY, "en").body()).contains("a purchase or giving points.");
        assertThat(letter(INACTIVITY, "es").body()).contains("una compra o regalar puntos.");
        assertThat(letter(INACTIVITY, "zh").body()).contains("消费或赠送积分。");
        ExpiryNoticeMessage fixed =
                new ExpiryNoticeMessage("7_-988_2026-05-01_1200", Points.of(10), true, LocalDate.of(2026, 5, 1), 1);
        assertThat(letter(fixed, "en").body()).contains("through April 30, 2026");
        assertThat(letter(fixed, "zh").subject()).isEqualTo("10 Ronda 积分将于2026年5月1日失效");
    }

    @Test
    void it_has_lines_of_seven_bit_of_which_those_with_encoded_words_have_at_most_76() {
        String message = new String(
                letter(INACTIVITY, "zh").text("us@example.org", Instant.parse("2026-03-15T12:00:00Z")),
                StandardCharsets.UTF_8);

        assertThat(message.chars()).allMatch(character -> character < 128);
        assertThat(List.of(message.split("\r\n"))).allMatch(line -> line.length() <= 90);
        assertThat(message.lines().filter(line -> line.contains("=?UTF-8?B?")))
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.length() <= 76);
        assertThat(message)
                .contains("Message-ID: <7_12_2026-04-14_1200@example.org>\r\n")
                .contains("Date: Sun, 15 Mar 2026 12:00:00 GMT\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example\r\nBcc: c@d.example", "a b@c.example", "<a@b.example>", ""})
    void no_address_reaches_beyond_its_header(String address) {
        assertThatThrownBy(() -> new Letter("key", address, "subject", "body"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter letter(ExpiryNoticeMessage notice, String language) {
        return new ExpiryNoticeTranslator(RONDA)
                .letter(notice, new Address("Ana Reis", "ana@example.com", Locale.forLanguageTag(language), List.of()));
    }
}
