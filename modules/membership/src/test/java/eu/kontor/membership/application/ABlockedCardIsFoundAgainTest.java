package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.by;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static eu.kontor.membership.application.MembershipFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.Members.MemberDetails;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ABlockedCardIsFoundAgainTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("unblock-hotel");
    private final TenantId cafe = DATABASE.tenant("unblock-cafe");
    private final Caller desk = frontDesk(hotel);
    private final Caller admin = by(hotel, Role.ADMIN);
    private final Caller operator = Caller.system("operator");
    private MemberId guest;
    private CardNumber card;

    @BeforeEach
    void a_guest_of_the_hotel() {
        MemberDetails details = membership.members().enrol(desk, person("Iris", "Molina"));
        guest = details.member();
        card = details.cards().getFirst().number();
    }

    private static void refused(RefusalCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void an_admin_makes_it_usable_again_and_the_trail_says_why() {
        membership.desk().block(desk, card, "lost");
        membership.desk().unblock(admin, card, "found in the other coat");
        assertThat(membership.cards().find(cafe, card).usableOrRefuse().member())
                .isEqualTo(guest);
        assertThat(membership.audited(hotel, card)).hasSize(2).last().asString().contains("found in the other coat");
    }

    @Test
    void a_desk_and_a_machine_do_not() {
        membership.desk().block(desk, card, "lost");
        refused(RefusalCode.NOT_PERMITTED, () -> membership.desk().unblock(desk, card, "says it was found"));
        refused(RefusalCode.NOT_PERMITTED, () -> membership.desk().unblock(by(hotel, Role.MACHINE), card, "found"));
        refused(
                RefusalCode.CARD_BLOCKED,
                () -> membership.cards().find(hotel, card).usableOrRefuse());
    }

    @Test
    void nobody_does_without_a_reason() {
        membership.desk().block(desk, card, "lost");
        refused(RefusalCode.FIELD_MISSING, () -> membership.desk().unblock(admin, card, " "));
    }

    @Test
    void a_brand_that_does_not_know_the_member_does_not_know_the_card() {
        membership.desk().block(desk, card, "lost");
        refused(RefusalCode.CARD_UNKNOWN, () -> membership.desk().unblock(by(cafe, Role.ADMIN), card, "found"));
    }

    @Test
    void what_the_operator_blocked_no_brand_unblocks_or_replaces() {
        membership.desk().block(desk, card, "lost");
        membership.desk().block(operator, card, "copied cards are about");
        refused(RefusalCode.CARD_BLOCKED_BY_OPERATOR, () -> membership.desk().unblock(admin, card, "found"));
        refused(
                RefusalCode.CARD_BLOCKED_BY_OPERATOR,
                () -> membership.desk().replace(desk, new Replacement("r " + card, card, "lost", Optional.empty())));
        membership.desk().unblock(operator, card, "it was another one");
        assertThat(membership.cards().find(hotel, card).cardBlocked()).isFalse();
    }

    @Test
    void a_usable_card_and_a_replaced_one_are_refused() {
        refused(RefusalCode.CARD_NOT_BLOCKED, () -> membership.desk().unblock(admin, card, "found"));
        membership.desk().replace(desk, new Replacement("r " + card, card, "worn", Optional.empty()));
        refused(RefusalCode.CARD_REPLACED, () -> membership.desk().unblock(admin, card, "found"));
        refused(RefusalCode.CARD_REPLACED, () -> membership.desk().unblock(operator, card, "found"));
    }
}
