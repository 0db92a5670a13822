package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.application.TicketReturnItem.PaidBy;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PaidTicket;
import eu.kontor.checkout.domain.ReturnPolicy;
import eu.kontor.checkout.domain.SoldTicket;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tickets that come back: found by the id of their purchase or the till's own words, with what was sold and what points paid of it. */
@Service
public class ReturnedTickets {

    private final Transactions transactions;
    private final FiledAnswers filed;
    private final SoldPurchases sold;
    private final CheckedStamps stamps;

    @Inject
    public ReturnedTickets(Transactions transactions, FiledAnswers filed, SoldPurchases sold, CheckedStamps stamps) {
        this.transactions = transactions;
        this.filed = filed;
        this.sold = sold;
        this.stamps = stamps;
    }

    /** @throws Refusal for what cannot be */
    TicketReturnItem item(Tenant tenant, String requestKey, OriginalPurchase original, ReturnedGoods goods) {
        String key = FieldPolicy.requestKey(requestKey);
        String pointsKey = FieldPolicy.requestKey(TicketReturnItem.POINTS_PREFIX + key);
        PostingId id = idOf(tenant, original);
        CheckedStamp stamp = stamps.check(tenant, goods.stamp());
        SoldTicket ticket =
                sold.ticket(tenant, id).orElseThrow(() -> new Refusal(RefusalCode.TICKET_UNKNOWN, "id", id.text()));
        Optional<HoldOfTicket> paid = paid(tenant, id);
        ReturnPolicy policy = new ReturnPolicy(ticket);
        Optional<Returned> part = policy.check(goods);
        return new TicketReturnItem(
                tenant.id(),
                new CheckedRefund(
                        CanonicalRequest.returnTicket(
                                key, id.text(), goods, SoldPurchases.back(id, ticket, stamp, part)),
                        id,
                        part,
                        Optional.of(ticket.amount().currency()),
                        stamp,
                        Optional.of(paidTicket(ticket, paid))),
                paid.map(hold -> new PaidBy(
                        CanonicalRequest.returnTicket(
                                pointsKey,
                                id.text(),
                                goods,
                                TicketPolicy.redemptionBack(
                                        hold.id(),
                                        stamp.outletOr(ticket.outlet()),
                                        stamp.businessDate(),
                                        stamp.reference(),
                                        TicketPolicy.text(policy.told(part)))),
                        hold.id())));
    }

    /** The redemption that paid for a part of a purchase, if one did. */
    Optional<HoldOfTicket> paid(Tenant tenant, PostingId purchase) {
        return transactions.asTenant(tenant.id(), unit -> filed.holdOfTicket(unit, purchase)
                .map(number -> new PostingId(purchase.member(), number))
                .flatMap(hold -> filed.redemption(unit, hold)
                        .map(redemption -> HoldOfTicket.of(
                                purchase,
                                redemption,
                                filed.returns(unit, hold),
                                tenant.currencies().getFirst()))));
    }

    /**
     * Of a purchase that a line of a file corrects.
     *
     * @return empty where money paid all of it
     */
    Optional<KeptPoints> kept(Tenant tenant, PostingId purchase, MoneyAmount now) {
        return paid(tenant, purchase)
                .map(hold -> new KeptPoints(
                        hold.id(),
                        sold.ticket(tenant, purchase)
                                .filter(ticket -> ticket.amount().currency().equals(now.currency()))
                                .map(ticket ->
                                        paidTicket(ticket, Optional.of(hold)).corrected(now, hold.since()))));
    }

    private PostingId idOf(Tenant tenant, OriginalPurchase original) {
        return original instanceof OriginalPurchase.ById named
                ? sold.named(tenant, named.id(), RefusalCode.TICKET_UNKNOWN)
                : sold.idOf(tenant, original);
    }

    static PaidTicket paidTicket(SoldTicket ticket, Optional<HoldOfTicket> paid) {
        return new PaidTicket(
                ticket.amount(),
                paid.map(HoldOfTicket::points).orElse(Points.ZERO),
                paid.map(HoldOfTicket::value)
                        .orElseGet(() -> MoneyAmount.zero(ticket.amount().currency())),
                paid.map(HoldOfTicket::backBefore).orElse(Points.ZERO));
    }
}
