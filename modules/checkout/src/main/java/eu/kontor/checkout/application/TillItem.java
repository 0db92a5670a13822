package eu.kontor.checkout.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Pace.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing that a till or a file asks for, on its way through {@link ItemPipeline}, whichever door it came in by.
 *
 * <p>It is made of checked fields; then <b>resolved</b>: it learns who holds the cards that were shown; <b>evaluated</b>: it knows
 * what it is worth to that member; <b>posted</b>, in one step or two; and <b>answered</b>. It may be refused at each stage, and is
 * then passed over by the following ones. A posting that was rolled back may be repeated: the item begins once more.
 */
abstract sealed class TillItem
        permits CalledOffItem,
                SaleItem,
                TicketItem,
                TicketReturnItem,
                RefundItem,
                RedemptionItem,
                RedemptionReturnItem,
                ReturnCallItem,
                HoldEndItem,
                GiftItem,
                KnownItem,
                RefusedItem {

    private final TenantId tenant;
    private ActorId by = ActorId.NONE;
    private Refusal refusal;
    private Refusal ledgersRefusal;
    private Refusal onlyAgain;
    private Claim counted;
    private Supplier<Optional<Above>> limit = Optional::empty;
    private Above above;
    private UnknownCards unknownCards = (unit, card) -> Optional.empty();

    /** Counts a card that nobody holds for whoever showed it, and says when it were too many. */
    @FunctionalInterface
    interface UnknownCards {
        Optional<Refusal> count(UnitOfWork unit, CardNumber card);
    }

    /**
     * What its caller may not do alone.
     *
     * @param raise where it was refused for that, and was no repetition
     */
    record Above(Refusal refusal, Runnable raise) {}

    TillItem(TenantId tenant) {
        this.tenant = tenant;
    }

    final TenantId tenant() {
        return tenant;
    }

    /** Who asks for it, before it is posted. */
    final void by(ActorId actor) {
        by = actor;
    }

    final ActorId by() {
        return by;
    }

    final void countingUnknown(UnknownCards counter) {
        unknownCards = counter;
    }

    final boolean isOfUnknownCard() {
        return refusal != null && refusal.code() == RefusalCode.CARD_UNKNOWN;
    }

    /** Once: what was rolled back and is repeated does not count twice. */
    final void countUnknown(UnitOfWork unit) {
        if (isOfUnknownCard()) {
            CardNumber card = CardNumber.parse(refusal.details().get("card").toString());
            refusal = unknownCards.count(unit, card).orElse(refusal);
            unknownCards = (again, same) -> Optional.empty();
        }
    }

    /** The cards that were shown. */
    List<CardNumber> cards() {
        return List.of();
    }

    /**
     * @param holders of the cards that were shown
     * @throws Refusal from {@code holders} for a card that nobody holds
     */
    void resolve(Function<CardNumber, CardHolder> holders) {}

    /** Who comes to the tenant with it for the first time, and is enrolled before it is posted. */
    Optional<MemberId> newcomer() {
        return Optional.empty();
    }

    /** The day on which something was sold that is told afterwards; empty for what needs its card now. */
    Optional<LocalDate> sold() {
        return Optional.empty();
    }

    /** Why it could only be answered again, whatever card is shown. */
    Optional<Refusal> problem() {
        return Optional.empty();
    }

    /** @param reason why it may not be posted any more; empty if it may */
    final void onlyAgain(Optional<Refusal> reason) {
        onlyAgain = reason.orElse(null);
    }

    /** @param check once it is known what it is worth */
    final void limitedBy(Supplier<Optional<Above>> check) {
        limit = check;
    }

    /**
     * What its caller may not do alone is answered again where it was done before: a retry is not refused by its own first posting. Asked once: what
     * was rolled back and is repeated does not count twice.
     */
    final void askLimit() {
        above = limit.get().or(() -> Optional.ofNullable(above)).orElse(null);
        limit = Optional::empty;
        if (onlyAgain == null && above != null) {
            onlyAgain = above.refusal();
        }
    }

    /** Nobody is enrolled by what can only be answered again. */
    final Optional<MemberId> toEnrol() {
        return onlyAgain == null ? newcomer() : Optional.empty();
    }

    /**
     * In memory, once the members are known.
     *
     * @throws Refusal when the program cannot say what it is worth
     */
    void evaluate(Programs programs) {}

    /** @param isFirst its member becomes one of the tenant's by it, and by no other item before it */
    void firstVisit(boolean isFirst) {}

    /** Whose points it changes. */
    abstract List<MemberId> members();

    /** What it is for, if it says so: two of one ticket are never posted side by side by one who waits for both. */
    Optional<Ticket> ticket() {
        return Optional.empty();
    }

    /** How fast a member's points go with it; empty for what takes none, and for what a file reports: that has happened already. */
    Optional<Claim> claim() {
        return Optional.empty();
    }

    /** The step that is to be posted now, in the name of nobody. */
    abstract Posting next();

    /** The step that is to be posted now: with a card that may not be used any more, only if it was before. */
    final Posting step() {
        return asAllowed(next().by(by));
    }

    final Posting asAllowed(Posting posting) {
        return onlyAgain == null ? posting : new Posting.OnlyAgain(posting, onlyAgain);
    }

    final Optional<Refusal> whyOnlyAgain() {
        return Optional.ofNullable(onlyAgain);
    }

    /** Takes in what became of the step. */
    abstract void posted(Outcome.Posted outcome);

    /** Whether a step follows that needs the answer to the one before. */
    boolean hasMoreSteps() {
        return false;
    }

    /** Forgets a posting that was not committed. */
    void begin() {
        ledgersRefusal = null;
    }

    final boolean isAlive() {
        return refusal == null && ledgersRefusal == null;
    }

    final void refuse(Refusal reason) {
        refusal = reason;
    }

    final void answered(Outcome outcome) {
        switch (outcome) {
            case Outcome.Posted success -> posted(success);
            case Outcome.Refused refused -> refusedByLedger(asHeard(RefusalOf.outcome(refused)));
        }
    }

    private void refusedByLedger(Refusal reason) {
        ledgersRefusal = reason;
        if (above != null && above.refusal() == onlyAgain && onlyAgain.code() == reason.code()) {
            above.raise().run();
        }
    }

    /** What the caller may hear of the ledger's refusal. */
    Refusal asHeard(Refusal reason) {
        return reason;
    }

    final void counted(Claim claim) {
        counted = claim;
    }

    /** What was counted of it although nothing came of it now; empty where something did. */
    final Optional<Claim> countedInVain(Outcome outcome) {
        boolean nothingNew = !(outcome instanceof Outcome.Posted posted) || posted.replayed();
        return Optional.ofNullable(counted).filter(claim -> nothingNew);
    }

    /** Why it goes no further; empty while it is alive. */
    final Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal).or(() -> Optional.ofNullable(ledgersRefusal));
    }
}
