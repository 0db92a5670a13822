package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Returned.SoldLine;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who buys something every other year and brings it back would have points for ever. */
class AReversedSaleKeepsNothingAliveTest {

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
        PostingId sale = ledger.earn(guest, HOTEL, TODAY, TWO_YEARS, 10).id();
        assertLastActivity(TODAY);

        ledger.reverse(guest, HOTEL, sale);

        assertLastActivity(STAY);
    }

    @Test
    void nor_does_one_that_earned_nothing_or_came_into_another_pocket() {
        PostingId visit =
                ledger.earn(guest, HOTEL, TODAY.minusDays(1), TWO_YEARS, 0).id();
        ledger.reverse(guest, HOTEL, visit);
        assertLastActivity(STAY);

        PostingId other = ledger.earn(guest, HOTEL, TODAY, ONE_YEAR, 10).id();
        ledger.reverse(guest, HOTEL, other);
        assertLastActivity(STAY);
    }

    @Test
    void nor_does_one_that_came_into_the_pocket_of_before_and_a_new_one() {
        PostingId both = ledger.posted(earning(
                        newKey(), guest, HOTEL, TODAY, List.of(part(HOTEL, TWO_YEARS, 10), part(HOTEL, ONE_YEAR, 10))))
                .id();
        assertLastActivity(TODAY);

        ledger.reverse(guest, HOTEL, both);

        assertLastActivity(STAY);
    }

    @Test
    void a_part_that_came_back_was_a_visit_until_the_last_of_it_is_back() {
        PostingId sale = ledger.earn(guest, HOTEL, TODAY, TWO_YEARS, 10).id();

        ledger.posted(reversal(guest, HOTEL, sale, amount(5_00)));
        assertLastActivity(TODAY);

        ledger.posted(reversal(guest, HOTEL, sale, amount(5_00)));
        assertLastActivity(STAY);
    }

    @Test
    void what_else_was_done_on_that_day_or_later_stays() {
        PostingId sale =
                ledger.earn(guest, HOTEL, TODAY.minusDays(1), TWO_YEARS, 10).id();
        ledger.earn(guest, HOTEL, TODAY.minusDays(1), TWO_YEARS, 10);
        ledger.reverse(guest, HOTEL, sale);
        assertLastActivity(TODAY.minusDays(1));

        PostingId later = ledger.earn(guest, HOTEL, TODAY, TWO_YEARS, 10).id();
        ledger.redeem(guest, HOTEL, 5);
        ledger.reverse(guest, HOTEL, later);
        assertLastActivity(TODAY);
    }

    @Test
    void an_older_sale_that_came_late_counts_when_the_newer_one_is_taken_back() {
        PostingId sale = ledger.earn(guest, HOTEL, TODAY, TWO_YEARS, 10).id();
        ledger.earn(guest, HOTEL, TODAY.minusDays(3), TWO_YEARS, 10);

        ledger.reverse(guest, HOTEL, sale);

        assertLastActivity(TODAY.minusDays(3));
    }

    @Test
    void the_first_of_all_began_the_time_all_the_same() {
        MemberId newcomer = newMember();
        PostingId first = ledger.earn(newcomer, HOTEL, TODAY, TWO_YEARS, 10).id();

        ledger.reverse(newcomer, HOTEL, first);

        assertThat(ledger.balances.of(newcomer).lastActivity()).contains(TODAY);
    }

    private void assertLastActivity(LocalDate day) {
        assertThat(ledger.balances.of(guest).lastActivity()).contains(day);
    }

    private static Returned amount(long amount) {
        return new Returned(2, 10_00, List.of(new SoldLine(1_000, 10_00, 1)), OptionalLong.of(amount), Map.of());
    }
}
