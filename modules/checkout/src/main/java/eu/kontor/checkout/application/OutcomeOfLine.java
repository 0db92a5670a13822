package eu.kontor.checkout.application;

import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.FeedPosting.LineReceipt;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.PostingId;
import java.util.Optional;

/** What a file is told of one of its lines. */
final class OutcomeOfLine {

    private OutcomeOfLine() {}

    /** @param standing what it would take back, if it is held */
    static LineOutcome of(TillItem item, Optional<PostingId> standing) {
        if (standing.isPresent()) {
            return new LineOutcome(Optional.empty(), Optional.empty(), standing);
        }
        return item.refusal()
                .map(refusal -> new LineOutcome(Optional.empty(), Optional.of(refusal)))
                .orElseGet(() -> new LineOutcome(receipt(item), Optional.empty()));
    }

    private static Optional<LineReceipt> receipt(TillItem item) {
        return switch (item) {
            case CalledOffItem call ->
                call.takenBack()
                        .map(back ->
                                new LineReceipt(back.id(), Points.ZERO, back.availableAfter(), back.replayed(), true));
            case ReturnCallItem _ -> Optional.empty();
            default -> Optional.of(receiptOf(item));
        };
    }

    private static LineReceipt receiptOf(TillItem item) {
        return switch (item) {
            case SaleItem sale
            when sale.isCorrected() ->
                new LineReceipt(
                        sale.posted().id(),
                        sale.posted().points(),
                        sale.posted().availableAfter(),
                        false,
                        true);
            case SaleItem sale -> receipt(sale.posted().id(), sale.posted());
            case RefundItem refund -> receipt(refund.posted().id(), refund.posted());
            case TicketItem exchange -> receipt(exchange);
            case TicketReturnItem ticket -> receipt(ticket);
            case RedemptionReturnItem back -> receipt(back.posted().id(), back.posted());
            case RedemptionItem redemption
            when redemption.isCorrected() ->
                new LineReceipt(
                        redemption.id(),
                        redemption.captured().points(),
                        redemption.captured().availableAfter(),
                        false,
                        true);
            case RedemptionItem redemption -> receipt(redemption.id(), redemption.captured());
            case KnownItem known -> new LineReceipt(known.id(), known.points(), known.availableAfter(), true);
            default -> throw new IllegalStateException("no file has a line for " + item.getClass());
        };
    }

    private static LineReceipt receipt(TicketItem exchange) {
        Outcome.Posted sold = exchange.sale().posted();
        boolean isCorrected = exchange.isCorrected();
        return new LineReceipt(
                sold.id(),
                sold.points(),
                exchange.last().availableAfter(),
                !isCorrected && sold.replayed(),
                isCorrected);
    }

    private static LineReceipt receipt(TicketReturnItem ticket) {
        Outcome.Posted back = ticket.refund().posted();
        Outcome.Posted last = ticket.points().map(RedemptionReturnItem::posted).orElse(back);
        return new LineReceipt(back.id(), back.points(), last.availableAfter(), back.replayed());
    }

    /** @param last what was posted last for it */
    private static LineReceipt receipt(PostingId named, Outcome.Posted last) {
        return new LineReceipt(named, last.points(), last.availableAfter(), last.replayed());
    }
}
