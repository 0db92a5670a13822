package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Past.ActivityAsOf;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WhatIsKeptByDayTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final Caller OPERATOR = Caller.system("audit");
    private static final YearMonth MARCH = YearMonth.from(TestLedger.TODAY);

    private static LocalDate day = LocalDate.EPOCH;

    private final TestLedger ledger = new TestLedger(DATABASE);
    private final MemberId guest = newMember();

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void is_written_only_for_members_to_whom_something_happened() throws SQLException {
        ledger.earn(guest, HOTEL, 10);
        ledger.earn(newMember(), HOTEL, 20);
        ledger.snapshots.take(nextDay());
        long kept = count("select count(*) from coalition.balance_snapshot");

        ledger.earn(guest, CAFE, 1);
        assertThat(ledger.snapshots.take(nextDay())).isEqualTo(1);
        assertThat(ledger.snapshots.take(nextDay())).isZero();
        assertThat(count("select count(*) from coalition.balance_snapshot")).isEqualTo(kept + 1);
    }

    @Test
    void goes_on_where_it_was_cut_off_and_is_not_begun_again_when_it_is_done() throws SQLException {
        List<MemberId> members = List.of(newMember(), newMember(), newMember(), newMember(), newMember());
        members.forEach(member -> ledger.earn(member, HOTEL, 5));
        LocalDate today = nextDay();

        assertThat(ledger.snapshots.takePortion(today)).isPresent();
        assertThat(new TestLedger(DATABASE).snapshots.take(today)).isPositive();

        for (MemberId member : members) {
            assertThat(count("select count(*) from coalition.balance_snapshot where member_id = " + member.value()))
                    .isEqualTo(1);
        }
        ledger.earn(members.getFirst(), HOTEL, 5);
        assertThat(ledger.snapshots.take(today)).isZero();
    }

    @Test
    void answers_what_was_answered_before_and_after_it() {
        Instant start = ledger.clock.instant();
        ledger.earn(guest, HOTEL, 100);
        later();
        ledger.authorize(guest, CAFE, 30);
        later();
        ledger.snapshots.take(nextDay());
        later();
        ledger.earn(guest, CAFE, 7);

        assertThat(available(start)).isEqualTo(100);
        assertThat(available(start.plusSeconds(60))).isEqualTo(70);
        assertThat(available(start.plusSeconds(120))).isEqualTo(70);
        assertThat(available(start.plusSeconds(180))).isEqualTo(77);
    }

    @Test
    void is_what_the_past_is_read_from() throws SQLException {
        ledger.earn(guest, HOTEL, 100);
        ledger.snapshots.take(nextDay());
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            String change =
                    "update coalition.balance_snapshot set earned = earned %s 5 where member_id = " + guest.value();
            statement.execute(String.format(change, "+"));
            assertThat(available(ledger.clock.instant())).isEqualTo(105);
            statement.execute(String.format(change, "-"));
        }
    }

    @Test
    void leaves_out_nothing_that_began_before_it_and_was_committed_after_it() throws Exception {
        MemberId slow = newMember();
        CountDownLatch posted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Transactions transactions = DATABASE.transactions();
        ledger.snapshots.take(nextDay());
        long before = points(ledger.windows.positions(MARCH));

        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> transactions.asPoster(unit -> {
            new TestLedger(transactions).poster.post(List.of(earning(slow, HOTEL, 5)));
            posted.countDown();
            await(mayCommit);
            return null;
        }));
        await(posted);
        ledger.earn(guest, CAFE, 7);
        ledger.snapshots.take(nextDay());
        assertThat(points(ledger.windows.positions(MARCH))).isEqualTo(before + 7);
        mayCommit.countDown();
        late.get(10, TimeUnit.SECONDS);

        assertThat(points(ledger.windows.positions(MARCH))).isEqualTo(before + 12);
        ledger.snapshots.take(nextDay());
        assertThat(points(ledger.windows.positions(MARCH))).isEqualTo(before + 12);
        Instant afterAllTests = ledger.clock.instant().plus(Duration.ofDays(1));
        ledger.clock.set(afterAllTests);
        assertThat(points(ledger.past.positions(OPERATOR, MARCH, afterAllTests)))
                .isEqualTo(before + 12);
        assertThat(ledger.past
                        .balance(OPERATOR, slow, ledger.clock.instant())
                        .available()
                        .value())
                .isEqualTo(5);
    }

    @Test
    void knows_the_last_visit_that_earned_nothing_and_says_when_it_was_known() {
        ledger.earn(guest, HOTEL, TestLedger.TODAY.minusDays(9), TestLedger.TWO_YEARS, 10);
        Instant first = ledger.clock.instant();
        ledger.snapshots.take(nextDay());
        later();
        ledger.earn(guest, HOTEL, TestLedger.TODAY.minusDays(2), TestLedger.TWO_YEARS, 0);
        later();
        ledger.snapshots.take(nextDay());
        Instant second = ledger.clock.instant();

        assertThat(ledger.past.balance(OPERATOR, guest, first.plusSeconds(60)).lastActivity())
                .contains(new ActivityAsOf(TestLedger.TODAY.minusDays(9), first));
        assertThat(ledger.past.balance(OPERATOR, guest, second).lastActivity())
                .contains(new ActivityAsOf(TestLedger.TODAY.minusDays(2), second));
    }

    private static LocalDate nextDay() {
        day = day.plusDays(1);
        return day;
    }

    private long available(Instant moment) {
        return ledger.past.balance(OPERATOR, guest, moment).available().value();
    }

    private static long points(List<Position> positions) {
        return positions.stream()
                .mapToLong(position -> position.points().value())
                .sum();
    }

    private void later() {
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofMinutes(1)));
    }

    private static long count(String query) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
