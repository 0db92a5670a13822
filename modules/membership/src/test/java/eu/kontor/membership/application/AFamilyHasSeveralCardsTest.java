package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static eu.kontor.membership.application.MembershipFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.membership.api.CardDesk.Addition;
import eu.kontor.membership.api.CardDesk.Issued;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.membership.api.Members.MemberDetails;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AFamilyHasSeveralCardsTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("family-hotel");
    private final Caller desk = frontDesk(hotel);
    private MemberDetails guest;
    private CardNumber first;

    @BeforeEach
    void a_guest_of_the_hotel() {
        guest = membership.members().enrol(desk, person("Clara", "Rey"));
        first = guest.cards().getFirst().number();
    }

    private Issued added(String key) {
        return membership
                .desk()
                .add(desk, new Addition(key + " " + first, first, Optional.of("Partner"), Optional.empty()));
    }

    private static void refused(RefusalCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void both_are_the_same_members_and_the_list_says_who_carries_which() {
        CardNumber second = added("a").card();
        assertThat(membership.cards().find(hotel, second).usableOrRefuse().member())
                .isEqualTo(guest.member());
        assertThat(membership.cards().find(hotel, first).usableOrRefuse().member())
                .isEqualTo(guest.member());
        assertThat(membership.members().get(desk, guest.member()).cards())
                .extracting(CardRow::number, CardRow::label)
                .containsExactlyInAnyOrder(tuple(first, Optional.empty()), tuple(second, Optional.of("Partner")));
        assertThat(membership.audited(hotel, first)).singleElement().asString().startsWith("add-card");
    }

    @Test
    void blocking_one_leaves_the_other() {
        CardNumber second = added("a").card();
        membership.desk().block(desk, first, "lost");
        refused(
                RefusalCode.CARD_BLOCKED,
                () -> membership.cards().find(hotel, first).usableOrRefuse());
        assertThat(membership.cards().find(hotel, second).usableOrRefuse().member())
                .isEqualTo(guest.member());
    }

    @Test
    void the_one_that_replaces_the_partners_is_the_partners() {
        CardNumber second = added("a").card();
        CardNumber third = membership
                .desk()
                .replace(desk, new Replacement("r " + second, second, "worn", Optional.empty()))
                .card();
        assertThat(membership.members().get(desk, guest.member()).cards())
                .filteredOn(row -> row.number().equals(third))
                .singleElement()
                .satisfies(row -> assertThat(row.label()).contains("Partner"));
        assertThat(membership.cards().find(hotel, first).usableOrRefuse().replacedByEnding())
                .isEmpty();
    }

    @Test
    void the_same_request_again_issues_no_further_card() {
        Issued once = added("a");
        assertThat(added("a")).isEqualTo(new Issued(once.card(), true));
        assertThat(membership.members().get(desk, guest.member()).cards()).hasSize(2);
    }

    @Test
    void a_member_has_so_many_usable_cards_and_no_more() {
        for (int cards = 1; cards < CardDesk.MOST_CARDS; cards++) {
            added("card " + cards);
        }
        refused(RefusalCode.TOO_MANY_CARDS, () -> added("one more"));
        assertThat(membership
                        .desk()
                        .replace(desk, new Replacement("r " + first, first, "worn", Optional.empty()))
                        .replayed())
                .as("one for another is no more than before")
                .isFalse();
    }

    @Test
    void a_card_that_cannot_be_used_brings_no_other() {
        membership.desk().block(desk, first, "lost");
        refused(RefusalCode.CARD_BLOCKED, () -> added("a"));
    }
}
