package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.by;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static eu.kontor.membership.application.MembershipFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardDesk.Issued;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards.Shown;
import eu.kontor.membership.api.Members.MemberDetails;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ALostCardIsReplacedTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("replace-hotel");
    private final TenantId cafe = DATABASE.tenant("replace-cafe");
    private final Caller desk = frontDesk(hotel);
    private MemberDetails guest;
    private CardNumber old;

    @BeforeEach
    void a_guest_of_the_hotel() {
        guest = membership.members().enrol(desk, person("Noa", "Ferrer"));
        old = guest.cards().getFirst().number();
    }

    private Issued replaced(Caller caller, String key, CardNumber card) {
        return membership.desk().replace(caller, new Replacement(key, card, "lost at the pool", Optional.empty()));
    }

    private String key(String what) {
        return what + " " + old;
    }

    @Test
    void the_new_number_is_the_same_members_and_the_old_one_says_what_to_ask_for() {
        CardNumber fresh = replaced(desk, key("r"), old).card();
        assertThat(membership.cards().find(cafe, fresh).usableOrRefuse().member())
                .isEqualTo(guest.member());
        CardHolder holder = membership.cards().find(cafe, old);
        assertThat(holder.member()).as("the old number still finds her").isEqualTo(guest.member());
        assertThatThrownBy(holder::usableOrRefuse).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.CARD_REPLACED);
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.CHINESE)) {
                assertThat(refusal.sentence(language))
                        .contains(fresh.ending())
                        .doesNotContain(fresh.value(), fresh.value().substring(12));
            }
        });
        assertThat(membership
                        .cards()
                        .resolve(List.of(new Shown(cafe, old), new Shown(hotel, old)))
                        .values())
                .extracting(CardHolder::replacedByEnding)
                .containsOnly(Optional.of(fresh.ending()));
        assertThat(membership.cards().bearer(Optional.of(cafe), old).holder().replacedByEnding())
                .contains(fresh.ending());
    }

    @Test
    void a_desk_finds_her_by_the_old_number_and_another_brand_learns_no_more_than_how_the_new_one_ends() {
        CardNumber fresh = replaced(desk, key("r"), old).card();
        assertThat(membership
                        .members()
                        .search(desk, old.grouped(), Optional.empty(), 5)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.member()).isEqualTo(guest.member()));
        assertThat(membership
                        .members()
                        .search(desk, "Noa Ferrer", Optional.empty(), 200)
                        .rows())
                .filteredOn(row -> row.member().equals(guest.member()))
                .singleElement()
                .satisfies(row -> assertThat(row.card()).as("the one to use").isEqualTo(fresh));
        assertThat(membership.members().byCard(frontDesk(cafe), old).cards())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo(old);
                    assertThat(row.replacedByEnding()).contains(fresh.ending());
                    assertThat(row.problem()).map(Refusal::code).contains(RefusalCode.CARD_REPLACED);
                });
    }

    @Test
    void the_oldest_of_three_numbers_speaks_of_the_newest() {
        CardNumber second = replaced(desk, key("1"), old).card();
        CardNumber third = replaced(desk, key("2"), second).card();
        for (CardNumber each : List.of(old, second)) {
            assertThat(membership.cards().find(hotel, each).replacedByEnding()).contains(third.ending());
        }
        assertThat(membership.cards().find(hotel, third).usableOrRefuse().member())
                .isEqualTo(guest.member());
    }

    @Test
    void a_request_whose_answer_was_lost_gets_the_same_number_and_issues_no_second() {
        Issued first = replaced(desk, key("r"), old);
        Issued again = replaced(desk, key("r"), old);
        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new Issued(first.card(), true));
        assertThat(membership.members().get(desk, guest.member()).cards()).hasSize(2);
        assertThatThrownBy(() -> replaced(desk, key("r"), first.card()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.REQUEST_KEY_REUSED));
        assertThatThrownBy(() -> replaced(desk, key("other"), old))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CARD_REPLACED));
    }

    @Test
    void of_two_desks_at_once_one_replaces_it() {
        List<CompletableFuture<Boolean>> both = Stream.of("left", "right")
                .map(side -> CompletableFuture.supplyAsync(() -> {
                    try {
                        replaced(desk, key(side), old);
                        return true;
                    } catch (Refusal refusal) {
                        assertThat(refusal.code()).isEqualTo(RefusalCode.CARD_REPLACED);
                        return false;
                    }
                }))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(membership.members().get(desk, guest.member()).cards()).hasSize(2);
    }

    @Test
    void a_refusal_does_not_burn_the_key() {
        assertThatThrownBy(() -> replaced(frontDesk(cafe), key("r"), old))
                .as("the café does not know her")
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CARD_UNKNOWN));
        membership.cards().enrol(cafe, List.of(guest.member()));
        assertThat(replaced(frontDesk(cafe), key("r"), old).replayed()).isFalse();
    }

    @Test
    void a_machine_shows_the_members_code() {
        Caller machine = by(hotel, Role.MACHINE);
        assertThatThrownBy(() -> replaced(machine, key("m"), old))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.FIELD_MISSING));
        assertThatThrownBy(() -> membership
                        .desk()
                        .replace(machine, new Replacement(key("m"), old, "lost", Optional.of("000000"))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG));
        assertThat(membership
                        .desk()
                        .replace(machine, new Replacement(key("m"), old, "lost", Optional.of("471183")))
                        .card())
                .isNotEqualTo(old);
    }

    @Test
    void the_audit_trail_says_who_replaced_it_by_what_and_why() {
        CardNumber fresh = replaced(desk, key("r"), old).card();
        assertThat(membership.audited(hotel, old))
                .singleElement()
                .asString()
                .startsWith("replace-card")
                .contains("lost at the pool", fresh.value());
    }
}
