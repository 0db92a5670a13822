package eu.kontor.checkout.domain;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which ticket a till's request is for: outlet, business date, reference and kind, so that numbers that begin again every day are other
 * tickets, and one that earned and was also paid with points is both. Its card and its amount make it the same one again; a till may
 * tell more of it than a file. The migration V115 of the ledger makes the same names of what was filed before.
 */
public final class TicketPolicy {

    private TicketPolicy() {}

    /** Empty without a reference: then nothing but its key tells a sale from the same one again. */
    static Optional<Ticket> sale(CardNumber card, CheckedPurchase purchase, String reference) {
        return ticket(
                "sale",
                purchase.outlet().id(),
                purchase.businessDate(),
                reference,
                card.value()
                        + '\n'
                        + purchase.net().amount().stripTrailingZeros().toPlainString()
                        + '\n'
                        + purchase.currency().getCurrencyCode());
    }

    /** A sale's, to find what was posted for it. */
    public static Optional<Ticket> named(int outlet, LocalDate date, String reference) {
        return ticket("sale", outlet, date, reference, "");
    }

    /** A file's redemption, to find what was posted for it. */
    public static Optional<Ticket> namedRedemption(int outlet, LocalDate date, String reference) {
        return ticket("redemption", outlet, date, reference, "");
    }

    /** Of one that a file reports. At a till a bill may be paid from several cards, or tried again after a void. */
    static Optional<Ticket> redemption(CardNumber card, int outlet, Points points, LocalDate date, String reference) {
        return ticket("redemption", outlet, date, reference, card.value() + '\n' + points.value());
    }

    /** Of points that pay for a part of a sale in one call with it. */
    static Optional<Ticket> tender(CardNumber card, CheckedPurchase purchase, Points points, String reference) {
        return ticket(
                "tender",
                purchase.outlet().id(),
                purchase.businessDate(),
                reference,
                card.value() + '\n' + points.value());
    }

    /** Of what comes back on a ticket on which something is sold, too. @param nth of its returns */
    static Optional<Ticket> exchanged(CheckedPurchase purchase, int nth, String reference, String content) {
        return ticket("exchanged-" + nth, purchase.outlet().id(), purchase.businessDate(), reference, content);
    }

    /** Of the points that had paid for that. */
    static Optional<Ticket> exchangedPoints(CheckedPurchase purchase, int nth, String reference, String content) {
        return ticket("exchanged-points-" + nth, purchase.outlet().id(), purchase.businessDate(), reference, content);
    }

    /**
     * Of what comes back of a purchase, under the words of the return. It stands beside what it takes back: a till that numbers returns as
     * it numbers sales may take back of two purchases under one number.
     *
     * @param amount that comes back: the till may name lines and the file their sum
     */
    public static Optional<Ticket> back(
            PostingId purchase, int outlet, LocalDate date, String reference, MoneyAmount amount) {
        return ticket("return\n" + purchase.text(), outlet, date, reference, text(amount));
    }

    /** The same, to find what was posted for it. */
    public static Optional<Ticket> namedBack(PostingId purchase, int outlet, LocalDate date, String reference) {
        return ticket("return\n" + purchase.text(), outlet, date, reference, "");
    }

    /** The same of what points had paid. @param points that come back, as text; or of a ticket that comes back, its amount */
    public static Optional<Ticket> redemptionBack(
            PostingId hold, int outlet, LocalDate date, String reference, String points) {
        return ticket("redemption-return\n" + hold.text(), outlet, date, reference, points);
    }

    /** The same, to find what was posted for it. */
    public static Optional<Ticket> namedRedemptionBack(PostingId hold, int outlet, LocalDate date, String reference) {
        return ticket("redemption-return\n" + hold.text(), outlet, date, reference, "");
    }

    /** An amount by which a return is known again, however many noughts it was sent with. */
    public static String text(MoneyAmount amount) {
        return amount.amount().stripTrailingZeros().toPlainString()
                + '\n'
                + amount.currency().getCurrencyCode();
    }

    private static Optional<Ticket> ticket(String kind, int outlet, LocalDate date, String reference, String content) {
        return reference.isBlank()
                ? Optional.empty()
                : Optional.of(new Ticket(
                        date,
                        String.join("\n", kind, String.valueOf(outlet), date.toString(), reference),
                        Digest.of(content)));
    }
}
