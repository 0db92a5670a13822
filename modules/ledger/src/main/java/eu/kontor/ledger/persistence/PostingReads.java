package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.domain.ActKind;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Debt;
import eu.kontor.ledger.domain.HoldEnding;
import eu.kontor.ledger.domain.HoldPart;
import eu.kontor.ledger.domain.KnownHold;
import eu.kontor.ledger.domain.KnownRequest;
import eu.kontor.ledger.domain.MemberAccount;
import eu.kontor.ledger.domain.RememberedRefusal;
import eu.kontor.ledger.domain.RequestMark;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a batch reads before it decides, in the order in which it must be read. */
public final class PostingReads {

    private static final String BEGIN = SqlFile.read("ledger/post/begin");
    private static final String LOCK = SqlFile.read("ledger/post/lock");
    private static final String READ_HOLDS = SqlFile.read("ledger/post/read_holds");

    private final Connection connection;

    public PostingReads(Connection connection) {
        this.connection = connection;
    }

    /** @param posting the number of a hold or purchase */
    public record WantedPosting(long member, long posting) {}

    /**
     * Requests whose first answers are looked for.
     *
     * @param keys hashes of keys
     * @param tickets hashes of tickets
     */
    public record AskedRequests(List<Long> keys, List<Long> tickets, List<AskedRefusal> refusals) {

        public static final AskedRequests NONE = new AskedRequests(List.of(), List.of(), List.of());

        /**
         * Of requests that are taken to be new, only what no key would stop: refusals. A purchase is never refused for good.
         */
        public static AskedRequests ifNew(List<Posting> batch) {
            return new AskedRequests(List.of(), List.of(), refusals(batch));
        }

        public static AskedRequests all(List<Posting> batch) {
            List<RequestMark> marks = batch.stream().map(RequestMark::of).toList();
            return new AskedRequests(
                    marks.stream().map(RequestMark::keyHash).distinct().toList(),
                    marks.stream()
                            .flatMap(mark -> mark.tickets().stream())
                            .distinct()
                            .toList(),
                    refusals(batch));
        }

        private static List<AskedRefusal> refusals(List<Posting> batch) {
            return batch.stream()
                    .filter(posting -> ActKind.of(posting) != ActKind.EARN)
                    .map(posting -> new AskedRefusal(
                            posting.member().value(), RequestMark.of(posting).contentHash()))
                    .distinct()
                    .toList();
        }
    }

    public record AskedRefusal(long member, long contentHash) {}

    /**
     * What stands when all members of the batch are locked.
     *
     * @param openWindows first days
     * @param number from which the batch may count on, for {@link PostingNumbers#BLOCK} numbers
     * @param links of members whose accounts were merged: into whose. Those are locked and read, too
     * @param balances of the members, with the places of their rows
     */
    public record Begun(
            List<LocalDate> openWindows,
            long number,
            Map<Long, Long> links,
            BalancePlaces balances,
            List<OwnedDebt> debts,
            List<KnownRequest> requests) {

        /** Puts what was read into the accounts. */
        public void tell(BatchDecision decision) {
            balances.lines().forEach((member, lines) -> lines.forEach(decision.account(member)::has));
            debts.forEach(owned -> decision.account(owned.member()).has(owned.debt()));
            requests.forEach(decision::knows);
            links.forEach(decision::isMerged);
        }
    }

    /** @param debt of that member */
    public record OwnedDebt(long member, Debt debt) {}

    /** The locks of {@link #begin}, without reading. */
    public void lock(List<Long> members) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, LOCK)) {
            statement
                    .sortedInts(MemberLocks.of(members))
                    .longs(members, Long::longValue)
                    .readFirst();
        }
    }

    /**
     * Keeps windows from closing and locks the members until the transaction ends; then reads what they have.
     *
     * @param asked what may have been answered before
     */
    public Begun begin(List<Long> members, AskedRequests asked) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, BEGIN)) {
            statement
                    .sortedInts(MemberLocks.of(members))
                    .longs(members, Long::longValue)
                    .longs(members, Long::longValue)
                    .longs(members, Long::longValue)
                    .longs(members, Long::longValue)
                    .longs(asked.keys(), Long::longValue)
                    .longs(asked.tickets(), Long::longValue)
                    .longs(asked.refusals(), AskedRefusal::member)
                    .longs(asked.refusals(), AskedRefusal::contentHash);
            statement.readFirst();
            statement.readNext();
            List<LocalDate> open = openWindows(statement.readNext());
            ResultSet number = statement.readNext();
            number.next();
            long first = number.getLong(1);
            Map<Long, Long> links = links(statement.readNext());
            if (!members.containsAll(links.values())) {
                return begin(
                        Stream.concat(members.stream(), links.values().stream())
                                .distinct()
                                .toList(),
                        asked);
            }
            return new Begun(
                    open,
                    first,
                    links,
                    BalancePlaces.read(statement.readNext()),
                    debts(statement.readNext()),
                    requests(statement.readNext()));
        }
    }

    private static List<LocalDate> openWindows(ResultSet row) throws SQLException {
        List<LocalDate> open = new ArrayList<>();
        while (row.next()) {
            open.add(row.getObject(1, LocalDate.class));
        }
        return open;
    }

    private static Map<Long, Long> links(ResultSet row) throws SQLException {
        Map<Long, Long> links = new LinkedHashMap<>();
        while (row.next()) {
            links.put(row.getLong(1), row.getLong(2));
        }
        return links;
    }

    private static List<OwnedDebt> debts(ResultSet row) throws SQLException {
        List<OwnedDebt> debts = new ArrayList<>();
        while (row.next()) {
            Debt debt = new Debt(row.getInt(2), row.getInt(3), row.getLong(4), row.getLong(5));
            debts.add(new OwnedDebt(row.getLong(1), debt));
        }
        return debts;
    }

    private static List<KnownRequest> requests(ResultSet row) throws SQLException {
        List<KnownRequest> requests = new ArrayList<>();
        while (row.next()) {
            requests.add(request(row));
        }
        return requests;
    }

    private static KnownRequest request(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        return new KnownRequest(
                row.getLong("member_id"),
                row.getLong("key_hash"),
                Optional.ofNullable(row.getObject("ticket", Long.class)),
                row.getLong("fingerprint"),
                row.getBoolean("keyed"),
                row.getInt("tenant_id"),
                ActKind.ofCode(row.getString("act").charAt(0)),
                refusal.isEmpty() ? Optional.empty() : Optional.of(RememberedRefusal.parse(refusal)),
                row.getLong("posting_id"),
                row.getLong("points"),
                row.getLong("available_after"),
                instant(row, row.findColumn("posted_at")),
                row.getBoolean("taken_back"),
                ActorId.NONE);
    }

    /**
     * Reads what is held for members whose balances say that something is.
     *
     * @param asked holds that items of the batch name, read even if they ended
     */
    public void readHolds(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        List<Long> holding = decision.accounts().stream()
                .filter(account -> account.pockets().stream().anyMatch(line -> line.held() > 0))
                .map(MemberAccount::member)
                .sorted()
                .toList();
        if (holding.isEmpty() && asked.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, READ_HOLDS)) {
            ResultSet row = statement
                    .longs(asked, WantedPosting::member)
                    .longs(asked, WantedPosting::posting)
                    .longs(holding, Long::longValue)
                    .read();
            List<HoldPart> parts = new ArrayList<>();
            boolean more = row.next();
            while (more) {
                long member = row.getLong(1);
                long number = row.getLong(2);
                int tenant = row.getInt(3);
                int outlet = row.getInt(4);
                Instant expires = instant(row, 5);
                long pendingOf = row.getLong(9);
                Optional<HoldEnding> ending =
                        Optional.ofNullable(row.getString(8)).map(code -> HoldEnding.ofCode(code.charAt(0)));
                parts.clear();
                do {
                    parts.add(new HoldPart(new Pocket(row.getInt(6)), row.getLong(7)));
                    more = row.next();
                } while (more && row.getLong(1) == member && row.getLong(2) == number);
                decision.account(member).has(new KnownHold(number, tenant, outlet, expires, parts, pendingOf, ending));
            }
        }
    }

    public void readPurchases(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        if (!asked.isEmpty()) {
            new PurchaseRows(connection).tell(asked, decision);
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
