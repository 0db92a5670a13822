package eu.kontor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ACallerMayWhatItsRolesSayTest {

    @Test
    void a_whole_account_may_what_each_job_may_and_a_job_not_what_the_whole_account_may() {
        assertThat(with(Role.MACHINE).isAny(Role.TILL)).isTrue();
        assertThat(with(Role.MACHINE).isAny(Role.ADMIN, Role.FINANCE)).isFalse();
        assertThat(with(Role.TILL).isAny(Role.MACHINE)).isFalse();
        assertThat(with(Role.TILL).isAny(Role.FEED, Role.FINANCE_EXPORT, Role.ENROL))
                .isFalse();
    }

    @Test
    void who_signed_in_before_is_refused_what_cannot_be_undone() {
        Caller before = new Caller(
                "s",
                "S",
                Optional.empty(),
                Set.of(Role.OPERATOR),
                Locale.ENGLISH,
                Origin.NOWHERE,
                Optional.empty(),
                false);

        assertThatThrownBy(before::mustHaveProvenLately)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SIGN_IN_TOO_OLD));
        assertThatCode(with(Role.MACHINE)::mustHaveProvenLately).doesNotThrowAnyException();
    }

    private static Caller with(Role role) {
        return new Caller("s", "S", Optional.empty(), Set.of(role), Locale.ENGLISH);
    }
}
