package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.A_FIXED_YEAR;
import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.gift;
import static eu.kontor.ledger.testing.TestLedger.key;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.kernel.Activity;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Outcome.Refused;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/0009-gifts.md decides, and what a gift has in common with every posting. */
class GivingPointsAwayTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId giver = newMember();
    private final MemberId friend = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void the_recipient_has_what_the_giver_had() {
        ledger.earn(giver, HOTEL, 100);

        Posted given = ledger.posted(gift(giver, friend, CAFE, 30));

        assertThat(given.points()).isEqualTo(Points.of(30));
        assertThat(given.availableAfter()).isEqualTo(Points.of(70));
        assertThat(ledger.available(giver)).isEqualTo(70);
        assertThat(ledger.available(friend)).isEqualTo(30);
    }

    @Test
    void every_lot_goes_in_the_name_of_its_issuer_and_on_its_day() {
        ledger.earn(giver, HOTEL, TODAY.minusDays(40), TWO_YEARS, 20);
        ledger.earn(giver, CAFE, TODAY.minusDays(3), TWO_YEARS, 50);

        ledger.posted(gift(giver, friend, CAFE, 60));

        assertThat(rows(friend))
                .extracting(
                        TransferRow::kind,
                        TransferRow::tenant,
                        row -> row.points().value(),
                        TransferRow::businessDate)
                .containsExactlyInAnyOrder(
                        tuple(TransferKind.GIFT_RECEIVED, HOTEL, 20L, TODAY.minusDays(40)),
                        tuple(TransferKind.GIFT_RECEIVED, CAFE, 40L, TODAY.minusDays(3)));
    }

    @Test
    void the_soonest_to_expire_goes_first_and_lands_in_the_same_pocket() {
        ledger.earn(giver, HOTEL, TODAY, TWO_YEARS, 50);
        ledger.earn(giver, HOTEL, TODAY, ONE_YEAR, 20);

        ledger.posted(gift(giver, friend, HOTEL, 30));

        assertThat(ledger.balances.of(friend).pockets())
                .extracting(PocketBalance::pocket, pocket -> pocket.available().value())
                .containsExactly(tuple(ONE_YEAR, 20L), tuple(TWO_YEARS, 10L));
    }

    @Test
    void what_is_given_on_keeps_its_first_issuer() {
        MemberId third = newMember();
        ledger.earn(giver, HOTEL, TODAY.minusDays(40), TWO_YEARS, 20);
        ledger.posted(gift(giver, friend, CAFE, 20));

        ledger.posted(gift(friend, third, CAFE, 20));

        assertThat(rows(third)).singleElement().satisfies(row -> {
            assertThat(row.tenant()).isEqualTo(HOTEL);
            assertThat(row.businessDate()).isEqualTo(TODAY.minusDays(40));
        });
    }

    @Test
    void points_earned_or_received_in_the_same_batch_can_be_given() {
        MemberId third = newMember();

        List<Outcome> outcomes = ledger.poster.post(
                List.of(earning(giver, HOTEL, 10), gift(giver, friend, HOTEL, 10), gift(friend, third, HOTEL, 10)));

        assertThat(outcomes).allMatch(Posted.class::isInstance);
        assertThat(ledger.available(third)).isEqualTo(10);
        assertThat(rows(third)).singleElement().satisfies(row -> assertThat(row.tenant())
                .isEqualTo(HOTEL));
    }

    @Test
    void received_points_expire_when_they_would_have_expired_with_the_giver_and_in_the_name_of_their_issuer() {
        ledger.earn(giver, HOTEL, TODAY.minusMonths(11), ONE_YEAR, 100);
        ledger.posted(gift(giver, friend, CAFE, 100));

        assertThat(ledger.balances.of(friend).lastActivity()).contains(TODAY.minusMonths(11));
        ledger.expire(TODAY.minusDays(1));
        assertThat(ledger.available(friend)).isEqualTo(100);
        ledger.clock.set(ledger.clock.instant().plusSeconds(40L * 24 * 3600));
        ledger.tellEverybody(TODAY.plusDays(1));
        ledger.expire(TODAY.plusMonths(1));

        assertThat(rows(friend))
                .filteredOn(row -> row.kind() == TransferKind.EXPIRE)
                .singleElement()
                .satisfies(row -> assertThat(row.tenant()).isEqualTo(HOTEL));
    }

    @Test
    void a_gift_does_not_prolong_what_the_recipient_has() {
        ledger.earn(friend, HOTEL, TODAY.minusMonths(11), ONE_YEAR, 5);
        ledger.earn(giver, HOTEL, TODAY, ONE_YEAR, 100);

        ledger.posted(gift(giver, friend, HOTEL, 100));

        assertThat(ledger.balances.of(friend).lastActivity()).contains(TODAY.minusMonths(11));
        assertThat(ledger.balances.of(giver).lastActivity()).contains(TODAY);
    }

    @Test
    void a_gift_counts_as_activity_where_the_coalition_says_so() {
        ledger.coalition.decides(new ExpiryRules(30, Set.of(Activity.GIFT_GIVEN, Activity.GIFT_RECEIVED)));
        ledger.earn(friend, HOTEL, TODAY.minusMonths(11), ONE_YEAR, 5);
        ledger.earn(giver, HOTEL, TODAY.minusMonths(11), ONE_YEAR, 100);

        ledger.posted(gift(giver, friend, HOTEL, 100));

        assertThat(ledger.balances.of(friend).lastActivity()).contains(TODAY);
        assertThat(ledger.balances.of(giver).lastActivity()).contains(TODAY);
    }

    @Test
    void a_day_is_kept_with_a_pocket_that_was_used_whatever_was_posted_with_it() {
        ledger.coalition.decides(new ExpiryRules(30, Set.of(Activity.GIFT_GIVEN)));
        ledger.earn(giver, HOTEL, TODAY.minusMonths(11), TWO_YEARS, 100);

        ledger.poster.post(List.of(earning(newKey(), giver, CAFE, TODAY, ONE_YEAR, 0), gift(giver, friend, CAFE, 30)));

        assertThat(ledger.balances.of(giver).lastActivity()).contains(TODAY);
        assertThat(ledger.balances.of(giver).pockets())
                .extracting(PocketBalance::pocket)
                .containsExactly(TWO_YEARS);
    }

    @Test
    void received_points_of_a_fixed_term_expire_by_the_day_of_their_issue() {
        ledger.earn(giver, HOTEL, LocalDate.of(2025, 2, 1), A_FIXED_YEAR, 100);
        ledger.posted(gift(giver, friend, CAFE, 100));
        ledger.tellEverybody(LocalDate.of(2026, 1, 30));

        ledger.expire(LocalDate.of(2026, 3, 1));

        assertThat(ledger.available(friend)).isZero();
    }

    @Test
    void who_owes_repays_first_from_what_was_received() {
        Posted purchase = ledger.earn(friend, HOTEL, 100);
        ledger.redeem(friend, CAFE, 100);
        ledger.reverse(friend, HOTEL, purchase.id());
        ledger.earn(giver, CAFE, 130);

        ledger.posted(gift(giver, friend, CAFE, 130));

        assertThat(ledger.owed(friend)).isZero();
        assertThat(ledger.available(friend)).isEqualTo(30);
    }

    @Test
    void who_has_too_little_gives_nothing() {
        ledger.earn(giver, HOTEL, 100);
        ledger.authorize(giver, CAFE, 80);

        Refused refused = ledger.refused(gift(giver, friend, HOTEL, 30));

        assertThat(refused.code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        assertThat(refused.details()).isEqualTo(Map.of("available", 20L, "wanted", 30L));
        assertThat(ledger.available(friend)).isZero();
    }

    @Test
    void nobody_gives_to_themselves_and_nobody_gives_nothing() {
        ledger.earn(giver, HOTEL, 100);

        assertThat(ledger.refused(gift(giver, giver, HOTEL, 30)).code()).isEqualTo(RefusalCode.GIFT_TO_ONESELF);
        assertThat(ledger.refused(gift(giver, friend, HOTEL, 0)).code()).isEqualTo(RefusalCode.POINTS_NOT_POSITIVE);
    }

    @Test
    void a_retry_gets_the_first_answer_and_another_recipient_under_the_same_key_is_refused() {
        ledger.earn(giver, HOTEL, 100);
        Posting.Gift first = gift(key("gift " + giver.value(), "to the friend"), giver, friend, HOTEL, 30);
        Posted posted = ledger.posted(first);

        Posted again = ledger.posted(first);
        Refused other = ledger.refused(gift(key("gift " + giver.value(), "to another"), giver, newMember(), HOTEL, 30));

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(posted.id());
        assertThat(ledger.available(giver)).isEqualTo(70);
        assertThat(other.code()).isEqualTo(RefusalCode.REQUEST_KEY_REUSED);
    }

    @Test
    void a_gift_is_no_purchase_that_can_be_reversed() {
        ledger.earn(giver, HOTEL, 100);
        Posted given = ledger.posted(gift(giver, friend, HOTEL, 30));

        assertThat(ledger.refused(reversal(giver, HOTEL, given.id())).code()).isEqualTo(RefusalCode.PURCHASE_UNKNOWN);
    }

    @Test
    void the_past_knows_both_sides() {
        ledger.earn(giver, HOTEL, 100);
        ledger.posted(gift(giver, friend, HOTEL, 30));

        assertThat(ledger.past
                        .balance(operator(), giver, ledger.clock.instant())
                        .available())
                .isEqualTo(Points.of(70));
        assertThat(ledger.past
                        .balance(operator(), friend, ledger.clock.instant())
                        .available())
                .isEqualTo(Points.of(30));
    }

    private List<TransferRow> rows(MemberId member) {
        return ledger.transfers
                .ofMember(operator(), member, Optional.empty(), 10)
                .rows();
    }

    private static Caller operator() {
        return Caller.system("test");
    }
}
