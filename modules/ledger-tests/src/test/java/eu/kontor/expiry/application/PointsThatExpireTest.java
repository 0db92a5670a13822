package eu.kontor.expiry.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PointsThatExpireTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final LocalDate A_YEAR_AGO = TODAY.minusYears(1);
    private static final LocalDate A_NOTICE_AGO = TODAY.minusDays(30);

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @BeforeEach
    void everybody_else_has_expired() {
        ledger.tellEverybody(A_NOTICE_AGO);
        ledger.expire(TODAY);
    }

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void expire_on_the_day_the_balance_says_and_not_before() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO.plusDays(1), ONE_YEAR, 100);
        ledger.tellEverybody(A_NOTICE_AGO.plusDays(1));
        assertThat(ledger.balances.of(guest).pockets())
                .extracting(PocketBalance::next)
                .containsExactly(Optional.of(new NextExpiry(TODAY.plusDays(1), Points.of(100))));

        assertThat(ledger.expire(TODAY).points()).isEqualTo(Points.ZERO);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(1)));
        assertThat(ledger.expire(TODAY.plusDays(1)).points()).isEqualTo(Points.of(100));
    }

    @Test
    void the_run_does_what_the_preview_said_and_does_it_once() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO, ONE_YEAR, 100);
        ledger.tellEverybody(A_NOTICE_AGO);

        assertThat(ledger.expiry.previewSum(OPERATOR, TODAY).expiring()).isEqualTo(new Amount(1, Points.of(100)));
        assertThat(ledger.expire(TODAY)).isEqualTo(new Expired(TODAY, 1, Points.of(100)));
        assertThat(ledger.available(guest)).isZero();
        assertThat(ledger.expire(TODAY)).isEqualTo(new Expired(TODAY, 0, Points.ZERO));
    }

    @Test
    void no_run_expires_ahead_of_its_time() {
        assertThatThrownBy(() -> ledger.expire(TODAY.plusDays(1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.DAY_NOT_COME));
    }

    private Expired tellAndExpire() {
        ledger.tellEverybody(A_NOTICE_AGO);
        return ledger.expire(TODAY);
    }

    @Test
    void one_visit_anywhere_keeps_all_pockets_alive() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO, ONE_YEAR, 100);
        ledger.earn(guest, CAFE, TODAY.minusDays(1), TWO_YEARS, 0);

        tellAndExpire();

        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void a_redemption_is_a_visit_too() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO, ONE_YEAR, 100);
        ledger.redeem(guest, CAFE, 1);

        tellAndExpire();

        assertThat(ledger.available(guest)).isEqualTo(99);
    }

    @Test
    void each_lot_expires_in_the_name_of_the_partner_that_issued_it() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO, ONE_YEAR, 100);
        ledger.earn(guest, CAFE, A_YEAR_AGO, ONE_YEAR, 50);

        tellAndExpire();

        assertThat(ledger.transfers
                        .ofMember(Caller.system("test"), guest, Optional.empty(), 10)
                        .rows())
                .filteredOn(transfer -> transfer.kind() == TransferKind.EXPIRE)
                .extracting(transfer -> transfer.tenant(), transfer -> transfer.points())
                .containsExactly(tuple(CAFE, Points.of(50)), tuple(HOTEL, Points.of(100)));
    }

    @Test
    void held_points_do_not_expire() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO, ONE_YEAR, 100);
        ledger.authorize(guest, CAFE, 30);

        assertThat(tellAndExpire().points()).isEqualTo(Points.of(70));
        assertThat(ledger.balances.of(guest).held()).isEqualTo(Points.of(30));
    }

    @Test
    void only_the_pocket_whose_months_are_over_expires() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO, ONE_YEAR, 100);
        ledger.earn(guest, HOTEL, A_YEAR_AGO, TWO_YEARS, 10);

        tellAndExpire();

        assertThat(ledger.available(guest)).isEqualTo(10);
    }

    @Test
    void what_is_left_of_a_lot_expires_and_no_more() {
        ledger.earn(guest, HOTEL, A_YEAR_AGO.minusDays(1), ONE_YEAR, 100);
        ledger.earn(guest, CAFE, A_YEAR_AGO.minusDays(1), ONE_YEAR, 40);

        assertThat(tellAndExpire().points()).isEqualTo(Points.of(140));
        assertThat(ledger.balances
                                .outstandingByIssuer()
                                .getOrDefault(CAFE, Points.ZERO)
                                .value()
                        + ledger.balances
                                .outstandingByIssuer()
                                .getOrDefault(HOTEL, Points.ZERO)
                                .value())
                .isEqualTo(ledger.balances.outstanding().value());
    }
}
