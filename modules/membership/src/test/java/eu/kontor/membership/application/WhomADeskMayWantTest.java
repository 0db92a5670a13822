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
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardDesk.Replacement;
import eu.kontor.membership.api.MemberLists.Listed;
import eu.kontor.membership.api.Members.MemberDetails;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhomADeskMayWantTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private final MembershipFixture membership = new MembershipFixture();
    private final TenantId hotel = DATABASE.tenant("wanted-hotel");
    private final TenantId cafe = DATABASE.tenant("wanted-cafe");
    private final Caller desk = frontDesk(hotel);

    private MemberDetails enrol(Caller caller, String name) {
        return membership.members().enrol(caller, person(name, "Wanted"));
    }

    private static CardNumber card(MemberDetails member) {
        return member.cards().getFirst().number();
    }

    @Test
    void whoever_is_new_stands_in_the_list_of_their_brand_the_latest_first_and_page_after_page() {
        List<MemberId> made = new ArrayList<>();
        for (String name : List.of("Ada", "Bea", "Cleo")) {
            made.addFirst(enrol(desk, name).member());
            membership.advance(Duration.ofDays(1));
        }
        MemberId elsewhere = enrol(frontDesk(cafe), "Dora").member();

        Page<Listed> first = membership.lists().newSince(desk, MARCH, Optional.empty(), 2);
        Page<Listed> second = membership.lists().newSince(desk, MARCH, first.next(), 2);
        List<MemberId> listed = new ArrayList<>();
        first.rows().forEach(row -> listed.add(row.member()));
        second.rows().forEach(row -> listed.add(row.member()));

        assertThat(listed).startsWith(made.toArray(new MemberId[0])).doesNotContain(elsewhere);
        assertThat(membership
                        .lists()
                        .newSince(desk, MARCH.plusDays(2), Optional.empty(), 10)
                        .rows())
                .extracting(Listed::member)
                .containsExactly(made.getFirst());
        assertThat(membership
                        .lists()
                        .newSince(Caller.system("operator"), MARCH, Optional.empty(), 10)
                        .rows())
                .extracting(Listed::member)
                .contains(elsewhere);
    }

    @Test
    void a_blocked_card_waits_until_it_is_usable_again_or_replaced() {
        MemberDetails lost = enrol(desk, "Emma");
        MemberDetails found = enrol(desk, "Flor");
        MemberDetails replaced = enrol(desk, "Greta");
        MemberDetails elsewhere = enrol(frontDesk(cafe), "Hilda");
        for (MemberDetails member : List.of(lost, found, replaced)) {
            membership.desk().block(desk, card(member), "lost");
        }
        membership.desk().block(frontDesk(cafe), card(elsewhere), "lost");
        membership.desk().unblock(by(hotel, Role.ADMIN), card(found), "found");
        membership
                .desk()
                .replace(desk, new Replacement("w " + card(replaced), card(replaced), "lost", Optional.empty()));

        assertThat(membership
                        .lists()
                        .withBlockedCard(desk, Optional.empty(), 10)
                        .rows())
                .containsExactly(new Listed(lost.member(), MARCH));
        assertThat(membership
                        .lists()
                        .withBlockedCard(Caller.system("operator"), Optional.empty(), 200)
                        .rows())
                .extracting(Listed::member)
                .contains(lost.member(), elsewhere.member())
                .doesNotContain(found.member(), replaced.member());
    }

    @Test
    void a_blocked_card_of_who_was_erased_waits_for_nobody() {
        MemberDetails gone = enrol(desk, "Inês");
        membership.desk().block(desk, card(gone), "lost");
        membership.transactions().asOperator(unit -> unit.jdbi()
                .createQuery("select coalition.erase_member(:member)")
                .bind("member", gone.member())
                .mapTo(Boolean.class)
                .one());

        assertThat(membership
                        .lists()
                        .withBlockedCard(desk, Optional.empty(), 10)
                        .rows())
                .extracting(Listed::member)
                .doesNotContain(gone.member());
    }

    @Test
    void a_machine_and_a_made_up_page_are_refused() {
        assertThatThrownBy(() -> membership.lists().newSince(by(hotel, Role.MACHINE), MARCH, Optional.empty(), 10))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
        for (String cursor : List.of("", "x", "2026-03-01_x", "2026-03-01_0", "x_1_2")) {
            assertThatThrownBy(() -> membership.lists().newSince(desk, MARCH, Optional.of(cursor), 10))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.CURSOR_INVALID));
            assertThatThrownBy(() -> membership.lists().withBlockedCard(desk, Optional.of(cursor), 10))
                    .isInstanceOf(Refusal.class);
        }
    }
}
