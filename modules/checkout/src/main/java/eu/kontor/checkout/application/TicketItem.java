package eu.kontor.checkout.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.program.api.Programs;
import eu.kontor.trust.api.Pace.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A purchase, the points that paid for a part of it, and what came back of others on the same ticket, step by step: points are held, captured,
 * what is left earns, and each return takes back what its purchase gave, and brings back the points that had paid for it; last, so that nobody owes what the ticket itself gives. All of them
 * or none: it is posted by {@link ItemPipeline#postWhole}.
 */
final class TicketItem extends TillItem {

    /** The redemption is a request of its own beside the purchase; its key is the same with this before it. */
    static final String REDEEM_PREFIX = "redeem:";

    private final SaleItem sale;
    private final Optional<RedemptionItem> redemption;
    private final List<TicketReturnItem> returns;
    private boolean corrected;

    /**
     * @param redemption captured at once
     * @param returns of purchases that the ticket's lines name
     */
    TicketItem(SaleItem sale, Optional<RedemptionItem> redemption, List<TicketReturnItem> returns) {
        super(sale.tenant());
        this.sale = sale;
        this.redemption = redemption;
        redemption.ifPresent(RedemptionItem::besidePurchase);
        this.returns = List.copyOf(returns);
    }

    @Override
    List<CardNumber> cards() {
        return sale.cards();
    }

    @Override
    void resolve(Function<CardNumber, CardHolder> holders) {
        sale.resolve(holders);
        redemption.ifPresent(points -> points.resolve(holders));
    }

    /** Points that pay are taken now. */
    @Override
    Optional<LocalDate> sold() {
        return redemption.isEmpty() ? sale.sold() : Optional.empty();
    }

    @Override
    Optional<Refusal> problem() {
        return sale.problem();
    }

    @Override
    Optional<Ticket> ticket() {
        return sale.ticket();
    }

    @Override
    Optional<MemberId> newcomer() {
        return sale.newcomer();
    }

    @Override
    void firstVisit(boolean isFirst) {
        sale.firstVisit(isFirst);
    }

    @Override
    void evaluate(Programs programs) {
        sale.evaluate(programs);
    }

    @Override
    Optional<Claim> claim() {
        return redemption.flatMap(RedemptionItem::claim);
    }

    @Override
    List<MemberId> members() {
        return Stream.concat(sale.members().stream(), returns.stream().flatMap(back -> back.members().stream()))
                .distinct()
                .toList();
    }

    @Override
    void begin() {
        super.begin();
        corrected = false;
        sale.begin();
        redemption.ifPresent(RedemptionItem::begin);
        returns.forEach(TicketReturnItem::begin);
    }

    @Override
    Posting next() {
        return isPaying()
                ? redemption.orElseThrow().next()
                : sale.posted() == null
                        ? sale.next()
                        : nextReturn().orElseThrow().next();
    }

    @Override
    void posted(Outcome.Posted outcome) {
        if (isPaying()) {
            RedemptionItem points = redemption.orElseThrow();
            points.posted(outcome);
            sale.paidBy(points.hold().id());
        } else if (sale.posted() == null) {
            mustNotPayAgain(outcome);
            sale.posted(outcome);
        } else {
            TicketReturnItem back = nextReturn().orElseThrow();
            if (back.refund().posted() == null) {
                mustNotTakeBackLater(outcome);
            }
            back.posted(outcome);
        }
    }

    @Override
    Refusal asHeard(Refusal reason) {
        return isPaying() ? redemption.orElseThrow().asHeard(reason) : reason;
    }

    private Optional<TicketReturnItem> nextReturn() {
        return returns.stream().filter(TicketReturnItem::hasMoreSteps).findFirst();
    }

    @Override
    boolean hasMoreSteps() {
        return sale.posted() == null || nextReturn().isPresent();
    }

    /** The sale is known without these points: under another key, or from a file. */
    private void mustNotPayAgain(Outcome.Posted known) {
        boolean isPaidNow =
                redemption.filter(points -> !points.hold().replayed()).isPresent();
        if (known.underAnotherKey() && isPaidNow) {
            throw new Refusal(RefusalCode.TICKET_DIFFERS, "first", known.id().text());
        }
    }

    /** The sale is known without what came back: from a file that did not tell of which purchase it was. */
    private void mustNotTakeBackLater(Outcome.Posted outcome) {
        if (sale.posted().replayed() && !outcome.replayed()) {
            throw new Refusal(
                    RefusalCode.TICKET_DIFFERS, "first", sale.posted().id().text());
        }
    }

    private boolean isPaying() {
        return redemption.filter(RedemptionItem::hasMoreSteps).isPresent();
    }

    /** Its returns are posted. @param earned by what is sold on it now */
    void corrected(Outcome.Posted earned) {
        super.begin();
        sale.corrected(earned);
        corrected = true;
    }

    boolean isCorrected() {
        return corrected;
    }

    SaleItem sale() {
        return sale;
    }

    Optional<RedemptionItem> redemption() {
        return redemption;
    }

    /** What was posted last of it. */
    Outcome.Posted last() {
        return returns.isEmpty() ? sale.posted() : returns.getLast().last();
    }

    List<TicketReturnItem> returns() {
        return returns;
    }
}
