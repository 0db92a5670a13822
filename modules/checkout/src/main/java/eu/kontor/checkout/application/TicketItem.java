package eu.kontor.checkout.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.program.api.Programs;
import eu.kontor.trust.api.Pace.Claim;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A purchase and the points that paid for a part of it, in up to three steps: points are held, captured, and what is left earns. All of
 * them or none: it is posted by {@link ItemPipeline#postWhole}, alone.
 */
final class TicketItem extends TillItem {

    /** The redemption is a request of its own beside the purchase; its key is the same with this before it. */
    static final String REDEEM_PREFIX = "redeem:";

    private final SaleItem sale;
    private final Optional<RedemptionItem> redemption;

    /** @param redemption captured at once */
    TicketItem(SaleItem sale, Optional<RedemptionItem> redemption) {
        super(sale.tenant());
        this.sale = sale;
        this.redemption = redemption;
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

    @Override
    Optional<MemberId> newcomer() {
        return sale.newcomer();
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
        return sale.members();
    }

    @Override
    void begin() {
        super.begin();
        sale.begin();
        redemption.ifPresent(RedemptionItem::begin);
    }

    @Override
    Posting next() {
        return isPaying() ? redemption.orElseThrow().next() : sale.next();
    }

    @Override
    void posted(Outcome.Posted outcome) {
        if (isPaying()) {
            RedemptionItem points = redemption.orElseThrow();
            points.posted(outcome);
            sale.paidBy(points.hold().id());
        } else {
            mustNotPayAgain(outcome);
            sale.posted(outcome);
        }
    }

    @Override
    boolean hasMoreSteps() {
        return sale.posted() == null;
    }

    /** The sale is known without these points: under another key, or from a file. */
    private void mustNotPayAgain(Outcome.Posted known) {
        boolean isPaidNow =
                redemption.filter(points -> !points.hold().replayed()).isPresent();
        if (known.underAnotherKey() && isPaidNow) {
            throw new Refusal(RefusalCode.TICKET_DIFFERS, "first", known.id().text());
        }
    }

    private boolean isPaying() {
        return redemption.filter(RedemptionItem::hasMoreSteps).isPresent();
    }

    SaleItem sale() {
        return sale;
    }

    Optional<RedemptionItem> redemption() {
        return redemption;
    }
}
