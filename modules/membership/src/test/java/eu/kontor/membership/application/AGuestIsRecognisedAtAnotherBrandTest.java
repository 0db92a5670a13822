package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardBearer;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Members.MemberDetails;
import eu.kontor.membership.api.Members.NewMember;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AGuestIsRecognisedAtAnotherBrandTest {

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("guest-hotel");
    private final TenantId cafe = DATABASE.tenant("guest-cafe");
    private final Caller hotelDesk = frontDesk(hotel);
    private final Caller cafeDesk = frontDesk(cafe);
    private MemberDetails guest;
    private CardNumber card;

    @BeforeEach
    void the_hotel_enrols_a_guest() {
        guest = membership
                .members()
                .enrol(
                        hotelDesk,
                        new NewMember(
                                "Inês",
                                "Conceição",
                                Optional.of("+351 910 000 123"),
                                Optional.of("ines@example.com"),
                                Locale.forLanguageTag("pt"),
                                "471183",
                                true));
        card = guest.cards().getFirst().number();
    }

    @Test
    void the_hotel_sees_the_whole_person() {
        assertThat(guest.name()).isEqualTo("Inês Conceição");
        assertThat(guest.phone()).contains("+351 910 000 123");
        assertThat(guest.enrolledHere()).isTrue();
        assertThat(card.value()).startsWith("972401");
        assertThat(membership.members().get(hotelDesk, guest.member())).isEqualTo(guest);
    }

    @Test
    void the_cafe_finds_her_by_the_card_she_shows_but_sees_no_contact_data() {
        MemberDetails seen = membership.members().byCard(cafeDesk, card);
        assertThat(seen.name()).isEqualTo("Inês");
        assertThat(seen.enrolledHere()).isFalse();
        assertThat(seen.phone()).isEmpty();
        assertThat(seen.email()).isEmpty();
        assertThat(seen.cards()).as("the one she shows").singleElement().satisfies(shown -> {
            assertThat(shown.number()).isEqualTo(card);
            assertThat(shown.blocked()).isFalse();
        });
    }

    @Test
    void the_cafe_does_not_find_her_by_name_or_number() {
        assertThat(membership
                        .members()
                        .search(cafeDesk, "conceicao", Optional.empty(), 200)
                        .rows())
                .extracting(row -> row.member())
                .doesNotContain(guest.member());
        assertThatThrownBy(() -> membership.members().get(cafeDesk, guest.member()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.MEMBER_UNKNOWN));
        assertThat(membership.members().names(cafeDesk, List.of(guest.member())))
                .isEmpty();
    }

    @Test
    void after_her_first_visit_the_cafe_knows_her_too() {
        CardHolder holder = membership.cards().find(cafe, card);
        assertThat(holder.enrolled()).isFalse();
        membership.cards().enrol(cafe, List.of(holder.member()));
        membership.cards().enrol(cafe, List.of(holder.member()));
        assertThat(membership.cards().find(cafe, card).enrolled()).isTrue();
        assertThat(membership.members().byCard(cafeDesk, card).cards()).hasSize(1);
        assertThat(membership.members().byCard(cafeDesk, card).phone())
                .as("a purchase does not buy phone and mail")
                .isEmpty();
        assertThat(membership
                        .members()
                        .search(cafeDesk, "Conceição", Optional.empty(), 200)
                        .rows())
                .extracting(row -> row.member())
                .contains(guest.member());
        assertThat(membership.members().alsoAt(cafeDesk))
                .anySatisfy(pair -> assertThat(pair.other()).isEqualTo(hotel));
    }

    @Test
    void a_till_is_told_who_shows_a_card_and_what_she_is_there() {
        CardBearer shown = membership.cards().bearer(Optional.of(cafe), card);
        assertThat(shown.name()).isEqualTo("Inês Conceição");
        assertThat(shown.language()).contains(Locale.forLanguageTag("pt"));
        assertThat(shown.memberSince()).contains(guest.memberSince());
        assertThat(shown.asStranger().name()).isEqualTo("Inês");
        assertThat(shown.holder()).isEqualTo(membership.cards().find(cafe, card));
        assertThat(shown.holder().enrolled()).isFalse();
        assertThat(membership.cards().bearer(Optional.of(hotel), card).holder().enrolled())
                .isTrue();
        assertThat(membership.cards().bearer(Optional.empty(), card).holder().enrolled())
                .as("the operator has no members of its own")
                .isFalse();
        assertThatThrownBy(() -> membership.cards().bearer(Optional.of(cafe), CardNumber.issue("972401", 999_999_999)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CARD_UNKNOWN));
    }

    @Test
    void one_query_resolves_a_batch_and_leaves_unknown_cards_out() {
        CardNumber unknown = CardNumber.issue("972401", 999_999_999);
        assertThat(membership.cards().resolve(hotel, List.of(card, unknown))).containsOnlyKeys(card);
    }

    @Test
    void a_card_of_another_coalition_and_an_unknown_one_are_refused() {
        assertThatThrownBy(() -> membership.cards().find(hotel, CardNumber.issue("555500", 1)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CARD_OF_ANOTHER_COALITION));
        assertThatThrownBy(() -> membership.members().byCard(hotelDesk, CardNumber.issue("972401", 999_999_999)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CARD_UNKNOWN));
    }

    @Test
    void a_lost_card_is_blocked_by_a_brand_that_knows_the_member_only() {
        assertThatThrownBy(() -> membership.desk().block(cafeDesk, card, "lost"))
                .isInstanceOf(Refusal.class);
        membership.desk().block(hotelDesk, card, "lost at the pool");
        assertThat(membership.members().byCard(cafeDesk, card).cards())
                .as("as the café sees it when it is shown")
                .singleElement()
                .satisfies(shown -> assertThat(shown.blocked()).isTrue());
        CardHolder holder = membership.cards().find(cafe, card);
        assertThatThrownBy(holder::usableOrRefuse)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CARD_BLOCKED));
    }

    @Test
    void no_card_of_a_closed_member_may_be_used_neither_an_old_one_nor_a_new_one() throws SQLException {
        CardNumber other =
                CardNumber.issue("972401", 900_000_000 + guest.member().value());
        try (Connection superuser = DATABASE.superuser()) {
            assertThat(membership.cards().find(cafe, card).memberActive()).isTrue();
            setState(superuser, "closed");
            issue(superuser, other);
            for (CardNumber each : List.of(card, other)) {
                assertThatThrownBy(() -> membership.cards().find(cafe, each).usableOrRefuse())
                        .isInstanceOfSatisfying(
                                Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.MEMBER_NOT_ACTIVE));
                assertThat(membership
                                .cards()
                                .bearer(Optional.of(cafe), each)
                                .holder()
                                .memberActive())
                        .isFalse();
            }
            setState(superuser, "active");
            assertThat(membership.cards().find(cafe, other).memberActive()).isTrue();
        }
    }

    private void setState(Connection superuser, String state) throws SQLException {
        try (PreparedStatement statement =
                superuser.prepareStatement("update coalition.member set state = ? where member_id = ?")) {
            statement.setString(1, state);
            statement.setLong(2, guest.member().value());
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private void issue(Connection superuser, CardNumber number) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(
                "insert into coalition.card (card_number, member_id, issued_on) values (?, ?, current_date)")) {
            statement.setString(1, number.value());
            statement.setLong(2, guest.member().value());
            statement.execute();
        }
    }

    @Test
    void the_operator_finds_everyone() {
        assertThat(membership
                        .members()
                        .search(Caller.system("test"), "inês conc", Optional.empty(), 200)
                        .rows())
                .extracting(row -> row.member())
                .contains(guest.member());
        assertThat(membership
                        .members()
                        .get(Caller.system("test"), guest.member())
                        .name())
                .isEqualTo("Inês Conceição");
        assertThat(membership.members().names(Caller.system("test"), List.of(guest.member(), new MemberId(987654321))))
                .containsOnlyKeys(guest.member());
    }
}
