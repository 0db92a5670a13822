package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dinner at the hotel: the hotel gives 40 points, and the airline adds 25 of a shorter life for whoever flew in. */
class AnAwardHasPartsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId AIRLINE = DATABASE.tenant("airline");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();
    private final List<AwardPart> award = List.of(
            new AwardPart(Points.of(40), TWO_YEARS, HOTEL, "base"),
            new AwardPart(Points.of(25), ONE_YEAR, AIRLINE, "flew in"));
    private final Posting.Earn dinner = earning(newKey(), guest, HOTEL, TODAY, award);
    private final Posted posted = ledger.posted(dinner);

    @AfterEach
    void is_coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void it_is_one_purchase_with_one_answer() {
        assertThat(posted.points()).isEqualTo(Points.of(65));
        assertThat(posted.availableAfter()).isEqualTo(Points.of(65));
        assertThat(ledger.posted(dinner))
                .isEqualTo(new Posted(posted.id(), posted.points(), posted.points(), posted.postedAt(), true));
    }

    @Test
    void every_part_goes_to_its_pocket() {
        assertThat(ledger.balances.of(guest).pockets())
                .extracting(PocketBalance::pocket, PocketBalance::available)
                .containsExactly(tuple(ONE_YEAR, Points.of(25)), tuple(TWO_YEARS, Points.of(40)));
    }

    @Test
    void every_funder_has_its_part_in_its_books_and_an_outlet_only_where_it_is_its_own() {
        assertThat(transfers(OPERATOR))
                .extracting(TransferRow::tenant, TransferRow::outlet, TransferRow::points, TransferRow::kind)
                .containsExactlyInAnyOrder(
                        tuple(HOTEL, 1, Points.of(40), TransferKind.EARN),
                        tuple(AIRLINE, 0, Points.of(25), TransferKind.EARN));
    }

    @Test
    void each_sees_the_part_that_it_pays_for_and_the_rule_that_gave_it() {
        assertThat(ledger.transfers.award(OPERATOR, posted.id())).isEqualTo(award);
        assertThat(ledger.transfers.award(finance(AIRLINE), posted.id())).containsExactly(award.getLast());
        assertThat(ledger.transfers.award(finance(HOTEL), posted.id())).containsExactly(award.getFirst());
        assertThat(transfers(finance(AIRLINE))).extracting(TransferRow::points).containsExactly(Points.of(25));
    }

    @Test
    void what_its_own_tenant_gave_by_one_rule_the_purchase_tells_itself() {
        Posted coffee = ledger.earn(guest, HOTEL, 3);

        assertThat(ledger.transfers.award(OPERATOR, coffee.id())).isEmpty();
    }

    @Test
    void a_reversal_takes_every_part_back_from_its_pocket_at_its_funder() {
        ledger.earn(guest, HOTEL, TODAY, ONE_YEAR, 100);

        ledger.reverse(guest, HOTEL, posted.id());

        assertThat(transfers(OPERATOR))
                .filteredOn(row -> row.kind() == TransferKind.REVERSE)
                .extracting(TransferRow::tenant, TransferRow::pocket, TransferRow::points)
                .containsExactlyInAnyOrder(
                        tuple(HOTEL, TWO_YEARS, Points.of(40)), tuple(AIRLINE, ONE_YEAR, Points.of(25)));
        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void what_was_spent_is_owed_to_whom_it_was_paid_by() {
        ledger.redeem(guest, HOTEL, 65);

        Posted reversal = ledger.reverse(guest, HOTEL, posted.id());
        ledger.earn(guest, HOTEL, 50);

        assertThat(reversal.points()).isEqualTo(Points.ZERO);
        assertThat(transfers(OPERATOR))
                .filteredOn(row -> row.kind() == TransferKind.REPAY)
                .extracting(TransferRow::tenant, TransferRow::points)
                .containsExactlyInAnyOrderElementsOf(repaidInTheirOrder());
        assertThat(ledger.owed(guest)).isEqualTo(15);
    }

    /** Tenants are repaid in the order of their numbers. */
    private static List<Tuple> repaidInTheirOrder() {
        boolean isHotelFirst = HOTEL.value() < AIRLINE.value();
        return List.of(
                tuple(HOTEL, Points.of(isHotelFirst ? 40 : 25)), tuple(AIRLINE, Points.of(isHotelFirst ? 10 : 25)));
    }

    @Test
    void a_part_takes_nothing_that_another_finds_in_its_own_pocket() {
        ledger.redeem(guest, HOTEL, 25);

        ledger.reverse(guest, HOTEL, posted.id());

        assertThat(transfers(OPERATOR))
                .filteredOn(row -> row.kind() == TransferKind.REVERSE)
                .extracting(TransferRow::tenant, TransferRow::points)
                .containsExactly(tuple(HOTEL, Points.of(40)));
        assertThat(ledger.owed(guest)).isEqualTo(25);
    }

    @Test
    void only_whose_purchase_it_is_takes_it_back_and_only_once() {
        assertThat(ledger.refused(TestLedger.reversal(guest, AIRLINE, posted.id()))
                        .code())
                .isEqualTo(RefusalCode.PURCHASE_UNKNOWN);

        ledger.reverse(guest, HOTEL, posted.id());

        assertThat(ledger.refused(TestLedger.reversal(guest, HOTEL, posted.id()))
                        .code())
                .isEqualTo(RefusalCode.PURCHASE_ALREADY_REVERSED);
    }

    @Test
    void an_award_has_one_part_at_least_and_not_too_many() {
        AwardPart point = part(HOTEL, TWO_YEARS, 1);

        assertThatThrownBy(() -> earning(newKey(), guest, HOTEL, TODAY, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        earning(newKey(), guest, HOTEL, TODAY, Collections.nCopies(Posting.Earn.MOST_PARTS + 1, point)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.posted(earning(
                                newKey(), guest, HOTEL, TODAY, Collections.nCopies(Posting.Earn.MOST_PARTS, point)))
                        .points())
                .isEqualTo(Points.of(Posting.Earn.MOST_PARTS));
    }

    private List<TransferRow> transfers(Caller caller) {
        Page<TransferRow> page = ledger.transfers.ofMember(caller, guest, Optional.empty(), 50);
        return page.rows();
    }

    private static Caller finance(TenantId tenant) {
        return new Caller("f", "Finance", Optional.of(tenant), Set.of(Role.FINANCE), Locale.ENGLISH);
    }
}
