package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.capturing;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.gift;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static eu.kontor.ledger.testing.TestLedger.returning;
import static eu.kontor.ledger.testing.TestLedger.voiding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AccountMerges.Moved;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/0018-merged-accounts.md decides: one person had two cards, and the old one goes on finding the person. */
class MergingTwoAccountsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final ActorId BY = ActorId.NONE;

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId old = newMember();
    private final MemberId person = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void the_person_has_what_both_had_whichever_card_is_shown() {
        ledger.earn(old, HOTEL, 100);
        ledger.earn(person, CAFE, 30);

        assertThat(ledger.merges.merge(BY, old, person)).isEqualTo(new Moved(Points.of(100), Points.ZERO));

        assertThat(ledger.available(person)).isEqualTo(130);
        assertThat(ledger.available(old)).isEqualTo(130);
    }

    @Test
    void points_keep_their_issuer_their_pocket_and_their_day() {
        ledger.earn(old, HOTEL, TODAY.minusDays(40), ONE_YEAR, 20);
        ledger.earn(old, CAFE, TODAY.minusDays(3), TWO_YEARS, 50);
        ledger.merges.merge(BY, old, person);
        ledger.merges.part(BY, old);

        assertThat(rows(person))
                .filteredOn(row -> row.kind() == TransferKind.MERGED_IN)
                .extracting(
                        TransferRow::tenant,
                        row -> row.points().value(),
                        TransferRow::businessDate,
                        TransferRow::pocket)
                .containsExactlyInAnyOrder(
                        tuple(HOTEL, 20L, TODAY.minusDays(40), ONE_YEAR),
                        tuple(CAFE, 50L, TODAY.minusDays(3), TWO_YEARS));
    }

    @Test
    void the_old_card_earns_for_the_person() {
        ledger.earn(person, CAFE, 30);
        ledger.merges.merge(BY, old, person);

        Posted sale = ledger.earn(old, HOTEL, 70);

        assertThat(sale.availableAfter()).isEqualTo(Points.of(100));
        assertThat(ledger.available(person)).isEqualTo(100);
    }

    @Test
    void what_is_asked_again_with_the_old_card_is_known() {
        Posting.Earn sale = earning(old, HOTEL, 70);
        ledger.posted(sale);
        ledger.merges.merge(BY, old, person);

        assertThat(ledger.posted(sale).replayed()).isTrue();
        assertThat(ledger.available(person)).isEqualTo(70);
    }

    @Test
    void the_old_card_pays_with_what_the_person_has_and_never_with_more() {
        ledger.earn(person, CAFE, 30);
        ledger.merges.merge(BY, old, person);

        assertThat(ledger.refused(ledger.authorization(old, HOTEL, 31)).code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        ledger.redeem(old, HOTEL, 20);

        assertThat(ledger.available(person)).isEqualTo(10);
    }

    @Test
    void what_is_not_captured_is_the_persons_again() {
        ledger.earn(person, CAFE, 30);
        ledger.merges.merge(BY, old, person);
        PostingId hold = ledger.authorize(old, HOTEL, 20).id();
        PostingId other = ledger.authorize(old, HOTEL, 10).id();

        ledger.posted(voiding(old, HOTEL, hold));
        ledger.posted(capturing(old, HOTEL, other, Optional.of(Points.of(4))));

        assertThat(ledger.available(person)).isEqualTo(26);
        ledger.redeem(person, HOTEL, 26);
    }

    @Test
    void a_hold_that_runs_while_they_are_merged_ends_where_it_began() {
        ledger.earn(old, HOTEL, 100);
        PostingId captured = ledger.authorize(old, CAFE, 60).id();
        PostingId forgotten = ledger.authorize(old, CAFE, 30).id();

        assertThat(ledger.merges.merge(BY, old, person).points()).isEqualTo(Points.of(10));
        ledger.capture(old, CAFE, captured);
        assertThat(ledger.balances.of(person).held()).isEqualTo(Points.of(30));
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofHours(1)));
        ledger.holds.releaseOverdue();

        assertThat(forgotten.member()).isEqualTo(old);
        assertThat(ledger.available(person)).isEqualTo(40);
    }

    @Test
    void what_a_forgotten_hold_drew_is_back_before_they_part() {
        ledger.earn(person, CAFE, 30);
        ledger.merges.merge(BY, old, person);
        ledger.earn(old, HOTEL, 7);
        ledger.authorize(old, CAFE, 13);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofHours(1)));

        ledger.merges.part(BY, old);

        assertThat(ledger.available(old)).isEqualTo(7);
        assertThat(ledger.available(person)).isEqualTo(30);
    }

    @Test
    void a_purchase_of_before_is_taken_back_from_the_person() {
        PostingId sale = ledger.earn(old, HOTEL, 100).id();
        ledger.merges.merge(BY, old, person);
        ledger.earn(person, CAFE, 30);

        Posted back = ledger.reverse(old, HOTEL, sale);

        assertThat(back.points()).isEqualTo(Points.of(100));
        assertThat(ledger.available(person)).isEqualTo(30);
        assertThat(ledger.owed(person)).isZero();
    }

    @Test
    void what_was_spent_of_it_the_person_owes_and_earns_back_with_either_card() {
        PostingId sale = ledger.earn(old, HOTEL, 100).id();
        ledger.merges.merge(BY, old, person);
        ledger.redeem(person, CAFE, 60);

        assertThat(ledger.reverse(old, HOTEL, sale).points()).isEqualTo(Points.of(40));
        assertThat(ledger.owed(person)).isEqualTo(60);
        ledger.earn(old, CAFE, 50);
        ledger.earn(person, CAFE, 25);

        assertThat(ledger.owed(person)).isZero();
        assertThat(ledger.available(person)).isEqualTo(15);
    }

    @Test
    void a_debt_goes_along_and_is_repaid_with_what_is_there() {
        PostingId sale = ledger.earn(old, HOTEL, 100).id();
        ledger.redeem(old, CAFE, 100);
        ledger.reverse(old, HOTEL, sale);
        ledger.earn(person, CAFE, 30);

        assertThat(ledger.merges.merge(BY, old, person)).isEqualTo(new Moved(Points.ZERO, Points.of(100)));

        assertThat(ledger.available(person)).isZero();
        assertThat(ledger.owed(person)).isEqualTo(70);
    }

    @Test
    void a_redemption_of_before_comes_back_to_the_person() {
        ledger.earn(old, HOTEL, 100);
        PostingId hold = ledger.authorize(old, CAFE, 80).id();
        ledger.capture(old, CAFE, hold);
        ledger.merges.merge(BY, old, person);

        ledger.posted(returning(old, CAFE, hold, Optional.of(Points.of(50))));

        assertThat(ledger.available(person)).isEqualTo(70);
    }

    @Test
    void what_is_pending_waits_on_and_is_there_when_its_time_has_come() {
        Instant passed = ledger.clock.instant().plus(Duration.ofDays(14));
        PostingId sale = ledger.posted(waiting(100, passed)).id();
        ledger.merges.merge(BY, old, person);
        ledger.posted(waiting(50, passed));

        assertThat(ledger.available(person)).isZero();
        assertThat(ledger.balances.of(person).pending()).isEqualTo(Points.of(150));
        ledger.reverse(old, HOTEL, sale);
        assertThat(ledger.owed(person)).isZero();
        ledger.clock.set(passed);
        ledger.holds.releaseOverdue();

        assertThat(ledger.available(person)).isEqualTo(50);
    }

    @Test
    void points_of_a_sale_that_waits_repay_what_is_owed_first() {
        PostingId sale = ledger.earn(person, HOTEL, 40).id();
        ledger.redeem(person, CAFE, 40);
        ledger.reverse(person, HOTEL, sale);
        ledger.merges.merge(BY, old, person);

        ledger.posted(waiting(100, ledger.clock.instant().plus(Duration.ofDays(14))));

        assertThat(ledger.owed(person)).isZero();
        assertThat(ledger.balances.of(person).pending()).isEqualTo(Points.of(60));
    }

    @Test
    void a_gift_to_the_old_card_is_the_persons_and_none_to_oneself() {
        MemberId friend = newMember();
        ledger.earn(friend, HOTEL, 50);
        ledger.merges.merge(BY, old, person);
        ledger.posted(gift(friend, old, CAFE, 20));

        assertThat(ledger.available(person)).isEqualTo(20);
        assertThat(ledger.refused(gift(person, old, CAFE, 5)).code()).isEqualTo(RefusalCode.GIFT_TO_ONESELF);
        assertThat(ledger.refused(gift(old, person, CAFE, 5)).code()).isEqualTo(RefusalCode.GIFT_TO_ONESELF);
        ledger.posted(gift(old, friend, CAFE, 5));
        assertThat(ledger.available(friend)).isEqualTo(35);
    }

    @Test
    void parted_again_each_has_its_own_and_what_was_earned_with_its_card_since() {
        ledger.earn(old, HOTEL, 100);
        ledger.earn(person, CAFE, 30);
        ledger.merges.merge(BY, old, person);
        ledger.earn(old, HOTEL, 20);
        ledger.earn(person, CAFE, 7);
        ledger.redeem(old, CAFE, 15);
        ledger.redeem(person, CAFE, 2);

        assertThat(ledger.merges.part(BY, old)).isEqualTo(new Moved(Points.of(105), Points.ZERO));

        assertThat(ledger.available(old)).isEqualTo(105);
        assertThat(ledger.available(person)).isEqualTo(35);
    }

    @Test
    void parted_again_a_purchase_with_the_old_card_is_taken_back_there() {
        ledger.merges.merge(BY, old, person);
        PostingId sale = ledger.earn(old, HOTEL, 20).id();
        ledger.earn(person, CAFE, 7);
        ledger.merges.part(BY, old);

        ledger.reverse(old, HOTEL, sale);

        assertThat(ledger.available(old)).isZero();
        assertThat(ledger.available(person)).isEqualTo(7);
    }

    @Test
    void what_the_person_has_spent_cannot_come_back() {
        ledger.earn(old, HOTEL, 100);
        ledger.merges.merge(BY, old, person);
        ledger.redeem(person, CAFE, 70);

        ledger.merges.part(BY, old);

        assertThat(ledger.available(old)).isEqualTo(30);
        assertThat(ledger.available(person)).isZero();
    }

    @Test
    void a_debt_that_is_still_owed_goes_back_with_the_card() {
        PostingId sale = ledger.earn(old, HOTEL, 100).id();
        ledger.redeem(old, CAFE, 100);
        ledger.reverse(old, HOTEL, sale);
        ledger.merges.merge(BY, old, person);

        assertThat(ledger.merges.part(BY, old)).isEqualTo(new Moved(Points.ZERO, Points.of(100)));

        assertThat(ledger.owed(old)).isEqualTo(100);
        assertThat(ledger.owed(person)).isZero();
    }

    @Test
    void in_a_chain_the_last_has_everything_and_they_part_in_the_other_order() {
        MemberId third = newMember();
        ledger.earn(old, HOTEL, 100);
        ledger.earn(person, CAFE, 30);
        ledger.merges.merge(BY, old, person);
        ledger.merges.merge(BY, person, third);
        ledger.earn(old, HOTEL, 5);
        ledger.earn(person, HOTEL, 2);
        assertThat(ledger.available(third)).isEqualTo(137);
        assertThatThrownBy(() -> ledger.merges.part(BY, old)).isInstanceOf(IllegalStateException.class);

        ledger.merges.part(BY, person);
        assertThat(ledger.available(third)).isZero();
        assertThat(ledger.available(old)).isEqualTo(137);
        ledger.merges.part(BY, old);

        assertThat(ledger.available(old)).isEqualTo(105);
        assertThat(ledger.available(person)).isEqualTo(32);
    }

    @Test
    void nobody_is_merged_twice_or_into_one_who_was() {
        MemberId third = newMember();
        ledger.merges.merge(BY, old, person);

        assertThatThrownBy(() -> ledger.merges.merge(BY, old, third)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.merges.merge(BY, third, old)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.merges.merge(BY, person, old)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_partner_gains_or_loses_by_it() {
        ledger.earn(old, HOTEL, 100);
        ledger.merges.merge(BY, old, person);
        ledger.earn(old, HOTEL, 20);
        ledger.merges.part(BY, old);

        assertThat(rows(old))
                .filteredOn(row -> row.kind().isMerge())
                .isNotEmpty()
                .allMatch(row -> row.kind().price() == TransferKind.PriceBasis.NONE && !row.isLate());
    }

    private Posting.Earn waiting(long points, Instant from) {
        return new Posting.Earn(
                newKey(),
                old,
                HOTEL,
                1,
                TODAY,
                List.of(part(HOTEL, TWO_YEARS, points)),
                1,
                Optional.of(from),
                Optional.empty());
    }

    @Test
    void who_was_in_the_middle_and_gets_points_back_was_last_seen_when_the_person_was() {
        MemberId middle = newMember();
        ledger.merges.merge(BY, old, middle);
        ledger.merges.merge(BY, middle, person);
        ledger.earn(old, HOTEL, 70);

        ledger.merges.part(BY, middle);

        assertThat(ledger.available(middle)).isEqualTo(70);
        assertThat(ledger.balances.of(middle).lastActivity()).contains(TODAY);
    }

    private List<TransferRow> rows(MemberId member) {
        return ledger.transfers
                .ofMember(OPERATOR, member, Optional.empty(), 100)
                .rows();
    }
}
