package eu.kontor.checkout.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.PurchaseFiling;
import eu.kontor.checkout.persistence.ReversalFiling;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.application.GatheringQueue;
import eu.kontor.ledger.application.LedgerBalances;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.Poster;
import eu.kontor.membership.api.Members.NewMember;
import eu.kontor.membership.application.CardResolver;
import eu.kontor.membership.application.CardRules;
import eu.kontor.membership.application.CodeHashing;
import eu.kontor.membership.application.MemberChanges;
import eu.kontor.membership.application.MemberCodes;
import eu.kontor.membership.application.MemberDirectory;
import eu.kontor.membership.application.MemberStore;
import eu.kontor.membership.persistence.CardLookup;
import eu.kontor.membership.persistence.CodeRecords;
import eu.kontor.membership.persistence.MemberRecords;
import eu.kontor.membership.persistence.MemberSearch;
import eu.kontor.membership.persistence.MembershipEntities;
import eu.kontor.membership.persistence.NewMembers;
import eu.kontor.outbox.application.Delivery;
import eu.kontor.outbox.application.Handlers;
import eu.kontor.outbox.application.OutboxWriter;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.program.application.CachedPrograms;
import eu.kontor.program.application.ProgramSection;
import eu.kontor.program.persistence.PublishedPrograms;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.math.BigDecimal;
import java.time.Clock;
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

/** A coalition with real ledger, members, programs and outbox on a real PostgreSQL; the day is 1 March 2026. */
final class TillStage {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final PublishedPrograms HISTORY = new PublishedPrograms(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private final Transactions transactions = DATABASE.transactions(new MembershipEntities(), HISTORY);
    private final Tenants tenants = DATABASE.tenants();
    private final CachedPrograms programs = new CachedPrograms(transactions, HISTORY);
    private final CodeHashing hashing = new CodeHashing(() -> new byte[32]);
    private final CardRules rules = new CardRules(tenants, clock);
    private final CardResolver cards = new CardResolver(transactions, new CardLookup(), rules);
    private final OutboxTable outboxTable = new OutboxTable();
    private final LedgerCalendar calendar = new LedgerCalendar(tenants, clock);
    private final Ledger ledger = new Poster(transactions, new OutboxWriter(outboxTable), calendar);
    private final SinglePosting single = new SinglePosting(
            new GatheringQueue(ledger, transactions, Executors.defaultThreadFactory()), new ShownCards(cards));
    private final TillContext counter = new TillContext(tenants, clock);
    private final PurchaseEvaluation evaluation = new PurchaseEvaluation(tenants, programs, clock);
    private final TenantVisits visits = new TenantVisits(tenants, programs, transactions, new FiledPurchases());

    final PurchaseBatch batches = new PurchaseBatch(tenants, evaluation, transactions, cards, ledger);

    Checkout checkout() {
        RedemptionValue value = new RedemptionValue(programs);
        MemberCodes codes = new MemberCodes(transactions, new CodeRecords(), hashing, clock);
        CardReading reading = new CardReading(counter, transactions, cards);
        return new TillCheckout(
                new TillPurchases(counter, evaluation, batches, single, new FirstAnswers(visits, evaluation)),
                new TillRedemptions(counter, reading, value, codes, single),
                new TillReversals(counter, single, new LedgerBalances(transactions, calendar)),
                new TillGifts(counter, reading, value, codes, single));
    }

    BalanceInquiry inquiry() {
        return new CardInquiry(transactions, cards, new LedgerBalances(transactions, calendar));
    }

    ReportedRedemptions reportedRedemptions() {
        return new ReportedRedemptions(counter, new RedemptionValue(programs), transactions, cards, ledger);
    }

    TenantVisits visits() {
        return visits;
    }

    /** A tenant with the outlet {@code main} and a program of 10 points per euro. */
    TenantId tenant(String slug) {
        TenantId id = DATABASE.tenant(slug);
        publish(id, 10);
        return id;
    }

    void publish(TenantId tenant, int pointsPerEuro) {
        var section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100);
        section.putObject("pointsPerUnit").put("EUR", pointsPerEuro);
        section.putObject("valuePerPoint").put("EUR", "0.005");
        transactions.asTenant(tenant, unit -> {
            new ProgramSection(HISTORY, programs).apply(tenants.get(tenant), section, unit);
            return tenant;
        });
    }

    /** A member of the tenant with the confirmation code 4711. */
    CardNumber member(TenantId tenant) {
        NewMember person = new NewMember("Ana", "Reis", Optional.empty(), Optional.empty(), Locale.ENGLISH, "4711");
        return members()
                .enrol(person(tenant, Role.FRONT_DESK), person)
                .cards()
                .getFirst()
                .number();
    }

    private MemberDirectory members() {
        return new MemberDirectory(
                transactions,
                rules,
                new MemberStore(new MemberRecords(), new MemberSearch()),
                new MemberChanges(new NewMembers(), new CardLookup(), hashing, rules, new AuditTrail(clock)));
    }

    void block(TenantId tenant, CardNumber card) {
        members().blockCard(person(tenant, Role.ADMIN), card, "lost");
    }

    boolean isEnrolled(TenantId tenant, CardNumber card) {
        return cards.find(tenant, card).enrolled();
    }

    /** A card that could be, and that nobody holds. */
    String cardOfNobody() {
        return CardNumber.issue(tenants.coalition().cardPrefix(), 987_654_321L).value();
    }

    /** Lets the courier carry everything that is under way. */
    void deliverMessages() {
        Handlers filing = new Handlers(List.of(new PurchaseFiling(), new ReversalFiling()), List.of());
        Delivery.of(transactions, outboxTable, filing).deliverWaiting();
    }

    static Caller machine(TenantId tenant) {
        return person(tenant, Role.MACHINE);
    }

    static Caller person(TenantId tenant, Role role) {
        return new Caller("subject", "name", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    static Purchase purchase(String key, CardNumber card, String euros) {
        return new Purchase(
                key,
                card.value(),
                "main",
                new BigDecimal(euros),
                "EUR",
                List.of(),
                TODAY,
                Optional.empty(),
                "reference of " + key);
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
