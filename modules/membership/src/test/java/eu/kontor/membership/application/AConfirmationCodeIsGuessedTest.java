package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static eu.kontor.membership.application.MembershipFixture.person;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.membership.api.ConfirmationCodes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AConfirmationCodeIsGuessedTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final MemberId member = membership
            .members()
            .enrol(frontDesk(DATABASE.tenant("code-hotel")), person("Ana", "Silva"))
            .member();

    @Test
    void the_right_code_is_accepted_and_a_wrong_one_refused() {
        assertThatCode(() -> membership.codes().verify(member, "4711")).doesNotThrowAnyException();
        assertThatThrownBy(() -> membership.codes().verify(member, "4712")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> membership.codes().verify(member, "not digits"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> membership.codes().verify(member, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void after_five_wrong_ones_even_the_right_one_is_refused_for_a_quarter_of_an_hour() {
        guessWrong(ConfirmationCodes.MAX_ATTEMPTS);
        assertThatThrownBy(() -> membership.codes().verify(member, "4711")).isInstanceOf(Refusal.class);
        membership.advance(Duration.ofMinutes(ConfirmationCodes.LOCK_MINUTES).plusSeconds(1));
        assertThatCode(() -> membership.codes().verify(member, "4711")).doesNotThrowAnyException();
    }

    @Test
    void the_right_one_in_between_begins_the_count_again() {
        guessWrong(ConfirmationCodes.MAX_ATTEMPTS - 1);
        membership.codes().verify(member, "4711");
        guessWrong(ConfirmationCodes.MAX_ATTEMPTS - 1);
        assertThatCode(() -> membership.codes().verify(member, "4711")).doesNotThrowAnyException();
    }

    @Test
    void inside_a_transaction_it_is_not_compared_because_the_count_would_be_undone() {
        assertThatThrownBy(() -> membership.transactions().asPoster(unit -> {
                    membership.codes().verify(member, "4711");
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void guessWrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> membership.codes().verify(member, "0000")).isInstanceOf(Refusal.class);
        }
    }
}
