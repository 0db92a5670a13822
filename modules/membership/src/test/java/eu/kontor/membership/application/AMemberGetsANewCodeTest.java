package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.by;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static eu.kontor.membership.application.MembershipFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CodeDesk.Renewal;
import eu.kontor.membership.api.Members.MemberDetails;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AMemberGetsANewCodeTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("new-code-hotel");
    private final TenantId stranger = DATABASE.tenant("new-code-stranger");
    private final Caller desk = frontDesk(hotel);
    private final Caller admin = by(hotel, Role.ADMIN);
    private final MemberDetails guest = membership.members().enrol(desk, person("Ana", "Silva"));
    private final CardNumber card = guest.cards().getFirst().number();

    @Test
    void under_the_eyes_of_an_admin_with_a_reason_and_a_trace_and_it_is_locked_for_nobody() {
        for (int i = 0; i < 5; i++) {
            refusal(() -> membership.codes().verify(desk, guest.member(), "000000"));
        }
        assertThat(refusal(() -> membership.codes().verify(desk, guest.member(), "471183")))
                .isEqualTo(RefusalCode.CONFIRMATION_CODE_LOCKED);

        membership.codeDesk().renew(admin, renewal("904613", null, "forgotten, passport seen"));

        assertThatCode(() -> membership.codes().verify(desk, guest.member(), "904613"))
                .doesNotThrowAnyException();
        assertThat(refusal(() -> membership.codes().verify(desk, guest.member(), "471183")))
                .isEqualTo(RefusalCode.CONFIRMATION_CODE_MISTYPED);
        assertThat(membership.audited(hotel, card)).singleElement().satisfies(entry -> assertThat(entry)
                .startsWith("renew-code")
                .contains("passport seen")
                .doesNotContain("904613"));
        assertThat(membership.signalsAmongBrands())
                .contains("code-replaced " + guest.member().value());
    }

    @Test
    void who_signed_in_long_ago_signs_in_again_first() {
        Caller longAgo = new Caller(
                admin.subject(),
                admin.name(),
                admin.tenant(),
                admin.roles(),
                admin.language(),
                admin.origin(),
                Optional.empty(),
                false);
        assertThat(refusal(() -> membership.codeDesk().renew(longAgo, renewal("904613", null, "forgotten"))))
                .isEqualTo(RefusalCode.SIGN_IN_TOO_OLD);
    }

    @Test
    void a_clerk_or_a_till_needs_the_code_of_until_now() {
        Caller till = by(hotel, Role.MACHINE);
        assertThat(refusal(() -> membership.codeDesk().renew(desk, renewal("904613", null, "forgotten"))))
                .isEqualTo(RefusalCode.NOT_PERMITTED);
        assertThat(refusal(() -> membership.codeDesk().renew(till, renewal("904613", "000000", null))))
                .isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG);

        membership.codeDesk().renew(till, renewal("904613", "471183", null));

        assertThatCode(() -> membership.codes().verify(till, guest.member(), "904613"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_brand_that_does_not_know_the_member_gives_no_codes() {
        assertThat(refusal(() ->
                        membership.codeDesk().renew(by(stranger, Role.ADMIN), renewal("904613", null, "a stranger"))))
                .isEqualTo(RefusalCode.CARD_UNKNOWN);
        assertThatCode(() -> membership.codes().verify(desk, guest.member(), "471183"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_weak_one_or_one_without_a_reason_is_refused() {
        assertThat(refusal(() -> membership.codeDesk().renew(admin, renewal("123456", null, "forgotten"))))
                .isEqualTo(RefusalCode.CONFIRMATION_CODE_WEAK);
        assertThat(refusal(() -> membership.codeDesk().renew(admin, renewal("904613", null, " "))))
                .isEqualTo(RefusalCode.FIELD_MISSING);
    }

    private Renewal renewal(String code, String current, String reason) {
        return new Renewal(card, code, Optional.ofNullable(current), Optional.ofNullable(reason));
    }

    private static RefusalCode refusal(Runnable attempt) {
        return catchThrowableOfType(Refusal.class, attempt::run).code();
    }
}
