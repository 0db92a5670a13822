package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.by;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static eu.kontor.membership.application.MembershipFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.ConfirmationCodes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AConfirmationCodeIsGuessedTest {

    private static final String RIGHT = "471183";
    private static final String WRONG = "000000";

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("code-hotel");
    private final TenantId cafe = DATABASE.tenant("code-cafe");
    private final Caller desk = frontDesk(hotel);
    private final Caller till = machine("till");
    private final MemberId member = newMember();

    @Test
    void the_right_code_is_accepted_and_a_wrong_one_refused() {
        right(till);
        for (String wrong : new String[] {"471184", "not digits", "4711", null}) {
            assertThat(refusal(till, wrong)).isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG);
        }
    }

    @Test
    void after_five_wrong_ones_even_the_right_one_is_refused_each_time_for_longer() {
        for (Duration span : new Duration[] {
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(1)
        }) {
            guessWrong(till, ConfirmationCodes.MAX_ATTEMPTS);
            membership.advance(span.minusSeconds(1));
            assertThat(refusal(till, RIGHT)).isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG);
            membership.advance(Duration.ofSeconds(2));
        }
        right(till);
        guessWrong(till, ConfirmationCodes.MAX_ATTEMPTS);
        membership.advance(Duration.ofMinutes(16));
        right(till);
    }

    @Test
    void the_right_one_in_between_begins_the_count_again() {
        guessWrong(till, ConfirmationCodes.MAX_ATTEMPTS - 1);
        right(till);
        guessWrong(till, ConfirmationCodes.MAX_ATTEMPTS - 1);
        right(till);
    }

    @Test
    void a_till_that_guesses_locks_out_itself_and_nobody_else() {
        guessWrong(till, ConfirmationCodes.MAX_ATTEMPTS);

        right(machine("another till"));
        right(desk);
        assertThat(refusal(till, RIGHT)).isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG);
        assertThat(membership.signals(hotel)).contains("code-guessing member " + member.value() + " 1");
    }

    @Test
    void when_several_of_one_brand_guess_that_brand_is_locked_out_for_an_hour_and_no_other() {
        for (int i = 0; i < 3; i++) {
            guessWrong(machine("guesser " + i), ConfirmationCodes.MAX_ATTEMPTS);
        }
        assertThat(refusal(desk, RIGHT)).isEqualTo(RefusalCode.CONFIRMATION_CODE_LOCKED);
        right(frontDesk(cafe));
        membership.advance(Duration.ofMinutes(61));
        right(desk);
    }

    @Test
    void when_several_brands_guess_it_is_locked_for_all_until_it_is_renewed_or_an_hour_is_over() {
        for (String slug : List.of("code-bar", "code-spa", "code-shop")) {
            guessWrong(machine(DATABASE.tenant(slug), "guesser"), ConfirmationCodes.MAX_ATTEMPTS);
        }
        assertThat(refusal(desk, RIGHT)).isEqualTo(RefusalCode.CONFIRMATION_CODE_LOCKED);
        membership.advance(Duration.ofMinutes(61));
        right(desk);
    }

    @Test
    void a_person_at_a_desk_hears_how_many_tries_are_left_and_until_when_it_is_locked() {
        Refusal mistyped =
                catchThrowableOfType(Refusal.class, () -> membership.codes().verify(desk, member, WRONG));
        assertThat(mistyped.code()).isEqualTo(RefusalCode.CONFIRMATION_CODE_MISTYPED);
        assertThat(mistyped.details()).containsEntry("left", 4);

        guessWrong(desk, ConfirmationCodes.MAX_ATTEMPTS - 1);
        Refusal locked =
                catchThrowableOfType(Refusal.class, () -> membership.codes().verify(desk, member, RIGHT));

        assertThat(locked.code()).isEqualTo(RefusalCode.CONFIRMATION_CODE_LOCKED);
        assertThat(locked.sentence(Locale.ENGLISH)).contains("until 2026-03-01 10:15");
    }

    @Test
    void who_tries_one_code_at_many_members_is_turned_away_and_locks_out_none_of_them() {
        Caller sprayer = machine("sprayer");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> guessUntilTurnedAway(sprayer));

        assertThat(refusal.code()).isEqualTo(RefusalCode.TILL_TOO_FAST);
        assertThat(membership.signals(hotel)).anyMatch(signal -> signal.startsWith("code-guessing client sprayer"));
        right(desk);
    }

    @Test
    void inside_a_transaction_it_is_not_compared_because_the_count_would_be_undone() {
        assertThatThrownBy(() -> membership.transactions().asPoster(unit -> {
                    membership.codes().verify(till, member, RIGHT);
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private void guessUntilTurnedAway(Caller caller) {
        for (int i = 0; i < 70; i++) {
            try {
                membership.codes().verify(caller, newMember(), WRONG);
            } catch (Refusal refusal) {
                if (refusal.code() != RefusalCode.CONFIRMATION_CODE_WRONG) {
                    throw refusal;
                }
            }
        }
    }

    private void right(Caller caller) {
        assertThatCode(() -> membership.codes().verify(caller, member, RIGHT)).doesNotThrowAnyException();
    }

    private RefusalCode refusal(Caller caller, String code) {
        return refusalOf(caller, member, code);
    }

    private RefusalCode refusalOf(Caller caller, MemberId whose, String code) {
        return catchThrowableOfType(Refusal.class, () -> membership.codes().verify(caller, whose, code))
                .code();
    }

    private void guessWrong(Caller caller, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> membership.codes().verify(caller, member, WRONG))
                    .isInstanceOf(Refusal.class);
        }
    }

    private MemberId newMember() {
        return membership
                .members()
                .enrol(by(hotel, Role.FRONT_DESK), person("Ana", "Silva"))
                .member();
    }

    /** A client of its own: tests share the database. */
    private Caller machine(String name) {
        return machine(hotel, name);
    }

    private static Caller machine(TenantId brand, String name) {
        return new Caller(name + UUID.randomUUID(), name, Optional.of(brand), Set.of(Role.MACHINE), Locale.ENGLISH);
    }
}
