package eu.kontor.feeds.application;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stands in for checkout and ledger with one table: a key is taken once, in the same transaction as the checkpoint. One point per
 * whole unit of money. The whole with the real ones is tested in integration-tests.
 */
final class PostingBook implements FeedPosting {

    /** This book takes nothing back: what is called off was never in it. */
    private static final String CALLED_OFF = "called off";

    static final String PREFIX = "972401";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    /** What stands for any ticket: this book knows no numbers. */
    static final PostingId STANDING = new PostingId(new MemberId(1), 1);

    private static final long FIRST_UNKNOWN_SERIAL = 900_000;
    private static final String BLOCKED = CardNumber.issue(PREFIX, 13).value();

    private static final String CREATE =
            """
            create table if not exists public.posting_book (
                tenant_id integer, request_key text, content text, points bigint, primary key (tenant_id, request_key));
            grant usage on schema public to kontor_poster;
            grant select, insert on public.posting_book to kontor_poster""";

    private static final String ENTER =
            """
            insert into public.posting_book
            select ?, key, content, points from unnest(?::text[], ?::text[], ?::bigint[]) as new (key, content, points)
            on conflict do nothing
            returning request_key""";

    private static final String READ =
            "select request_key, content from public.posting_book where tenant_id = ? and request_key = any (?)";

    private final Transactions transactions;
    private final Runnable afterEachBatch;

    PostingBook(Transactions transactions) {
        this(transactions, () -> {});
    }

    PostingBook(Transactions transactions, Runnable afterEachBatch) {
        this.transactions = transactions;
        this.afterEachBatch = afterEachBatch;
    }

    static void create(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(CREATE);
        }
    }

    private record Entry(String key, String content, long points, Optional<Refusal> refusal) {}

    private record Entered(boolean isNew, Optional<Refusal> refusal) {}

    @Override
    public Prepared prepare(ActorId by, TenantId tenant, List<TillLine> lines, Corrections corrections) {
        List<Entry> entries = lines.stream().map(PostingBook::entry).toList();
        return new Prepared() {
            @Override
            public Set<MemberId> members() {
                return Set.of();
            }

            @Override
            public List<LineOutcome> post(Checkpoint checkpoint, Turn turn) {
                turn.awaitLocksBefore();
                List<LineOutcome> outcomes = transactions.asPoster(unit -> {
                    List<Entered> entered = enter(unit, tenant, entries);
                    turn.locked();
                    List<LineOutcome> made = new ArrayList<>();
                    for (int i = 0; i < entries.size(); i++) {
                        made.add(outcome(entries.get(i), entered.get(i), corrections));
                    }
                    turn.awaitCommitBefore();
                    checkpoint.write(unit, made);
                    return made;
                });
                afterEachBatch.run();
                return outcomes;
            }
        };
    }

    private static Entry entry(TillLine line) {
        return switch (line) {
            case TillLine.Sale sale -> entry(sale.purchase());
            case TillLine.Redemption each ->
                new Entry(each.requestKey(), each.toString(), each.points().value(), Optional.empty());
            case TillLine.CalledOff _ ->
                new Entry(CALLED_OFF, CALLED_OFF, 0, Optional.of(new Refusal(RefusalCode.PURCHASE_UNKNOWN)));
            case TillLine.ReturnCalledOff _ ->
                new Entry(CALLED_OFF, CALLED_OFF, 0, Optional.of(new Refusal(RefusalCode.PURCHASE_UNKNOWN)));
            case TillLine.Refund refund -> new Entry(refund.requestKey(), refund.toString(), 0, Optional.empty());
            case TillLine.RedemptionBack back -> new Entry(back.requestKey(), back.toString(), 0, Optional.empty());
        };
    }

    private static Entry entry(Purchase purchase) {
        Optional<Refusal> refusal = Optional.empty();
        try {
            check(purchase);
        } catch (Refusal e) {
            refusal = Optional.of(e);
        }
        return new Entry(
                purchase.requestKey(), purchase.toString(), purchase.amount().longValue(), refusal);
    }

    private static void check(Purchase purchase) {
        CardNumber card = new CardNumber(purchase.card());
        if (!purchase.outlet().equals("main")) {
            throw new Refusal(RefusalCode.OUTLET_UNKNOWN, "outlet", purchase.outlet());
        }
        if (purchase.businessDate().isAfter(TODAY)) {
            throw new Refusal(RefusalCode.DATE_IN_THE_FUTURE, "date", purchase.businessDate());
        }
        if (card.value().equals(BLOCKED)) {
            throw new Refusal(RefusalCode.CARD_BLOCKED, "card", card);
        }
        if (Long.parseLong(card.value().substring(PREFIX.length(), CardNumber.DIGITS - 1)) >= FIRST_UNKNOWN_SERIAL) {
            throw new Refusal(RefusalCode.CARD_UNKNOWN, "card", card);
        }
        if (purchase.amount().signum() <= 0) {
            throw new Refusal(RefusalCode.AMOUNT_NOT_POSITIVE, "amount", purchase.amount());
        }
    }

    private static LineOutcome outcome(Entry entry, Entered entered, Corrections corrections) {
        boolean isHeld = corrections == Corrections.HOLD
                && entered.refusal()
                        .filter(refusal -> refusal.code() == RefusalCode.REQUEST_KEY_REUSED)
                        .isPresent();
        if (isHeld) {
            return new LineOutcome(Optional.empty(), Optional.empty(), Optional.of(STANDING));
        }
        if (entry.content().equals(CALLED_OFF)) {
            return new LineOutcome(Optional.empty(), Optional.empty());
        }
        return entered.refusal().isPresent()
                ? new LineOutcome(Optional.empty(), entered.refusal())
                : new LineOutcome(
                        Optional.of(
                                new LineReceipt(STANDING, Points.of(entry.points()), Points.ZERO, !entered.isNew())),
                        Optional.empty());
    }

    private static List<Entered> enter(UnitOfWork unit, TenantId tenant, List<Entry> entries) throws SQLException {
        Map<String, Entry> firsts = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.refusal().isEmpty())
                .forEach(entry -> firsts.putIfAbsent(entry.key(), entry));
        List<Entry> wanted = List.copyOf(firsts.values());
        java.util.Set<String> fresh = new java.util.HashSet<>();
        try (PreparedStatement insert = unit.connection().prepareStatement(ENTER)) {
            insert.setInt(1, tenant.value());
            insert.setObject(
                    2, array(unit, "text", wanted.stream().map(Entry::key).toArray()));
            insert.setObject(
                    3, array(unit, "text", wanted.stream().map(Entry::content).toArray()));
            insert.setObject(
                    4, array(unit, "bigint", wanted.stream().map(Entry::points).toArray()));
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getString(1));
                }
            }
        }
        Map<String, String> contents = contents(unit, tenant, firsts);
        List<Entered> entered = new ArrayList<>();
        for (Entry entry : entries) {
            boolean isNew = entry == firsts.get(entry.key()) && fresh.contains(entry.key());
            Optional<Refusal> refusal = entry.refusal()
                    .or(() -> contents.get(entry.key()).equals(entry.content())
                            ? Optional.empty()
                            : Optional.of(new Refusal(RefusalCode.REQUEST_KEY_REUSED, "key", entry.key())));
            entered.add(new Entered(isNew, refusal));
        }
        return entered;
    }

    private static Map<String, String> contents(UnitOfWork unit, TenantId tenant, Map<String, Entry> firsts)
            throws SQLException {
        Map<String, String> contents = new HashMap<>();
        try (PreparedStatement read = unit.connection().prepareStatement(READ)) {
            read.setInt(1, tenant.value());
            read.setObject(2, array(unit, "text", firsts.keySet().toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    contents.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return contents;
    }

    private static java.sql.Array array(UnitOfWork unit, String type, Object[] values) throws SQLException {
        return unit.connection().createArrayOf(type, values);
    }
}
