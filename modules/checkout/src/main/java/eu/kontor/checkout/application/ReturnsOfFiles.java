package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.SoldTicket;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file says came back, held against what was sold and how it was paid, which a file's line does not know. */
@Service
public class ReturnsOfFiles {

    private final Transactions transactions;
    private final FiledAnswers filed;
    private final SoldPurchases sold;
    private final ReturnedTickets tickets;
    private final ReturnedRedemptions redemptions;
    private final Programs programs;

    @Inject
    public ReturnsOfFiles(
            Transactions transactions,
            FiledAnswers filed,
            SoldPurchases sold,
            ReturnedTickets tickets,
            ReturnedRedemptions redemptions,
            Programs programs) {
        this.programs = programs;
        this.transactions = transactions;
        this.filed = filed;
        this.sold = sold;
        this.tickets = tickets;
        this.redemptions = redemptions;
    }

    /** @throws Refusal for what cannot be */
    RedemptionReturnItem redemption(Tenant tenant, TillLine.RedemptionBack back) {
        return redemptions.item(tenant, back.requestKey(), back.redemption(), back.points(), back.stamp());
    }

    /**
     * With the points that paid for a part of it.
     *
     * @return empty where money paid all of it
     * @throws Refusal for what cannot be
     */
    Optional<TicketReturnItem> ticket(Tenant tenant, TillLine.Refund refund, ReturnedGoods goods) {
        return hold(tenant.id(), sold.idOf(tenant, refund.purchase()))
                .map(hold -> tickets.item(tenant, refund.requestKey(), refund.purchase(), goods));
    }

    /** @throws Refusal for what cannot be */
    ReturnCallItem calledOff(Tenant tenant, TillLine.ReturnCalledOff call) {
        return new ReturnCallItem(
                tenant.id(),
                FieldPolicy.requestKey(call.requestKey()),
                FieldPolicy.required("reference", call.slip().reference()),
                ticket(tenant, call));
    }

    /** Of a return that a till may have told before the file came; empty for one of what nobody has sold by now. */
    private Optional<Ticket> ticket(Tenant tenant, TillLine.ReturnCalledOff call) {
        OwnWords slip = call.slip();
        try {
            int outlet = TenantTillRecords.outlet(tenant.openTo(Optional.empty()), slip);
            return call.ofPoints()
                    ? TicketPolicy.namedRedemptionBack(
                            redemptions.idOf(tenant, new OriginalRedemption.ByOwnWords(call.of())),
                            outlet,
                            slip.businessDate(),
                            slip.reference())
                    : TicketPolicy.namedBack(
                            sold.idOf(tenant, new OriginalPurchase.ByWords(call.of())),
                            outlet,
                            slip.businessDate(),
                            slip.reference());
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    /** By which points paid for a part of a purchase. */
    Optional<PostingId> hold(TenantId tenant, PostingId purchase) {
        return transactions
                .asTenant(tenant, unit -> filed.holdOfTicket(unit, purchase))
                .map(number -> new PostingId(purchase.member(), number));
    }

    /** What points had paid of tickets that lines of a file correct: each is told by which purchase it was posted first. */
    void lookUpWhatPaid(Tenant tenant, Map<SaleItem, PostingId> corrected) {
        Set<PostingId> withPoints =
                transactions.asTenant(tenant.id(), unit -> filed.paidWithPoints(unit, Set.copyOf(corrected.values())));
        corrected.forEach((sale, first) -> sale.corrects(
                first,
                withPoints.contains(first)
                        ? tickets.kept(tenant, first, sale.sale().purchase().amount())
                        : Optional.empty(),
                programs));
    }

    /** By lines where each of them is one of the sale's, or else by the amount alone. */
    ReturnedGoods goods(Tenant tenant, TillLine.Refund refund) {
        ReturnedGoods goods = refund.goods();
        if (goods.lines().isEmpty()) {
            return goods;
        }
        PostingId id = sold.idOf(tenant, refund.purchase());
        SoldTicket ticket =
                sold.ticket(tenant, id).orElseThrow(() -> new Refusal(RefusalCode.PURCHASE_UNKNOWN, "id", id.text()));
        boolean isKnown = goods.lines().stream().allMatch(line -> line.sku()
                .filter(sku -> ExchangedGoods.isOneLine(ticket, sku))
                .isPresent());
        return isKnown ? goods : goods.byAmount();
    }
}
