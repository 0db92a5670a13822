package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.Elsewhere;
import eu.kontor.ledger.api.Transfers.MonthlySum;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhoSeesWhichTransfersTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("seen-hotel");
    private static final TenantId CAFE = DATABASE.tenant("seen-cafe");
    private static final YearMonth THIS_MONTH = YearMonth.from(TODAY);
    private static final Caller OPERATOR = Caller.system("test");

    private final TestLedger ledger = new TestLedger(DATABASE);
    private final MemberId guest = newMember();

    @BeforeEach
    void a_guest_of_both() {
        ledger.earn(guest, HOTEL, 100);
        ledger.earn(guest, CAFE, 10);
        ledger.redeem(guest, CAFE, 30);
    }

    @Test
    void a_tenant_sees_its_own_and_the_operator_all() {
        assertThat(ofMember(caller(HOTEL))).extracting(TransferRow::tenant).containsExactly(HOTEL);
        assertThat(ofMember(caller(CAFE)))
                .extracting(TransferRow::kind)
                .containsExactly(TransferKind.REDEEM, TransferKind.EARN);
        assertThat(ofMember(OPERATOR)).hasSize(3);
    }

    @Test
    void of_the_others_a_tenant_sees_sums_without_names() {
        assertThat(ledger.transfers.elsewhere(caller(HOTEL), guest))
                .isEqualTo(new Elsewhere(Points.of(10), Points.of(30), 1));
        assertThat(ledger.transfers.elsewhere(caller(CAFE), guest))
                .isEqualTo(new Elsewhere(Points.of(100), Points.ZERO, 1));
    }

    @Test
    void another_partners_window_is_refused_and_nobody_without_a_tenant_reads_anything() {
        assertThatThrownBy(() -> ledger.transfers.ofWindow(
                        caller(HOTEL), CAFE, THIS_MONTH, Optional.empty(), Optional.empty(), 10))
                .isInstanceOf(Refusal.class);
        Caller nobody = new Caller("x", "X", Optional.empty(), Set.of(Role.FINANCE), Locale.ENGLISH);
        assertThatThrownBy(() -> ofMember(nobody)).isInstanceOf(Refusal.class);
    }

    @Test
    void who_serves_guests_reads_no_window_and_who_sends_files_reads_no_member() {
        for (Role role : List.of(Role.FRONT_DESK, Role.TILL, Role.FEED, Role.ENROL)) {
            assertThatThrownBy(() -> ledger.transfers.ofWindow(
                            caller(CAFE, role), CAFE, THIS_MONTH, Optional.empty(), Optional.empty(), 10))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> ledger.transfers.monthly(caller(CAFE, role), THIS_MONTH, THIS_MONTH))
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> ofMember(caller(CAFE, Role.FEED))).isInstanceOf(Refusal.class);
        assertThat(ofMember(caller(CAFE, Role.TILL))).isNotEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        for (int i = 0; i < 7; i++) {
            ledger.earn(guest, HOTEL, i + 1);
        }
        List<Long> numbers = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<TransferRow> page = ledger.transfers.ofMember(OPERATOR, guest, cursor, 3);
            page.rows().forEach(row -> numbers.add(row.number()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(numbers).hasSize(10).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void a_window_is_read_by_pages_by_kind_and_as_a_stream_alike() {
        List<Long> streamed = new ArrayList<>();
        ledger.transfers.streamWindow(OPERATOR, CAFE, THIS_MONTH, row -> streamed.add(row.number()));
        List<Long> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<TransferRow> page =
                    ledger.transfers.ofWindow(caller(CAFE), CAFE, THIS_MONTH, Optional.empty(), cursor, 2);
            page.rows().forEach(row -> paged.add(row.number()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(paged).isEqualTo(streamed).isNotEmpty();
        assertThat(ledger.transfers
                        .ofWindow(OPERATOR, CAFE, THIS_MONTH, Optional.of(TransferKind.REDEEM), Optional.empty(), 200)
                        .rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.kind()).isEqualTo(TransferKind.REDEEM));
    }

    @Test
    void rows_of_some_postings_are_read_of_one_window_and_of_no_other_tenant() {
        PostingId sale = ledger.earn(guest, CAFE, 40).id();
        PostingId elsewhere = ledger.earn(guest, HOTEL, 50).id();
        List<PostingId> both = List.of(sale, elsewhere);

        assertThat(ledger.transfers.ofPostings(caller(CAFE), CAFE, THIS_MONTH, both))
                .singleElement()
                .satisfies(row -> assertThat(row.purchase()).isEqualTo(sale));
        assertThat(ledger.transfers.ofPostings(caller(CAFE), CAFE, THIS_MONTH.minusMonths(1), both))
                .isEmpty();
        assertThat(ledger.transfers.ofPostings(caller(CAFE), CAFE, THIS_MONTH, List.of()))
                .isEmpty();
        assertThatThrownBy(() -> ledger.transfers.ofPostings(caller(HOTEL), CAFE, THIS_MONTH, both))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ledger.transfers.ofPostings(caller(CAFE, Role.TILL), CAFE, THIS_MONTH, both))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_cursor_that_nobody_gave_is_refused() {
        assertThatThrownBy(() -> ledger.transfers.ofMember(OPERATOR, guest, Optional.of("nonsense"), 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.CURSOR_INVALID));
    }

    @Test
    void sums_per_month_and_active_members_are_of_the_callers_tenant() {
        List<MonthlySum> sums = ledger.transfers.monthly(caller(HOTEL), THIS_MONTH, THIS_MONTH);

        assertThat(sums).allSatisfy(sum -> assertThat(sum.tenant()).isEqualTo(HOTEL));
        assertThat(sums).extracting(MonthlySum::kind).containsExactly(TransferKind.EARN);
        assertThat(ledger.transfers.activeMembers(caller(HOTEL), THIS_MONTH, THIS_MONTH))
                .isPositive();
        assertThat(ledger.transfers.activeMembers(OPERATOR, THIS_MONTH.plusMonths(1), THIS_MONTH.plusMonths(1)))
                .isZero();
    }

    private List<TransferRow> ofMember(Caller caller) {
        return ledger.transfers.ofMember(caller, guest, Optional.empty(), 10).rows();
    }

    private static Caller caller(TenantId tenant) {
        return caller(tenant, Role.ADMIN);
    }

    private static Caller caller(TenantId tenant, Role role) {
        return new Caller("till", "Till", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }
}
