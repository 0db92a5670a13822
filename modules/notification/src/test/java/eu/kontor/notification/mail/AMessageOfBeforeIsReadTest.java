package eu.kontor.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Messages may wait in the outbox while a server is brought up to date. */
class AMessageOfBeforeIsReadTest {

    @Test
    void though_it_has_another_word_for_the_day_on_which_points_expire() {
        ExpiryNoticeMessage message = ExpiryNoticeMessage.parse(
                """
                {"key": "7_12_2026-12-01_40", "points": 40, "fixedTerm": false, "lapsesOn": "2026-12-24", "attempt": 2}""");

        assertThat(message.expiresOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(message.attempt()).isEqualTo(2);
    }
}
