package eu.kontor.feeds.application;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;

/** The refusals of tills as someone understands them who has a file: tickets and columns, no keys and requests. */
final class FileWords {

    private FileWords() {}

    static Refusal of(Refusal refusal, TillLine line) {
        return switch (refusal.code()) {
            case REQUEST_KEY_REUSED, TICKET_DIFFERS ->
                new Refusal(RefusalCode.FEED_TICKET_CHANGED, "ticket", ticket(line));
            case PURCHASE_UNKNOWN -> new Refusal(RefusalCode.FEED_RETURN_BY_HAND, "ticket", ticket(line));
            default -> refusal;
        };
    }

    private static String ticket(TillLine line) {
        return switch (line) {
            case TillLine.Sale sale -> sale.purchase().reference();
            case TillLine.Redemption redemption -> redemption.reference();
            case TillLine.CalledOff call -> call.reference();
            case TillLine.Refund refund -> refund.goods().reference().orElse(refund.requestKey());
            case TillLine.RedemptionBack back -> back.requestKey();
        };
    }
}
