package eu.kontor.checkout.application;

import eu.kontor.checkout.application.DeskLimits.Leaving;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.ledger.api.PostingQueue.Preparation;
import eu.kontor.ledger.api.PostingQueue.Prepared;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.membership.api.Cards.Shown;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The one way of everything that comes from a till or a file: its cards are <b>resolved</b>, all of them with one query; it is
 * <b>evaluated</b> in memory for the member who is known by then; who is new at a tenant is enrolled; it is <b>posted</b>. What is
 * answered is said by the use case. One refused item fails no other.
 *
 * <p>A single call goes this way with those of others, of whatever tenants, in the transaction that the ledger's queue gathers
 * them for; a batch by itself; a file's batch in two goes (see {@link FeedBatch}).
 */
@Service
public class ItemPipeline {

    private final Transactions transactions;
    private final Cards cards;
    private final Programs programs;
    private final Ledger ledger;
    private final PostingQueue queue;
    private final ItemGate gate;

    /** One for all callers, by which the queue knows what it may prepare together. */
    private final Preparation<TillItem> gathered = this::prepareGathered;

    @Inject
    public ItemPipeline(
            Transactions transactions,
            Cards cards,
            Programs programs,
            Ledger ledger,
            PostingQueue queue,
            ItemGate gate) {
        this.transactions = transactions;
        this.cards = cards;
        this.programs = programs;
        this.ledger = ledger;
        this.queue = queue;
        this.gate = gate;
    }

    /**
     * One item of a caller who waits for its answer.
     *
     * @return the item, posted; the stage fails with its {@link Refusal}
     */
    <I extends TillItem> CompletionStage<I> post(Caller caller, I item) {
        gate.begin(caller, List.of(item));
        return queue.submit(item, gathered).thenApply(outcome -> {
            item.answered(outcome);
            gate.giveBack(item, outcome);
            countUnknown(List.of(item));
            item.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            return item;
        });
    }

    /** A batch of one tenant in one transaction, or in a part of the one under way. */
    void post(Caller caller, TenantId tenant, List<TillItem> batch) {
        gate.begin(caller, batch.stream().filter(TillItem::isAlive).toList());
        transactions.asPoster(unit -> {
            resolveAndEvaluate(batch);
            enrol(tenant, newcomers(batch));
            postSteps(batch);
            return null;
        });
        countUnknown(batch);
    }

    /**
     * An item whose steps are posted all or none, in a transaction of its own: what is refused after the first step takes back the
     * steps before it.
     *
     * @throws Refusal nothing was posted, and nothing is remembered
     */
    <I extends TillItem> I postWhole(Caller caller, I item) {
        gate.begin(caller, List.of(item));
        Outcome last = countingUnknown(item, () -> wholeOf(item));
        gate.giveBack(item, last);
        return item;
    }

    /** A card that nobody holds is counted although nothing of it is posted. */
    <T> T countingUnknown(TillItem item, Supplier<T> posting) {
        try {
            return posting.get();
        } catch (Refusal refusal) {
            if (!item.isOfUnknownCard()) {
                throw refusal;
            }
            countUnknown(List.of(item));
            throw item.refusal().orElse(refusal);
        }
    }

    /** Of one caller, and behind the ledger's locks. */
    private void countUnknown(Collection<? extends TillItem> items) {
        if (items.stream().anyMatch(TillItem::isOfUnknownCard)) {
            transactions.asPoster(unit -> {
                items.forEach(item -> item.countUnknown(unit));
                return null;
            });
        }
    }

    private Outcome wholeOf(TillItem item) {
        return transactions.asPoster(unit -> {
            item.begin();
            resolveAndEvaluate(List.of(item));
            mustBeAlive(item);
            gate.keepPace(unit, List.of(item));
            mustBeAlive(item);
            enrol(item.tenant(), newcomers(List.of(item)));
            if (item.members().size() > 1) {
                lock(item.members());
            }
            return postAllSteps(item);
        });
    }

    /** As for posting, of a sale that is moved to another card. */
    void beginMove(Caller caller, SaleItem sale, Leaving leaving) {
        gate.beginMove(caller, sale, leaving);
    }

    /** Once it is moved; who asks again moves nothing. */
    void moved(Caller caller) {
        gate.moved(caller);
    }

    /** Nobody but who asks for all of them. */
    static void inTheNameOf(ActorId actor, List<TillItem> items) {
        items.forEach(item -> item.by(actor));
    }

    /** The same in a part of the transaction under way, with everything of it resolved, enrolled and locked: what is refused is undone alone. */
    void postWhole(UnitOfWork unit, TillItem item) throws SQLException {
        item.begin();
        if (!item.isAlive()) {
            return;
        }
        Savepoint before = unit.connection().setSavepoint();
        try {
            postAllSteps(item);
            unit.connection().releaseSavepoint(before);
        } catch (Refusal refusal) {
            unit.connection().rollback(before);
            if (item.isAlive()) {
                item.refuse(refusal);
            }
        }
    }

    /** @return what became of the last one */
    private Outcome postAllSteps(TillItem item) {
        Outcome outcome = null;
        while (item.hasMoreSteps()) {
            outcome = ledger.post(List.of(item.step())).getFirst();
            item.answered(outcome);
            mustBeAlive(item);
        }
        return outcome;
    }

    private static void mustBeAlive(TillItem item) {
        item.refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    /**
     * Finds out who shows the cards, before anything is posted: for what has to be asked of the member first. Enrols nobody: who does not
     * agree was no guest.
     *
     * @throws Refusal as for posting
     */
    void resolve(Caller caller, TillItem item) {
        gate.countUnknownOf(caller, List.of(item));
        countingUnknown(item, () -> {
            resolve(item);
            return item;
        });
    }

    /** The same for nobody who guesses. */
    void resolve(TillItem item) {
        transactions.asPoster(unit -> {
            resolveAndEvaluate(List.of(item));
            mustBeAlive(item);
            return null;
        });
    }

    /** Who would earn with a card; empty when nobody holds it. Posts nothing. */
    Optional<Earner> earner(TenantId tenant, CardNumber card) {
        Shown shown = new Shown(tenant, card);
        return Optional.ofNullable(transactions
                        .asPoster(unit -> cards.resolve(List.of(shown)))
                        .get(shown))
                .map(holder -> new Earner(holder.member(), holder.tier(), !holder.enrolled()));
    }

    private record Newcomer(TenantId tenant, MemberId member) {}

    /** Without writing. Who cannot be is refused; whose card may not be used any more may still hear a first answer again. */
    void resolveAndEvaluate(Collection<? extends TillItem> items) {
        Map<Shown, CardHolder> holders = holders(items);
        Set<Newcomer> newcomers = new HashSet<>();
        for (TillItem item : items) {
            if (item.isAlive()) {
                try {
                    item.resolve(card -> holder(item, card, holders));
                    item.onlyAgain(item.problem().or(() -> problem(item, holders)));
                    item.firstVisit(item.newcomer()
                            .filter(member -> newcomers.add(new Newcomer(item.tenant(), member)))
                            .isPresent());
                    item.evaluate(programs);
                    item.askLimit();
                } catch (Refusal refusal) {
                    item.refuse(refusal);
                }
            }
        }
    }

    /** Before the ledger's locks, as everywhere. */
    void enrol(TenantId tenant, Collection<MemberId> newcomers) {
        if (!newcomers.isEmpty()) {
            cards.enrol(tenant, newcomers);
        }
    }

    static Set<MemberId> newcomers(Collection<? extends TillItem> items) {
        Set<MemberId> newcomers = new TreeSet<>(Comparator.comparingLong(MemberId::value));
        for (TillItem item : items) {
            if (item.isAlive()) {
                item.toEnrol().ifPresent(newcomers::add);
            }
        }
        return newcomers;
    }

    void lock(Collection<MemberId> members) {
        if (!members.isEmpty()) {
            ledger.lock(members);
        }
    }

    /** Everything of the items that is alive, each member's in the order given. */
    void postSteps(List<TillItem> items) {
        new PostingWaves(ledger).post(items);
    }

    private List<Prepared> prepareGathered(List<TillItem> items) {
        resolveAndEvaluate(items);
        // Earning has no pace to keep, and waits for no statement of it.
        if (items.stream().anyMatch(item -> item.isAlive() && item.claim().isPresent())) {
            transactions.asPoster(unit -> {
                gate.keepPace(unit, items);
                return null;
            });
        }
        // Batches that enrol side by side do it in one order, and never wait in a circle.
        Map<TenantId, List<TillItem>> byTenant = new TreeMap<>(Comparator.comparingInt(TenantId::value));
        List<Prepared> prepared = new ArrayList<>(items.size());
        for (TillItem item : items) {
            if (item.isAlive() && item.toEnrol().isPresent()) {
                byTenant.computeIfAbsent(item.tenant(), tenant -> new ArrayList<>())
                        .add(item);
            }
            prepared.add(item.refusal()
                    .<Prepared>map(refusal -> new Prepared.Refused(RefusalOf.refusal(refusal)))
                    .orElseGet(() -> new Prepared.Ready(item.step())));
        }
        byTenant.forEach((tenant, theirs) -> enrol(tenant, newcomers(theirs)));
        return prepared;
    }

    private Map<Shown, CardHolder> holders(Collection<? extends TillItem> items) {
        Set<Shown> shown = new HashSet<>();
        for (TillItem item : items) {
            if (item.isAlive()) {
                item.cards().forEach(card -> shown.add(new Shown(item.tenant(), card)));
            }
        }
        return shown.isEmpty() ? Map.of() : cards.resolve(shown);
    }

    private static CardHolder holder(TillItem item, CardNumber card, Map<Shown, CardHolder> holders) {
        return CardPolicy.known(card, holders.get(new Shown(item.tenant(), card)));
    }

    /** Why one of its cards may not be used. */
    private Optional<Refusal> problem(TillItem item, Map<Shown, CardHolder> holders) {
        return item.cards().stream()
                .flatMap(card ->
                        CardPolicy.problem(holder(item, card, holders), item.sold(), () -> gate.zoneOf(item.tenant()))
                                .stream())
                .findFirst();
    }
}
