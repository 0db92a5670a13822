package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.returning;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who redeems something every other year and brings it back would have points for ever. */
class AReturnedRedemptionKeepsNothingAliveTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final LocalDate STAY = TODAY.minusDays(40);

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @BeforeEach
    void a_guest_stayed_some_time_ago() {
        ledger.earn(guest, HOTEL, STAY, TWO_YEARS, 100);
    }

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void the_last_activity_is_what_it_was_before() {
        PostingId hold = redeemed(60);
        assertLastActivity(TODAY);

        ledger.posted(returning(guest, HOTEL, hold, Optional.empty()));

        assertLastActivity(STAY);
    }

    @Test
    void also_when_it_took_of_several_pockets() {
        ledger.earn(guest, HOTEL, STAY, ONE_YEAR, 30);
        PostingId hold = redeemed(110);

        ledger.posted(returning(guest, HOTEL, hold, Optional.empty()));

        assertLastActivity(STAY);
    }

    @Test
    void a_part_that_came_back_was_a_visit_until_the_last_of_it_is_back() {
        PostingId hold = redeemed(60);

        ledger.posted(returning(guest, HOTEL, hold, Optional.of(Points.of(20))));
        assertLastActivity(TODAY);

        ledger.posted(returning(guest, HOTEL, hold, Optional.of(Points.of(40))));
        assertLastActivity(STAY);
    }

    @Test
    void what_else_was_done_on_that_day_stays() {
        PostingId hold = redeemed(60);
        ledger.earn(guest, HOTEL, TODAY, TWO_YEARS, 10);

        ledger.posted(returning(guest, HOTEL, hold, Optional.empty()));

        assertLastActivity(TODAY);
    }

    @Test
    void a_ticket_that_points_paid_for_is_one_visit_and_none_when_both_its_sides_are_back() {
        PostingId hold = ledger.authorize(guest, HOTEL, 60).id();
        ledger.posted(
                new Posting.Capture(newKey(), guest, HOTEL, TODAY, hold, Optional.empty(), true, Optional.empty()));
        PostingId sale = ledger.earn(guest, HOTEL, TODAY, TWO_YEARS, 10).id();
        assertLastActivity(TODAY);

        ledger.reverse(guest, HOTEL, sale);
        ledger.posted(returning(guest, HOTEL, hold, Optional.empty()));

        assertLastActivity(STAY);
    }

    @Test
    void nor_does_one_with_a_card_that_was_merged_keep_the_persons_points_alive() {
        MemberId person = newMember();
        ledger.earn(person, HOTEL, STAY.minusDays(10), TWO_YEARS, 30);
        ledger.merges.merge(ActorId.NONE, guest, person);
        PostingId hold = redeemed(60);
        assertThat(ledger.balances.of(person).lastActivity()).contains(TODAY);

        ledger.posted(returning(guest, HOTEL, hold, Optional.empty()));

        assertThat(ledger.balances.of(person).lastActivity()).contains(STAY);
    }

    private PostingId redeemed(long points) {
        PostingId hold = ledger.authorize(guest, HOTEL, points).id();
        ledger.capture(guest, HOTEL, hold);
        return hold;
    }

    private void assertLastActivity(LocalDate day) {
        assertThat(ledger.balances.of(guest).lastActivity()).contains(day);
    }
}
