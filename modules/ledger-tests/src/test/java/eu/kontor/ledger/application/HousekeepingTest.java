package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.FIRST_WINDOW;
import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.expiry.application.DailyExpiry;
import eu.kontor.expiry.persistence.RunRows;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Holds;
import eu.kontor.ledger.api.Snapshots;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    private final KontorDatabase database = KontorDatabase.fresh();
    private final TenantId hotel = database.tenant("hotel");

    private final CheckedLedger ledger = new CheckedLedger(database);
    private final Housekeeping housekeeping =
            new Housekeeping(ledger.holds, ledger.windows, ledger.snapshots, ledger.calendar);

    private final DailyExpiry expiry = freshExpiry();

    @AfterEach
    void stop() {
        database.server().close();
    }

    @Test
    void releases_holds_at_once_but_expires_nothing_while_older_windows_may_still_bring_visits() {
        MemberId guest = newMember();
        ledger.earn(guest, hotel, FIRST_WINDOW.atDay(5), ONE_YEAR, 100);
        ledger.tellEverybody(FIRST_WINDOW.plusYears(1).atDay(1));
        ledger.authorize(guest, hotel, 40);
        ledger.clock.set(ledger.clock.instant().plusSeconds(601));

        round(housekeeping);
        assertThat(ledger.balances.of(guest).held().isZero()).isTrue();
        assertThat(ledger.available(guest)).isEqualTo(100);

        closeAllBeforeThisMonth();
        round(housekeeping);
        assertThat(ledger.available(guest)).isZero();
        ledger.mustBeCoherent();
    }

    @Test
    void what_fails_keeps_nothing_else_from_being_done() {
        MemberId guest = someoneWhosePointsExpireToday();
        MemberId holder = newMember();
        ledger.earn(holder, hotel, 100);
        ledger.authorize(holder, hotel, 40);
        ledger.clock.set(ledger.clock.instant().plusSeconds(601));
        Snapshots failing = day -> {
            throw new IllegalStateException("no room for snapshots");
        };

        round(new Housekeeping(ledger.holds, ledger.windows, failing, ledger.calendar), freshExpiry());
        assertThat(ledger.balances.of(holder).held().isZero()).isTrue();
        assertThat(ledger.available(guest)).isZero();

        MemberId other = someoneWhosePointsExpireToday();
        round(new Housekeeping(new StuckHolds(), ledger.windows, ledger.snapshots, ledger.calendar), freshExpiry());
        assertThat(ledger.available(other)).isZero();
    }

    @Test
    void what_failed_is_tried_again_on_the_same_day() {
        AtomicInteger tries = new AtomicInteger();
        Snapshots failingOnce = day -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no room for snapshots");
            }
            return 0;
        };
        Housekeeping keeping = new Housekeeping(ledger.holds, ledger.windows, failingOnce, ledger.calendar);

        for (int round = 0; round < 3; round++) {
            round(keeping);
        }
        assertThat(tries).hasValue(2);
    }

    @Test
    void what_was_held_long_ago_is_released_once_a_day_and_what_ended_lately_every_minute() {
        MemberId forgotten = newMember();
        ledger.earn(forgotten, hotel, 100);
        ledger.authorize(forgotten, hotel, 40);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(8)));
        MemberId late = newMember();
        ledger.earn(late, hotel, 100);
        ledger.authorize(late, hotel, 40);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(1)));

        housekeeping.everyMinute();
        assertThat(ledger.available(late)).isEqualTo(100);
        assertThat(ledger.available(forgotten)).isEqualTo(60);

        housekeeping.onceADay();
        assertThat(ledger.available(forgotten)).isEqualTo(100);
    }

    @Test
    void a_clock_that_is_set_back_leaves_no_hold_behind() {
        MemberId guest = newMember();
        ledger.earn(guest, hotel, 100);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(2)));
        housekeeping.everyMinute();
        ledger.clock.set(ledger.clock.instant().minus(Duration.ofDays(2)));
        ledger.authorize(guest, hotel, 40);
        ledger.clock.set(ledger.clock.instant().plusSeconds(601));

        housekeeping.everyMinute();

        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void a_run_that_a_person_stopped_is_not_begun_again_by_the_clock() {
        MemberId guest = someoneWhosePointsExpireToday();
        stopARunBeforeItsFirstBatch();

        round(housekeeping);
        assertThat(ledger.available(guest)).isEqualTo(100);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(1)));
        round(housekeeping);
        assertThat(ledger.available(guest)).isEqualTo(100);

        ledger.expire(ledger.calendar.today());
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void a_person_stops_the_run_that_is_under_way_and_no_older_one() throws SQLException {
        LocalDate old = ledger.calendar.today().minusDays(3);
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("insert into coalition.expiry_run (as_of, started_at, moved_at) values ('" + old
                    + "', timestamptz '2026-01-01', timestamptz '2026-01-01')");
            stopARunBeforeItsFirstBatch();

            try (ResultSet row = statement.executeQuery(
                    "select as_of from coalition.expiry_run where stopped_at is not null order by as_of")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getObject(1, LocalDate.class)).isEqualTo(ledger.calendar.today());
                assertThat(row.next()).isFalse();
            }
        }
    }

    private void round(Housekeeping housekeeping) {
        round(housekeeping, expiry);
    }

    private static void round(Housekeeping housekeeping, DailyExpiry expiry) {
        housekeeping.everyMinute();
        housekeeping.onceADay();
        expiry.round();
    }

    /** As after a start: it does not know what was done today. */
    private DailyExpiry freshExpiry() {
        return new DailyExpiry(ledger.expiry, ledger.windows, ledger.expiryCalendar);
    }

    /** It begins, and is stopped while its first members are looked up. */
    private void stopARunBeforeItsFirstBatch() {
        database.transactions().asPoster(unit -> {
            new RunRows(unit.jdbi()).begin(ledger.calendar.today(), ledger.calendar.now());
            return unit;
        });
        ledger.expiry.stop(TestLedger.OPERATOR);
    }

    private MemberId someoneWhosePointsExpireToday() {
        MemberId guest = newMember();
        ledger.earn(guest, hotel, FIRST_WINDOW.atDay(5), ONE_YEAR, 100);
        ledger.tellEverybody(FIRST_WINDOW.plusYears(1).atDay(1));
        closeAllBeforeThisMonth();
        return guest;
    }

    private void closeAllBeforeThisMonth() {
        ledger.windows.all().stream()
                .filter(window ->
                        !window.isClosed() && window.month().isBefore(YearMonth.from(ledger.calendar.today())))
                .forEach(window -> ledger.windows.close(window.month()));
    }

    private static final class StuckHolds implements Holds {
        @Override
        public long releaseOverdue() {
            throw new IllegalStateException("a lock does not come");
        }

        @Override
        public long releaseLongOverdue() {
            throw new IllegalStateException("a lock does not come");
        }
    }
}
