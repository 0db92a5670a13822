package eu.kontor.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Outcome.Refused;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.application.KnownActors;
import eu.kontor.ledger.application.LedgerBalances;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.LedgerMerges;
import eu.kontor.ledger.application.LedgerPast;
import eu.kontor.ledger.application.LedgerSnapshots;
import eu.kontor.ledger.application.LedgerTransfers;
import eu.kontor.ledger.application.LedgerWindows;
import eu.kontor.ledger.application.OverdueHolds;
import eu.kontor.ledger.application.Poster;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.Outbox;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ledger over a test database, with words that let a test read as a story. Its clock stands at noon of 15 March
 * 2026 until the test moves it; the first window is January 2025.
 */
public class TestLedger {

    public static final YearMonth FIRST_WINDOW = YearMonth.of(2025, 1);
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
    public static final Pocket TWO_YEARS = Pocket.inactivity(24);
    public static final Pocket ONE_YEAR = Pocket.inactivity(12);
    public static final Pocket A_FIXED_YEAR = Pocket.fixedTerm(12);
    public static final Caller OPERATOR = Caller.system("test");

    private static final AtomicLong NEXT_MEMBER = new AtomicLong(1_000);
    private static final AtomicLong NEXT_KEY = new AtomicLong();
    private static final int OUTLET = 1;
    private static final int PROGRAM_VERSION = 3;

    /** So few that a handful of members makes several portions. */
    private static final int MEMBERS_OF_A_PORTION = 2;

    public final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T12:00:00Z"));
    public final TestCoalition coalition = TestCoalition.since(FIRST_WINDOW);
    public final List<Message> news = Collections.synchronizedList(new ArrayList<>());
    public final LedgerCalendar calendar;
    private final Transactions transactions;
    public final Poster poster;
    public final KnownActors actors;
    public final LedgerWindows windows;
    public final LedgerBalances balances;
    public final LedgerTransfers transfers;
    public final LedgerMerges merges;
    public final OverdueHolds holds;
    public final LedgerPast past;
    public final LedgerSnapshots snapshots;

    public TestLedger(KontorDatabase database) {
        this(database.transactions());
    }

    /** What is told is kept in {@link #news}. */
    public TestLedger(Transactions transactions) {
        this(transactions, Optional.empty());
    }

    /** What is told goes to an outbox of the caller's. */
    public TestLedger(Transactions transactions, Outbox outbox) {
        this(transactions, Optional.of(outbox));
    }

    protected TestLedger(Transactions transactions, Optional<Outbox> outbox) {
        this.transactions = transactions;
        calendar = new LedgerCalendar(coalition, clock);
        poster = new Poster(transactions, outbox.orElse((unit, items) -> news.addAll(items)), calendar);
        actors = new KnownActors(transactions, (unit, caller, action, subject, details) -> {});
        windows = new LedgerWindows(transactions, calendar);
        balances = new LedgerBalances(transactions, calendar);
        transfers = new LedgerTransfers(transactions);
        merges = new LedgerMerges(transactions, calendar);
        holds = new OverdueHolds(transactions, calendar);
        past = new LedgerPast(transactions, calendar);
        snapshots = new LedgerSnapshots(transactions, calendar, MEMBERS_OF_A_PORTION);
    }

    /**
     * Several batches in one transaction, as an exchange or a ticket is posted: all of it, or nothing when an item is refused.
     *
     * @return the answers until the first batch with a refused item
     */
    public List<Outcome> postWhole(List<List<Posting>> batches) {
        int toldBefore = news.size();
        List<Outcome> outcomes = new ArrayList<>();
        try {
            transactions.asPoster(unit -> {
                for (List<Posting> batch : batches) {
                    List<Outcome> answers = poster.post(batch);
                    outcomes.addAll(answers);
                    if (answers.stream().anyMatch(Outcome.Refused.class::isInstance)) {
                        throw new NotWhole();
                    }
                }
                return null;
            });
        } catch (NotWhole refused) {
            news.subList(toldBefore, news.size()).clear();
        }
        return outcomes;
    }

    private static final class NotWhole extends RuntimeException {
        NotWhole() {
            super("an item was refused", null, false, false);
        }
    }

    /** A member that no other test has. */
    public static MemberId newMember() {
        return new MemberId(NEXT_MEMBER.incrementAndGet());
    }

    /** A key that no other test has. */
    public static RequestKey newKey() {
        return key("key " + NEXT_KEY.incrementAndGet(), "body");
    }

    public static RequestKey key(String key, String body) {
        return new RequestKey(key, Digest.of(body));
    }

    public static Posting.Earn earning(MemberId member, TenantId tenant, long points) {
        return earning(newKey(), member, tenant, TODAY, TWO_YEARS, points);
    }

    public static Posting.Earn earning(
            RequestKey key, MemberId member, TenantId tenant, LocalDate day, Pocket pocket, long points) {
        return earning(key, member, tenant, day, List.of(part(tenant, pocket, points)));
    }

    public static Posting.Earn earning(
            RequestKey key, MemberId member, TenantId tenant, LocalDate day, List<AwardPart> parts) {
        return new Posting.Earn(key, member, tenant, OUTLET, day, parts, PROGRAM_VERSION, Optional.empty());
    }

    public static AwardPart part(TenantId funder, Pocket pocket, long points) {
        return new AwardPart(Points.of(points), pocket, funder, "base");
    }

    public Posting.Authorize authorization(MemberId member, TenantId tenant, long points) {
        return authorization(newKey(), member, tenant, points);
    }

    public Posting.Authorize authorization(RequestKey key, MemberId member, TenantId tenant, long points) {
        return new Posting.Authorize(
                key,
                member,
                tenant,
                OUTLET,
                TODAY,
                Points.of(points),
                clock.instant().plusSeconds(600),
                Optional.empty());
    }

    public Posted earn(MemberId member, TenantId tenant, long points) {
        return posted(earning(member, tenant, points));
    }

    public Posted earn(MemberId member, TenantId tenant, LocalDate day, Pocket pocket, long points) {
        return posted(earning(newKey(), member, tenant, day, pocket, points));
    }

    /** Authorizes and captures at once. */
    public Posted redeem(MemberId member, TenantId tenant, long points) {
        return capture(member, tenant, authorize(member, tenant, points).id());
    }

    /** The same on another day. */
    public Posted redeemOn(MemberId member, TenantId tenant, LocalDate day, long points) {
        PostingId hold = authorize(member, tenant, points).id();
        return posted(new Posting.Capture(newKey(), member, tenant, day, hold, Optional.empty(), Optional.empty()));
    }

    public Posted authorize(MemberId member, TenantId tenant, long points) {
        return posted(authorization(member, tenant, points));
    }

    public Posted capture(MemberId member, TenantId tenant, PostingId hold) {
        return posted(capturing(member, tenant, hold, Optional.empty()));
    }

    public static Posting.Capture capturing(MemberId member, TenantId tenant, PostingId hold, Optional<Points> points) {
        return new Posting.Capture(newKey(), member, tenant, TODAY, hold, points, Optional.empty());
    }

    public static Posting.VoidHold voiding(MemberId member, TenantId tenant, PostingId hold) {
        return new Posting.VoidHold(newKey(), member, tenant, TODAY, hold, Optional.empty());
    }

    public static Posting.Reverse reversal(MemberId member, TenantId tenant, PostingId purchase) {
        return reversal(newKey(), member, tenant, purchase, Optional.empty());
    }

    /** Of a part, or of what is left. */
    public static Posting.Reverse reversal(
            RequestKey key, MemberId member, TenantId tenant, PostingId purchase, Optional<Returned> returned) {
        return new Posting.Reverse(key, member, tenant, TODAY, purchase, returned, Optional.empty());
    }

    public static Posting.Reverse reversal(MemberId member, TenantId tenant, PostingId purchase, Returned returned) {
        return reversal(newKey(), member, tenant, purchase, Optional.of(returned));
    }

    /** All that is left of it, or so many points. */
    public static Posting.ReturnRedemption returning(
            MemberId member, TenantId tenant, PostingId hold, Optional<Points> points) {
        return new Posting.ReturnRedemption(newKey(), member, tenant, TODAY, hold, points, Optional.empty());
    }

    /** Into the tenant's usual pocket. */
    public static Posting.Goodwill goodwill(MemberId member, TenantId tenant, long points, boolean byOperator) {
        return new Posting.Goodwill(
                newKey(),
                member,
                tenant,
                TODAY,
                Points.of(points),
                Pocket.inactivity(24),
                byOperator,
                Optional.empty());
    }

    /** A goodwill is taken back as a whole. */
    public static Posting.Reverse takingBack(MemberId member, TenantId tenant, PostingId goodwill) {
        return new Posting.Reverse(newKey(), member, tenant, TODAY, goodwill, Optional.empty(), true, Optional.empty());
    }

    public static Posting.Gift gift(MemberId giver, MemberId recipient, TenantId tenant, long points) {
        return gift(newKey(), giver, recipient, tenant, points);
    }

    public static Posting.Gift gift(RequestKey key, MemberId giver, MemberId recipient, TenantId tenant, long points) {
        return new Posting.Gift(key, giver, recipient, tenant, OUTLET, TODAY, Points.of(points), Optional.empty());
    }

    public Posted reverse(MemberId member, TenantId tenant, PostingId purchase) {
        return posted(reversal(member, tenant, purchase));
    }

    public long available(MemberId member) {
        return balances.of(member).available().value();
    }

    public long owed(MemberId member) {
        return balances.of(member).debt().value();
    }

    public Outcome post(Posting posting) {
        return poster.post(List.of(posting)).getFirst();
    }

    public Posted posted(Posting posting) {
        Outcome outcome = post(posting);
        assertThat(outcome).isInstanceOf(Posted.class);
        return (Posted) outcome;
    }

    public Refused refused(Posting posting) {
        Outcome outcome = post(posting);
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }
}
