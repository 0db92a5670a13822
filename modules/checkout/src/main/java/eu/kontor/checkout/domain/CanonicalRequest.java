package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase.Original;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.Tenant.Outlet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The content of a request in one text, from which its digest is made: 12.0 and 12.00 are the same purchase, another
 * amount under the same key is not. Each field is preceded by its length, so that no two contents have one text.
 */
public final class CanonicalRequest {

    /** Corrections of one ticket are few, and its key is nearly as long as a key may be. */
    private static final int BYTES_OF_CONTENT = 4;

    private final StringBuilder text = new StringBuilder(256);

    private CanonicalRequest(String kind) {
        add(kind);
    }

    /** @param withPoints paid for a part of it; has no text where none did, as when a line could not say so */
    public static RequestKey purchase(
            String key, CardNumber card, CheckedPurchase purchase, String reference, Points withPoints) {
        CanonicalRequest request = new CanonicalRequest("purchase").sold(card, purchase, reference);
        if (!withPoints.isZero()) {
            request.add("paid with points").add(withPoints.toString());
        }
        return request.under(key, TicketPolicy.sale(card, purchase, reference));
    }

    /** Of all its steps, each under a key of its own: the ticket as a whole is what a retry repeats. */
    public static RequestKey ticket(
            String key, CardNumber card, CheckedPurchase purchase, String reference, List<Tender> tenders) {
        return whole(card, purchase, reference, tenders).under(key, TicketPolicy.sale(card, purchase, reference));
    }

    /** Of the points that pay for a part of it: held once for the ticket, as it earns once. */
    public static RequestKey ticketRedemption(
            String key,
            CardNumber card,
            CheckedPurchase purchase,
            String reference,
            List<Tender> tenders,
            Points points) {
        return whole(card, purchase, reference, tenders)
                .under(key, TicketPolicy.tender(card, purchase, points, reference));
    }

    public static RequestKey ticketCapture(
            String key, CardNumber card, CheckedPurchase purchase, String reference, List<Tender> tenders) {
        return whole(card, purchase, reference, tenders).under(key);
    }

    private static CanonicalRequest whole(
            CardNumber card, CheckedPurchase purchase, String reference, List<Tender> tenders) {
        CanonicalRequest request = new CanonicalRequest("ticket").sold(card, purchase, reference);
        for (Tender tender : tenders) {
            request.add(tender.kind().strip().toLowerCase(Locale.ROOT))
                    .add(tender.points() == null ? "" : tender.points().toString())
                    .add(tender.amount() == null ? BigDecimal.ZERO : tender.amount());
        }
        return request;
    }

    private CanonicalRequest sold(CardNumber card, CheckedPurchase purchase, String reference) {
        CanonicalRequest request = add(card.value())
                .add(purchase.outlet().code())
                .add(purchase.net().amount())
                .add(purchase.currency().getCurrencyCode())
                .add(purchase.businessDate().toString())
                .add(purchase.businessTime().map(LocalTime::toString).orElse(""))
                .add(reference);
        for (CheckedLine line : purchase.lines()) {
            request.add(line.sku())
                    .add(line.category())
                    .add(line.quantity())
                    .add(line.amount().amount());
        }
        // After the lines, and only where a till says more: what was sent before it could keeps its text.
        for (int i = 0; i < purchase.lines().size(); i++) {
            CheckedLine line = purchase.lines().get(i);
            if (!line.isPlain(i + 1)) {
                request.add("line " + i)
                        .add(line.id())
                        .add(line.kind().word())
                        .add(line.net().map(net -> net.amount().toPlainString()).orElse(""))
                        .add(line.gross()
                                .map(gross -> gross.amount().toPlainString())
                                .orElse(""));
            }
        }
        for (CheckedLine line : purchase.back()) {
            request.add("back")
                    .add(line.sku())
                    .add(line.quantity())
                    .add(line.amount().amount())
                    .add(line.original().orElseThrow());
        }
        return purchase.complimentary() ? request.add("complimentary") : request;
    }

    private CanonicalRequest add(Original original) {
        add(original.line() == null ? "" : original.line());
        return switch (original.purchase()) {
            case OriginalPurchase.ById named -> add(named.id());
            case OriginalPurchase.ByWords(OwnWords words) ->
                add(words.outlet() == null ? "" : words.outlet())
                        .add(String.valueOf(words.businessDate()))
                        .add(words.reference());
        };
    }

    public static RequestKey authorize(
            String key,
            CardNumber card,
            String outlet,
            Points points,
            String currency,
            String reference,
            Optional<LocalDate> businessDate) {
        CanonicalRequest request = new CanonicalRequest("authorize")
                .add(card.value())
                .add(outlet)
                .add(points.toString())
                .add(currency)
                .add(reference);
        businessDate.map(LocalDate::toString).ifPresent(request::add);
        return request.under(key);
    }

    public static RequestKey capture(String key, String hold, Optional<Points> points, TillStamp stamp) {
        return new CanonicalRequest("capture")
                .add(hold)
                .add(points.map(Points::toString).orElse("all"))
                .add(stamp)
                .under(key);
    }

    /** @param ticket of the return, where it has words of its own */
    public static RequestKey returnRedemption(
            String key, String hold, Optional<Points> points, TillStamp stamp, Optional<Ticket> ticket) {
        return new CanonicalRequest("return-redemption")
                .add(hold)
                .add(points.map(Points::toString).orElse("all"))
                .add(stamp)
                .under(key, ticket);
    }

    public static RequestKey voidHold(String key, String hold) {
        return new CanonicalRequest("void").add(hold).under(key);
    }

    /**
     * What says no more than the purchase has the text that it had when nothing more could be said.
     *
     * @param ticket of the return, where it has words of its own
     */
    public static RequestKey reverse(String key, String purchase, ReturnedGoods goods, Optional<Ticket> ticket) {
        return new CanonicalRequest("reverse").add(purchase).add(goods).under(key, ticket);
    }

    /** Of both its steps, each under a key and a ticket of its own. @param sold the purchase */
    public static RequestKey returnTicket(String key, String sold, ReturnedGoods goods, Optional<Ticket> ticket) {
        return new CanonicalRequest("return-ticket").add(sold).add(goods).under(key, ticket);
    }

    /** Of one of the returns of an exchange: a step of its ticket, with a key and a ticket of its own beside the sale's. */
    public static RequestKey exchanged(
            String key, int nth, String purchase, ReturnedGoods goods, CheckedPurchase ticket, String reference) {
        CanonicalRequest request = new CanonicalRequest("reverse").add(purchase).add(goods);
        return request.under(
                FieldPolicy.requestKey("back-" + nth + ':' + key),
                TicketPolicy.exchanged(ticket, nth, reference, request.text.toString()));
    }

    /** Of the points that had paid for what such a return takes back. */
    public static RequestKey exchangedPoints(
            String key, int nth, String hold, ReturnedGoods goods, CheckedPurchase ticket, String reference) {
        CanonicalRequest request =
                new CanonicalRequest("return-redemption").add(hold).add(goods);
        return request.under(
                FieldPolicy.requestKey("points-back-" + nth + ':' + key),
                TicketPolicy.exchangedPoints(ticket, nth, reference, request.text.toString()));
    }

    /** Of the reversal; the earning on the right card is a purchase. */
    public static RequestKey move(String key, String purchase, CardNumber rightCard) {
        return new CanonicalRequest("move").add(purchase).add(rightCard.value()).under(key);
    }

    /** Of a correction that is written down: it is posted once. */
    public static RequestKey correctionOfPoints(long id) {
        return new CanonicalRequest("make-good").add(String.valueOf(id)).under("make-good:" + id);
    }

    /** Of a file's line that comes again with another content: its own key is the first one's. */
    public static RequestKey correction(RequestKey line) {
        String content = HexFormat.of().formatHex(line.digest(), 0, BYTES_OF_CONTENT);
        return new RequestKey(
                line.key() + '~' + content, line.digest(), line.ticket().map(Ticket::rungUpAnew));
    }

    /** Of the reversal in a correction: a purchase is corrected away once. */
    public static RequestKey corrected(String purchase) {
        return new CanonicalRequest("corrected").add(purchase).under("corrected:" + purchase);
    }

    /** Of the points that come back in a correction of a ticket that they paid for. */
    public static RequestKey correctedTicket(String purchase) {
        return new CanonicalRequest("corrected-ticket").add(purchase).under("corrected-ticket:" + purchase);
    }

    /** Of the return in a correction of a redemption. */
    public static RequestKey correctedRedemption(String hold) {
        return new CanonicalRequest("corrected-redemption").add(hold).under("corrected:" + hold);
    }

    public static RequestKey gift(String key, CardNumber card, CardNumber recipientCard, String outlet, Points points) {
        return new CanonicalRequest("gift")
                .add(card.value())
                .add(recipientCard.value())
                .add(outlet)
                .add(points.toString())
                .under(key);
    }

    /** Of a redemption that a file reports, and of its capture: the ticket is the redemption's. */
    public static RequestKey reported(
            String key, CardNumber card, Outlet outlet, Points points, LocalDate businessDate, String reference) {
        return reported(card, outlet, points, businessDate, reference)
                .under(key, TicketPolicy.redemption(card, outlet.id(), points, businessDate, reference));
    }

    public static RequestKey reportedCapture(
            String key, CardNumber card, Outlet outlet, Points points, LocalDate businessDate, String reference) {
        return reported(card, outlet, points, businessDate, reference).under(key);
    }

    private static CanonicalRequest reported(
            CardNumber card, Outlet outlet, Points points, LocalDate businessDate, String reference) {
        return new CanonicalRequest("reported-redemption")
                .add(card.value())
                .add(outlet.code())
                .add(points.toString())
                .add(businessDate.toString())
                .add(reference);
    }

    private CanonicalRequest add(String field) {
        text.append(field.length()).append(':').append(field).append('\n');
        return this;
    }

    /** What says nothing has no text, as when nothing could be said; nor has a reason that is not given. */
    private CanonicalRequest add(TillStamp stamp) {
        if (!stamp.equals(TillStamp.NONE)) {
            add(stamp.businessDate().map(LocalDate::toString).orElse(""))
                    .add(stamp.outlet().orElse(""))
                    .add(stamp.reference().orElse(""));
            stamp.reason().ifPresent(this::add);
        }
        return this;
    }

    private CanonicalRequest add(ReturnedGoods goods) {
        if (!goods.equals(ReturnedGoods.EVERYTHING)) {
            add(goods.amount())
                    .add(goods.currency().orElse(""))
                    .add(goods.businessDate().map(LocalDate::toString).orElse(""))
                    .add(goods.outlet().orElse(""))
                    .add(goods.reference().orElse(""));
            for (ReturnedLine line : goods.lines()) {
                add(line.id().orElse("")).add(line.sku().orElse("")).add(line.quantity());
            }
            goods.reason().ifPresent(this::add);
        }
        return this;
    }

    private CanonicalRequest add(Optional<BigDecimal> number) {
        return number.map(this::add).orElseGet(() -> add(""));
    }

    private CanonicalRequest add(BigDecimal number) {
        return add(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private RequestKey under(String key) {
        return under(key, Optional.empty());
    }

    private RequestKey under(String key, Optional<Ticket> ticket) {
        return new RequestKey(key, Digest.of(text.toString()), ticket);
    }
}
