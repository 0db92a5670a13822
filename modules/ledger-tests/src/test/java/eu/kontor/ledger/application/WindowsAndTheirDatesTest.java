package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.FIRST_WINDOW;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowsAndTheirDatesTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void windows_reach_from_the_first_to_the_month_after_this_one() {
        List<Window> windows = ledger.windows.all();

        assertThat(windows.getFirst().month()).isEqualTo(FIRST_WINDOW);
        assertThat(windows.getLast().month()).isAfter(YearMonth.from(TODAY));
    }

    @Test
    void a_transfer_settles_in_the_month_of_its_business_date() {
        ledger.earn(guest, HOTEL, LocalDate.of(2026, 1, 31), TWO_YEARS, 5);

        assertThat(newestTransfer().window()).isEqualTo(YearMonth.of(2026, 1));
    }

    @Test
    void a_late_one_goes_to_the_earliest_open_window_and_is_counted_as_late() {
        YearMonth closed = firstOpen();
        ledger.earn(guest, HOTEL, closed.atDay(3), TWO_YEARS, 5);
        ledger.windows.close(closed);
        List<Position> frozen = ledger.windows.positions(closed);

        ledger.earn(guest, HOTEL, closed.atDay(4), TWO_YEARS, 7);

        assertThat(newestTransfer().window()).isEqualTo(closed.plusMonths(1));
        assertThat(newestTransfer().businessDate()).isEqualTo(closed.atDay(4));
        assertThat(ledger.windows.positions(closed)).isEqualTo(frozen);
        assertThat(ledger.windows.positions(closed.plusMonths(1)))
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.businessMonth()).isEqualTo(closed);
                    assertThat(position.lateTransfers()).isEqualTo(1);
                });
    }

    @Test
    void one_partners_sums_are_its_own_open_or_closed() {
        YearMonth month = firstOpen();
        TenantId cafe = DATABASE.tenant("cafe");
        ledger.earn(guest, HOTEL, month.atDay(3), TWO_YEARS, 5);
        ledger.earn(guest, cafe, month.atDay(3), TWO_YEARS, 7);
        List<Position> open = ledger.windows.positions(month, Optional.of(cafe));

        assertThat(open).singleElement().satisfies(position -> {
            assertThat(position.tenant()).isEqualTo(cafe);
            assertThat(position.points().value()).isEqualTo(7);
        });
        assertThat(ledger.past.positions(Caller.system("test"), month, Optional.of(cafe), ledger.clock.instant()))
                .isEqualTo(open);
        ledger.windows.close(month);
        assertThat(ledger.windows.positions(month, Optional.of(cafe))).isEqualTo(open);
    }

    @Test
    void dates_before_the_first_window_and_after_tomorrow_are_refused() {
        assertThat(ledger.refused(earning(
                                newKey(), guest, HOTEL, FIRST_WINDOW.atDay(1).minusDays(1), TWO_YEARS, 1))
                        .code())
                .isEqualTo(RefusalCode.DATE_TOO_OLD);
        assertThat(ledger.refused(earning(newKey(), guest, HOTEL, TODAY.plusDays(2), TWO_YEARS, 1))
                        .code())
                .isEqualTo(RefusalCode.DATE_IN_THE_FUTURE);
    }

    @Test
    void today_is_todays_date_in_the_coalitions_zone() {
        ledger.clock.set(Instant.parse("2026-06-30T23:30:00Z"));

        ledger.earn(guest, HOTEL, LocalDate.of(2026, 7, 1), TWO_YEARS, 1);

        assertThat(newestTransfer().window()).isEqualTo(YearMonth.of(2026, 7));
    }

    @Test
    void a_partner_east_of_the_coalition_posts_on_its_own_date_while_it_is_yesterday_in_the_coalition() {
        Instant justPastMidnightInMadrid = Instant.parse("2027-05-31T22:30:00Z");
        LocalDate there =
                justPastMidnightInMadrid.atZone(ZoneId.of("Europe/Madrid")).toLocalDate();
        ledger.clock.set(justPastMidnightInMadrid);
        assertThat(ledger.calendar.today()).isEqualTo(there.minusDays(1));

        ledger.earn(guest, HOTEL, there, TWO_YEARS, 1);

        assertThat(newestTransfer().businessDate()).isEqualTo(there);
        assertThat(newestTransfer().window()).isEqualTo(YearMonth.of(2027, 6));
    }

    @Test
    void a_partner_at_the_date_line_posts_on_its_own_date_two_days_ahead_of_a_coalition_beyond_it() {
        ledger.coalition.movesTo(ZoneId.of("Pacific/Pago_Pago"));
        LocalDate onKiritimati = LocalDate.of(2027, 9, 1);
        ledger.clock.set(Instant.parse("2027-08-31T09:30:00Z"));
        assertThat(ledger.refused(earning(newKey(), guest, HOTEL, onKiritimati, TWO_YEARS, 1))
                        .code())
                .isEqualTo(RefusalCode.DATE_IN_THE_FUTURE);

        ledger.clock.set(Instant.parse("2027-08-31T10:30:00Z"));
        assertThat(ledger.calendar.today()).isEqualTo(onKiritimati.minusDays(2));
        ledger.earn(guest, HOTEL, onKiritimati, TWO_YEARS, 1);

        assertThat(newestTransfer().businessDate()).isEqualTo(onKiritimati);
        assertThat(newestTransfer().window()).isEqualTo(YearMonth.of(2027, 9));
    }

    @Test
    void windows_are_opened_and_filled_while_somebody_reads_the_transfers() {
        ledger.earn(guest, HOTEL, 1);
        DATABASE.transactions().asAuditor(unit -> {
            unit.connection().createStatement().executeQuery("select count(*) from coalition.transfer");
            inAnotherThread(() -> {
                ledger.clock.set(Instant.parse("2029-02-01T12:00:00Z"));
                assertThat(ledger.windows.get(YearMonth.of(2029, 3)).isClosed()).isFalse();
                ledger.earn(guest, HOTEL, LocalDate.of(2029, 2, 1), TWO_YEARS, 1);
            });
            return unit;
        });
        assertThat(newestTransfer().window()).isEqualTo(YearMonth.of(2029, 2));
    }

    /** An opened window is like the first: its indexes, its checks, its defaults. */
    @Test
    void every_window_is_stored_alike() throws SQLException {
        ledger.windows.all();
        String shapes =
                """
                select count(distinct (indexes, checks, columns)), count(*)
                  from pg_inherits as part
                 cross join lateral (select count(*) as indexes from pg_index
                                      where indrelid = part.inhrelid
                                        and exists (select from pg_inherits as index where index.inhrelid = indexrelid)) as i
                 cross join lateral (select count(*) as checks from pg_constraint
                                      where conrelid = part.inhrelid and coninhcount = 1 and not conislocal) as c
                 cross join lateral (select array_agg((attnum, attname, atttypid, attnotnull, atthasdef) order by attnum) as columns
                                       from pg_attribute where attrelid = part.inhrelid) as a
                 where inhparent = 'coalition.transfer'::regclass""";
        try (Connection superuser = DATABASE.superuser();
                ResultSet row = superuser.createStatement().executeQuery(shapes)) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(row.getInt(2)).isEqualTo(ledger.windows.all().size());
        }
    }

    @Test
    void a_month_that_nobody_opened_is_opened_by_the_first_posting() {
        ledger.clock.set(Instant.parse("2027-02-01T12:00:00Z"));

        ledger.earn(guest, HOTEL, LocalDate.of(2027, 2, 1), TWO_YEARS, 1);

        assertThat(ledger.windows.get(YearMonth.of(2027, 3)).isClosed()).isFalse();
    }

    @Test
    void windows_close_once_in_their_order_and_when_they_are_over() {
        YearMonth next = firstOpen();
        refused(RefusalCode.WINDOW_EARLIER_OPEN, next.plusMonths(1));
        ledger.windows.close(next);
        refused(RefusalCode.WINDOW_ALREADY_CLOSED, next);
        refused(RefusalCode.WINDOW_NOT_OVER, YearMonth.from(TODAY));
        refused(RefusalCode.WINDOW_UNKNOWN, FIRST_WINDOW.minusMonths(1));
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private YearMonth firstOpen() {
        return ledger.windows.all().stream()
                .filter(window -> !window.isClosed())
                .findFirst()
                .orElseThrow()
                .month();
    }

    private TransferRow newestTransfer() {
        return ledger.transfers
                .ofMember(Caller.system("test"), guest, Optional.empty(), 1)
                .rows()
                .getFirst();
    }

    private void refused(RefusalCode code, YearMonth window) {
        assertThatThrownBy(() -> ledger.windows.close(window))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
