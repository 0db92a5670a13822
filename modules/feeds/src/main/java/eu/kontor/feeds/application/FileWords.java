package eu.kontor.feeds.application;

import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;

/** The refusals of tills as someone understands them who has a file: tickets and columns, no keys and requests. */
final class FileWords {

    private FileWords() {}

    static Refusal of(Refusal refusal, TillLine line) {
        boolean isChanged =
                refusal.code() == RefusalCode.REQUEST_KEY_REUSED || refusal.code() == RefusalCode.TICKET_DIFFERS;
        return isChanged ? new Refusal(RefusalCode.FEED_TICKET_CHANGED, "ticket", ticket(line)) : refusal;
    }

    private static String ticket(TillLine line) {
        return switch (line) {
            case TillLine.Sale sale -> sale.purchase().reference();
            case TillLine.Redemption redemption -> redemption.reference();
            case TillLine.CalledOff call -> call.reference();
            case TillLine.Refund refund -> refund.requestKey();
            case TillLine.RedemptionBack back -> back.requestKey();
        };
    }
}
