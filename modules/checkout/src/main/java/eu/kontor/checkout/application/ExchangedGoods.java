package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.application.TicketReturnItem.PaidBy;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.checkout.domain.ReturnPolicy;
import eu.kontor.checkout.domain.SoldTicket;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes back on a ticket on which something is sold, too: a return of each purchase that its lines name. A line that says which of
 * the purchase's lines it was takes what that one carried; any other takes by its amount. What points had paid of the purchase comes back as
 * points, and pays for nothing of the new goods.
 */
@Service
public class ExchangedGoods {

    private final SoldPurchases sold;
    private final ReturnedTickets tickets;

    @Inject
    public ExchangedGoods(SoldPurchases sold, ReturnedTickets tickets) {
        this.sold = sold;
        this.tickets = tickets;
    }

    /**
     * @param key of the ticket
     * @return none for a ticket that names no purchase
     * @throws Refusal {@code PURCHASE_UNKNOWN} and as {@link ReturnPolicy#checkExchanged}
     */
    List<TicketReturnItem> returns(Tenant tenant, String key, CheckedPurchase purchase, String reference) {
        Map<PostingId, List<CheckedLine>> byPurchase = new LinkedHashMap<>();
        for (CheckedLine line : purchase.back()) {
            byPurchase
                    .computeIfAbsent(
                            sold.idOf(tenant, original(line, purchase.outlet().code())), first -> new ArrayList<>())
                    .add(line);
        }
        List<TicketReturnItem> returns = new ArrayList<>();
        byPurchase.forEach((original, lines) -> {
            SoldTicket ticket = sold.ticket(tenant, original)
                    .orElseThrow(() -> new Refusal(RefusalCode.PURCHASE_UNKNOWN, "id", original.text()));
            Optional<HoldOfTicket> paid = tickets.paid(tenant, original);
            for (ReturnedGoods goods : goods(ticket, purchase, lines)) {
                int nth = returns.size() + 1;
                returns.add(new TicketReturnItem(
                        tenant.id(),
                        new CheckedRefund(
                                CanonicalRequest.exchanged(key, nth, original.text(), goods, purchase, reference),
                                original,
                                new ReturnPolicy(ticket).checkExchanged(goods),
                                Optional.of(ticket.amount().currency()),
                                new CheckedStamp(
                                        purchase.businessDate(),
                                        purchase.outlet().id(),
                                        reference),
                                paid.map(_ -> ReturnedTickets.paidTicket(ticket, paid))),
                        paid.map(HoldOfTicket::id)
                                .map(hold -> new PaidBy(
                                        CanonicalRequest.exchangedPoints(
                                                key, nth, hold.text(), goods, purchase, reference),
                                        hold))));
            }
        });
        return returns;
    }

    /** A till that names no outlet means its own. */
    private static OriginalPurchase original(CheckedLine line, String outlet) {
        OriginalPurchase named = line.original().orElseThrow().purchase();
        return named instanceof OriginalPurchase.ByWords(OwnWords words)
                        && (words.outlet() == null || words.outlet().isBlank())
                ? new OriginalPurchase.ByWords(new OwnWords(outlet, words.businessDate(), words.reference()))
                : named;
    }

    /** Lines that are told with their amount, and the amount of those of which nobody knows which they were. */
    private static List<ReturnedGoods> goods(SoldTicket ticket, CheckedPurchase purchase, List<CheckedLine> lines) {
        List<ReturnedLine> told = new ArrayList<>();
        BigDecimal ofTold = BigDecimal.ZERO;
        BigDecimal ofOthers = BigDecimal.ZERO;
        for (CheckedLine line : lines) {
            BigDecimal amount = line.amount().amount().negate();
            Optional<ReturnedLine> of = line(ticket, line);
            of.ifPresent(told::add);
            ofTold = of.isPresent() ? ofTold.add(amount) : ofTold;
            ofOthers = of.isPresent() ? ofOthers : ofOthers.add(amount);
        }
        List<ReturnedGoods> goods = new ArrayList<>();
        if (!told.isEmpty()) {
            goods.add(goods(purchase, ofTold, told));
        }
        if (ofOthers.signum() > 0) {
            goods.add(goods(purchase, ofOthers, List.of()));
        }
        return goods;
    }

    private static ReturnedGoods goods(CheckedPurchase purchase, BigDecimal amount, List<ReturnedLine> lines) {
        return new ReturnedGoods(
                Optional.of(amount).filter(some -> some.signum() > 0),
                Optional.of(purchase.currency().getCurrencyCode()),
                lines,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** By the id that it names, or by its article number where one line of the purchase has it. */
    private static Optional<ReturnedLine> line(SoldTicket ticket, CheckedLine line) {
        Optional<BigDecimal> quantity = Optional.of(line.quantity().negate());
        Optional<String> id =
                Optional.ofNullable(line.original().orElseThrow().line()).filter(text -> !text.isBlank());
        if (id.isPresent()) {
            return Optional.of(new ReturnedLine(id, Optional.empty(), quantity));
        }
        return isOneLine(ticket, line.sku())
                ? Optional.of(new ReturnedLine(Optional.empty(), Optional.of(line.sku()), quantity))
                : Optional.empty();
    }

    /** Whether one line, and no other, sold the article. */
    static boolean isOneLine(SoldTicket ticket, String sku) {
        return ticket.lines().stream()
                        .filter(one -> isArticle(one, sku))
                        .limit(2)
                        .count()
                == 1;
    }

    private static boolean isArticle(Purchase.Line line, String sku) {
        return line.amount().signum() >= 0 && !sku.isBlank() && sku.equals(line.sku());
    }
}
