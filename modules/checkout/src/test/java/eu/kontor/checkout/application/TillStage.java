package eu.kontor.checkout.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.GiftFiling;
import eu.kontor.checkout.persistence.PurchaseFiling;
import eu.kontor.checkout.persistence.RedemptionEndFiling;
import eu.kontor.checkout.persistence.RedemptionFiling;
import eu.kontor.checkout.persistence.RedemptionReturnFiling;
import eu.kontor.checkout.persistence.ReversalFiling;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AccountMerges;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.application.GatheringQueue;
import eu.kontor.ledger.application.KnownActors;
import eu.kontor.ledger.application.LedgerBalances;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.LedgerMerges;
import eu.kontor.ledger.application.LedgerTransfers;
import eu.kontor.ledger.application.Poster;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.application.CardChanges;
import eu.kontor.membership.application.CardResolver;
import eu.kontor.membership.application.CardRules;
import eu.kontor.membership.application.CodeHashing;
import eu.kontor.membership.application.ConsentBook;
import eu.kontor.membership.application.CountedLookups;
import eu.kontor.membership.application.MemberCards;
import eu.kontor.membership.application.MemberChanges;
import eu.kontor.membership.application.MemberCodes;
import eu.kontor.membership.application.MemberDirectory;
import eu.kontor.membership.application.MemberStore;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.membership.persistence.CardRecords;
import eu.kontor.membership.persistence.CodeRecords;
import eu.kontor.membership.persistence.ConsentRecords;
import eu.kontor.membership.persistence.MemberRecords;
import eu.kontor.membership.persistence.MemberSearch;
import eu.kontor.membership.persistence.MembershipEntities;
import eu.kontor.membership.persistence.NewMembers;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.application.Delivery;
import eu.kontor.outbox.application.Handlers;
import eu.kontor.outbox.application.OutboxWriter;
import eu.kontor.outbox.application.SetAsideDesk;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.outbox.persistence.SetAsideTable;
import eu.kontor.program.api.Programs;
import eu.kontor.program.application.CachedPrograms;
import eu.kontor.program.application.ProgramSection;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.application.CountedPace;
import eu.kontor.trust.application.RaisedSignals;
import eu.kontor.trust.persistence.PaceRows;
import eu.kontor.trust.persistence.SignalRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A coalition with real ledger, members, programs and outbox on a real PostgreSQL; the day is 1 March 2026. */
final class TillStage {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final PublishedPrograms HISTORY = new PublishedPrograms(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    final StageClock clock = new StageClock(Instant.parse("2026-03-01T10:00:00Z"));
    final Transactions transactions = DATABASE.transactions(new MembershipEntities(), HISTORY);
    final Tenants tenants = DATABASE.tenants();
    private final CachedPrograms published = new CachedPrograms(transactions, HISTORY);
    final Programs programs;
    private final CodeHashing hashing = new CodeHashing(() -> new byte[32]);
    final CardRules rules = new CardRules(tenants, clock);
    final CardResolver cards = new CardResolver(transactions, new CardLookup(), rules);
    private final OutboxTable outboxTable = new OutboxTable();
    final LedgerCalendar calendar = new LedgerCalendar(tenants, clock);
    final Ledger ledger = new Poster(transactions, new OutboxWriter(outboxTable), calendar);
    final AccountMerges merges = new LedgerMerges(transactions, calendar);
    final RaisedSignals signals = new RaisedSignals(transactions, new SignalRows(), clock);
    final KnownActors actors = new KnownActors(transactions, new AuditTrail(clock));
    final TillContext till = new TillContext(tenants, clock);
    private final Pace pace = new CountedPace(transactions, new PaceRows(), signals, clock);
    private final RedemptionValue value;
    private final CheckedStamps stamps;
    private final ToldRedemptions told = new ToldRedemptions(transactions, new FiledAnswers(), ledger, till);
    final ReturnedRedemptions returned;
    private final SoldPurchases sold;
    final ReturnedTickets returnedTickets;
    final CheckedItems checked;
    final ItemPipeline pipeline;
    final TenantVisits visits;
    final FeedPosting batches;

    TillStage() {
        this(programs -> programs);
    }

    /** @param evaluating what stands before the published programs */
    TillStage(UnaryOperator<Programs> evaluating) {
        programs = evaluating.apply(published);
        value = new RedemptionValue(programs);
        stamps = new CheckedStamps(till);
        returned = new ReturnedRedemptions(transactions, new FiledAnswers(), stamps);
        sold = new SoldPurchases(transactions, new FiledPurchases(), programs, ledger, new MovedPurchases(ledger));
        returnedTickets = new ReturnedTickets(transactions, new FiledAnswers(), sold, stamps);
        FiledAnswers filed = new FiledAnswers();
        ReturnsOfFiles back = new ReturnsOfFiles(transactions, filed, sold, returnedTickets, returned, programs);
        ExchangedGoods exchanged = new ExchangedGoods(sold, returnedTickets);
        checked = new CheckedItems(till, programs, value, sold, back, stamps, exchanged);
        LedgerTransfers transfers = new LedgerTransfers(transactions);
        var desk = new DeskLimits(till, transactions, new FiledPurchases(), programs, transfers, signals, codes());
        pipeline = new ItemPipeline(
                transactions,
                cards,
                programs,
                ledger,
                new GatheringQueue(ledger, transactions, Executors.defaultThreadFactory()),
                new ItemGate(actors, desk, pace, ledger, new StrangersCards(till, programs, lookups())));
        visits = new TenantVisits(till, programs, transactions, new FiledPurchases(), sold, merges);
        batches = new FeedBatches(till, checked, transactions, pipeline, new TicketCorrections(ledger), told, back);
    }

    Checkout checkout() {
        MemberCodes codes = codes();
        KeptAnswers kept = new KeptAnswers(visits, transactions, new FiledAnswers());
        return new TillCheckout(
                purchases(kept),
                new TillRedemptions(till, pipeline, value, codes, kept, stamps, told),
                reversals(kept),
                new TillRedemptionReturns(till, returned, pipeline, kept),
                new TillGifts(till, pipeline, programs, codes),
                new TillMoves(till, checked, pipeline, transactions, sold, ledger, kept));
    }

    Tickets tickets() {
        KeptAnswers kept = new KeptAnswers(visits, transactions, new FiledAnswers());
        return new TillTickets(till, checked, pipeline, purchases(kept), codes(), kept);
    }

    private TillPurchases purchases(KeptAnswers kept) {
        TicketDifferences differences = new TicketDifferences(transactions, new FiledPurchases());
        return new TillPurchases(till, checked, programs, pipeline, kept, differences, reversals(kept));
    }

    private TillReversals reversals(KeptAnswers kept) {
        LedgerBalances balances = new LedgerBalances(transactions, calendar);
        TillRedemptionReturns returns = new TillRedemptionReturns(till, returned, pipeline, kept);
        return new TillReversals(till, checked, pipeline, kept, balances, returns, merges);
    }

    BalanceInquiry inquiry() {
        return new CardInquiry(
                transactions,
                cards,
                new LedgerBalances(transactions, calendar),
                new StrangersCards(till, programs, lookups()));
    }

    MemberBalance balance(CardNumber card) {
        Caller operator = new Caller("operator", "name", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
        return inquiry().of(operator, card).balance().orElseThrow();
    }

    TillRecords records() {
        return new TenantTillRecords(till, visits, transactions, new FiledAnswers(), merges);
    }

    TillRecords recordsAfter(Duration span) {
        TillContext later = new TillContext(tenants, Clock.offset(clock, span));
        return new TenantTillRecords(later, visits, transactions, new FiledAnswers(), merges);
    }

    SaleItem resolved(TenantId tenant, Purchase purchase) {
        SaleItem sale = checked.sale(tenants.get(tenant), purchase);
        pipeline.resolve(sale);
        return sale;
    }

    PostingId post(Posting posting) {
        return ((Outcome.Posted) ledger.post(List.of(posting)).getFirst()).id();
    }

    /** A tenant with the outlet {@code main} and a program of 10 points per euro. */
    TenantId tenant(String slug) {
        TenantId id = DATABASE.tenant(slug);
        publish(id, 10);
        return id;
    }

    /** A tenant that asks about so many strangers' cards an hour. */
    TenantId tenant(String slug, int lookups) {
        TenantId id = tenant(slug);
        ObjectNode section = program(10, "0.005");
        section.putObject("limits").putObject("lookups").putObject("till").put("perHour", lookups);
        publish(id, section);
        return id;
    }

    /** One that sells in another currency; its program is yet to be published. */
    TenantId tenant(String slug, String currency) {
        return DATABASE.tenant(slug, currency);
    }

    void publish(TenantId tenant, int pointsPerEuro) {
        publish(tenant, pointsPerEuro, "0.005");
    }

    void publish(TenantId tenant, int pointsPerEuro, String valuePerPoint) {
        publish(tenant, program(pointsPerEuro, valuePerPoint));
    }

    static ObjectNode program(int pointsPerEuro, String valuePerPoint) {
        var section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100)
                .put("confirmationRequired", false);
        section.putObject("pointsPerUnit").put("EUR", pointsPerEuro);
        section.putObject("valuePerPoint").put("EUR", valuePerPoint);
        return section;
    }

    /** @param section as it stands in a tenant's file */
    void publish(TenantId tenant, JsonNode section) {
        transactions.asTenant(tenant, unit -> {
            new ProgramSection(HISTORY, published).apply(tenants.get(tenant), section, unit);
            return tenant;
        });
    }

    /** A member of the tenant with the confirmation code 471183. */
    CardNumber member(TenantId tenant) {
        NewMember person =
                new NewMember("Ana", "Reis", Optional.empty(), Optional.empty(), Locale.ENGLISH, "471183", false);
        return members()
                .enrol(person(tenant, Role.FRONT_DESK), person)
                .cards()
                .getFirst()
                .number();
    }

    MemberCodes codes() {
        return new MemberCodes(transactions, new CodeRecords(), hashing, rules, pace, signals);
    }

    private CountedLookups lookups() {
        return new CountedLookups(pace, signals, rules);
    }

    MemberDirectory members() {
        return new MemberDirectory(
                transactions,
                rules,
                new MemberStore(new MemberRecords(), new MemberSearch()),
                new MemberChanges(
                        new NewMembers(),
                        new CardLookup(),
                        hashing,
                        rules,
                        new ConsentBook(new ConsentRecords(), DATABASE.tenants(), clock),
                        new AuditTrail(clock)),
                lookups());
    }

    CardDesk cardDesk() {
        return new MemberCards(
                transactions,
                rules,
                new CardChanges(new CardRecords(), new CardLookup(), rules, new AuditTrail(clock), signals),
                members(),
                codes());
    }

    void block(TenantId tenant, CardNumber card) {
        cardDesk().block(person(tenant, Role.ADMIN), card, "lost");
    }

    MemberId memberOf(TenantId tenant, CardNumber card) {
        return transactions.asPoster(unit -> cards.find(tenant, card)).member();
    }

    boolean isEnrolled(TenantId tenant, CardNumber card) {
        return cards.find(tenant, card).enrolled();
    }

    String cardOfNobody() {
        return CardNumber.issue(tenants.coalition().cardPrefix(), 987_654_321L).value();
    }

    /** The kinds of signals that were raised about the tenant and stand open, with how often. */
    List<String> signals(TenantId tenant) {
        signals.write();
        return transactions.asOperator(unit -> unit.jdbi()
                .createQuery(
                        "select kind || ' ' || times from coalition.signal where tenant_id = :tenant order by signal_id")
                .bind("tenant", tenant.value())
                .mapTo(String.class)
                .list());
    }

    /** Lets the relay carry everything that is under way. */
    void deliverMessages() {
        Delivery.of(transactions, outboxTable, new Handlers(filing(), List.of()))
                .deliverWaiting();
    }

    /** Where the operator sees what could not be filed. */
    SetAsideMessages setAside() {
        return new SetAsideDesk(
                transactions, new SetAsideTable(), new Handlers(filing(), List.of()), new AuditTrail(clock));
    }

    private static List<MessageHandler> filing() {
        return List.of(
                new PurchaseFiling(),
                new ReversalFiling(),
                new RedemptionFiling(),
                new RedemptionEndFiling(),
                new RedemptionReturnFiling(),
                new GiftFiling());
    }

    static Caller machine(TenantId tenant) {
        return person(tenant, Role.MACHINE);
    }

    static Caller person(TenantId tenant, Role role) {
        return new Caller("subject", "name", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    /** A sale of the card's own: tests of one brand share its keys and its tickets. */
    static Purchase purchase(String key, CardNumber card, String euros) {
        return new Purchase(
                ofCard(key, card),
                card.value(),
                "main",
                new BigDecimal(euros),
                "EUR",
                List.of(),
                TODAY,
                Optional.empty(),
                ofCard("reference of " + key, card));
    }

    static String ofCard(String key, CardNumber card) {
        return key + " " + card.value();
    }

    static TillLine.Sale sale(String key, CardNumber card, String euros) {
        return new TillLine.Sale(purchase(key, card, euros));
    }

    /** The stage's answer; its refusal is thrown as it is. */
    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }
}
