package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.FIRST_WINDOW;
import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");

    private final TestLedger ledger = new TestLedger(DATABASE);
    private final Housekeeping housekeeping =
            new Housekeeping(ledger.holds, ledger.windows, ledger.expiry, ledger.snapshots, ledger.calendar);

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void releases_holds_at_once_but_lapses_nothing_while_older_windows_may_still_bring_visits() {
        MemberId guest = newMember();
        ledger.earn(guest, HOTEL, FIRST_WINDOW.atDay(5), ONE_YEAR, 100);
        ledger.tellEverybody(FIRST_WINDOW.plusYears(1).atDay(1));
        ledger.authorize(guest, HOTEL, 40);
        ledger.clock.set(ledger.clock.instant().plusSeconds(601));

        housekeeping.round();
        assertThat(ledger.balances.of(guest).held().isZero()).isTrue();
        assertThat(ledger.available(guest)).isEqualTo(100);

        for (YearMonth month = FIRST_WINDOW;
                month.isBefore(YearMonth.from(ledger.calendar.today()));
                month = month.plusMonths(1)) {
            ledger.windows.close(month);
        }
        housekeeping.round();
        assertThat(ledger.available(guest)).isZero();
        ledger.mustBeCoherent();
    }
}
