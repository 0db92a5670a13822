package eu.kontor.ledger.persistence;

import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Debt;
import eu.kontor.ledger.domain.Journal;
import eu.kontor.ledger.domain.Journal.Award;
import eu.kontor.ledger.domain.Journal.HoldEnd;
import eu.kontor.ledger.domain.Journal.HoldEntry;
import eu.kontor.ledger.domain.KnownRequest;
import eu.kontor.ledger.domain.MemberAccount;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.ledger.domain.RememberedRefusal;
import eu.kontor.ledger.domain.Transfer;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what a batch decided, one statement per table; the tables that every batch writes in one round trip. */
public final class PostingWrites {

    private static final String WRITE = SqlFile.read("ledger/post/write");
    private static final String FORGET_REQUESTS = SqlFile.read("ledger/post/forget_requests");

    /**
     * A request was answered before; or it is being answered by another batch at this moment, for which this one waited too long, or
     * which waits for this one.
     */
    private static final Set<String> ANSWERED_ELSEWHERE = Set.of("23505", "55P03", "40P01");

    private static final String INSERT_BALANCES = SqlFile.read("ledger/post/insert_balances");
    private static final String INSERT_HOLDS = SqlFile.read("ledger/post/insert_holds");
    private static final String INSERT_HOLD_OUTCOMES = SqlFile.read("ledger/post/insert_hold_outcomes");
    private static final String INSERT_AWARDS = SqlFile.read("ledger/post/insert_awards");
    private static final String UPSERT_DEBTS = SqlFile.read("ledger/post/upsert_debts");

    private final Connection connection;
    private final BalancePlaces places;
    private final boolean mayGoOn;

    /** @param places as read when the members were locked */
    public PostingWrites(Connection connection, BalancePlaces places) {
        this(connection, places, false);
    }

    /** @param mayGoOn whether the caller begins once more when a request was answered elsewhere */
    public PostingWrites(Connection connection, BalancePlaces places, boolean mayGoOn) {
        this.connection = connection;
        this.places = places;
        this.mayGoOn = mayGoOn;
    }

    /** @return false when a request was answered elsewhere; then nothing was written, and the transaction can go on */
    public boolean write(BatchDecision decision) throws SQLException {
        Journal journal = decision.journal();
        Instant now = decision.now();
        Map<Boolean, List<Line>> lines = decision.accounts().stream()
                .flatMap(account ->
                        account.pockets().stream().filter(PocketLine::isChanged).map(line -> line(account, line)))
                .collect(Collectors.partitioningBy(Line::isNew));
        if ((journal.hasPostings() || !lines.get(false).isEmpty()) && !writeAll(journal, lines.get(false), now)) {
            return false;
        }
        insertBalances(lines.get(true));
        insertHolds(journal.holds(), now);
        insertHoldEnds(journal.holdEnds(), now);
        new ReversalRows(connection).write(journal, now);
        new RedemptionRows(connection).write(journal.redemptionReturns(), now);
        upsertDebts(decision);
        insertAwards(journal.awards());
        new PassingRows(connection).write(journal.passings(), journal.passedDebts(), now);
        return true;
    }

    private boolean writeAll(Journal journal, List<Line> lines, Instant now) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, WRITE)) {
            requests(statement.instant(now), journal.requests());
            transfers(statement.instant(now), journal.transfers());
            balances(statement.texts(lines, line -> line.place().orElseThrow()), lines);
            // The savepoint and its release write nothing.
            List<Integer> wanted =
                    List.of(0, journal.requests().size(), 0, journal.transfers().size(), lines.size());
            List<Integer> written = statement.writeAll();
            if (!written.equals(wanted)) {
                throw new IllegalStateException("of " + wanted + " requests, transfers and balances " + written
                        + " were written: a kind of transfer is unknown, or a balance is not where it had been read");
            }
            return true;
        } catch (SQLException e) {
            if (!mayGoOn || !ANSWERED_ELSEWHERE.contains(e.getSQLState())) {
                throw e;
            }
            forgetRequests();
            return false;
        }
    }

    private void forgetRequests() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FORGET_REQUESTS);
        }
    }

    private static void transfers(ArrayStatement statement, List<Transfer> rows) throws SQLException {
        statement
                .longs(rows, Transfer::member)
                .longs(rows, Transfer::number)
                .longs(rows, transfer -> transfer.act().posting())
                .longs(rows, Transfer::points)
                .longs(rows, Transfer::lineBefore)
                .ints(rows, transfer -> (int) transfer.act().window().toEpochDay())
                .ints(rows, transfer -> (int) transfer.act().businessDate().toEpochDay())
                .ints(rows, Transfer::tenant)
                .ints(rows, Transfer::outlet)
                .ints(rows, Transfer::programVersion)
                .ints(rows, transfer -> transfer.pocket().code())
                .ints(rows, transfer -> transfer.act().by().number())
                .texts(rows, transfer -> String.valueOf(transfer.kind().code()));
    }

    private static void requests(ArrayStatement statement, List<KnownRequest> rows) throws SQLException {
        statement
                .longs(rows, KnownRequest::member)
                .longs(rows, KnownRequest::keyHash)
                .nullableLongs(rows, request -> request.ticket().orElse(null))
                .longs(rows, KnownRequest::fingerprint)
                .longs(rows, KnownRequest::posting)
                .longs(rows, KnownRequest::points)
                .longs(rows, KnownRequest::availableAfter)
                .ints(rows, KnownRequest::tenant)
                .ints(rows, request -> request.by().number())
                .texts(rows, request -> String.valueOf(request.act().code()))
                .texts(rows, request -> request.refusal()
                        .map(RememberedRefusal::text)
                        .orElse(""));
    }

    private static ArrayStatement balances(ArrayStatement statement, List<Line> rows) throws SQLException {
        return statement
                .longs(rows, Line::member)
                .ints(rows, row -> row.line().pocket().code())
                .longs(rows, row -> row.line().earned())
                .longs(rows, row -> row.line().consumed())
                .longs(rows, row -> row.line().held())
                .nullableInts(rows, row -> day(row.line().lastActivity()))
                .longs(rows, row -> row.line().cause().by())
                .nullableInts(
                        rows, row -> day(Optional.ofNullable(row.line().cause().before())));
    }

    private static Integer day(Optional<LocalDate> day) {
        return day.map(date -> (int) date.toEpochDay()).orElse(null);
    }

    private void insertBalances(List<Line> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_BALANCES)) {
            balances(statement, rows).write();
        }
    }

    private void insertHolds(List<HoldEntry> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_HOLDS)) {
            statement
                    .instant(now)
                    .longs(rows, HoldEntry::member)
                    .longs(rows, HoldEntry::hold)
                    .longs(rows, hold -> hold.part().points())
                    .texts(rows, hold -> hold.expires().toString())
                    .ints(rows, HoldEntry::tenant)
                    .ints(rows, HoldEntry::outlet)
                    .ints(rows, hold -> hold.part().pocket().code())
                    .longs(rows, HoldEntry::pendingOf)
                    .write();
        }
    }

    private void insertHoldEnds(List<HoldEnd> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_HOLD_OUTCOMES)) {
            statement
                    .instant(now)
                    .longs(rows, HoldEnd::member)
                    .longs(rows, HoldEnd::hold)
                    .longs(rows, HoldEnd::posting)
                    .longs(rows, HoldEnd::points)
                    .ints(rows, HoldEnd::tenant)
                    .texts(rows, end -> String.valueOf(end.ending().code()))
                    .write();
        }
    }

    private void insertAwards(List<Award> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_AWARDS)) {
            statement
                    .longs(rows, Award::member)
                    .longs(rows, Award::posting)
                    .longs(rows, Award::transfer)
                    .longs(rows, Award::points)
                    .ints(rows, Award::funder)
                    .texts(rows, Award::rule)
                    .write();
        }
    }

    private void upsertDebts(BatchDecision decision) throws SQLException {
        List<Owed> rows = decision.accounts().stream()
                .flatMap(account ->
                        account.debts().stream().filter(Debt::isChanged).map(debt -> new Owed(account, debt)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, UPSERT_DEBTS)) {
            statement
                    .longs(rows, row -> row.account().member())
                    .ints(rows, row -> row.debt().tenant())
                    .ints(rows, row -> row.debt().outlet())
                    .longs(rows, row -> row.debt().incurred())
                    .longs(rows, row -> row.debt().repaid())
                    .write();
        }
    }

    private Line line(MemberAccount account, PocketLine line) {
        return new Line(account.member(), line, places.placeOf(account.member(), line.pocket()));
    }

    /** @param place of its row; empty when it has none yet */
    private record Line(long member, PocketLine line, Optional<String> place) {
        boolean isNew() {
            return place.isEmpty();
        }
    }

    private record Owed(MemberAccount account, Debt debt) {}
}
