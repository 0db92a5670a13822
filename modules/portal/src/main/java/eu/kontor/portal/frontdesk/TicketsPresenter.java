package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.MoveReceipt;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TicketReturns;
import eu.kontor.checkout.api.TicketReturns.TicketReturnReceipt;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.api.Visits;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bills that are partly paid with points, and everything that comes back or goes to the right card. Every method throws as {@link TillPresenter}. */
@Service
public class TicketsPresenter {

    /** What a guest brings back was paid lately; older ones are found by the member's activity. */
    private static final int MOST_REDEMPTIONS = 3;

    private final TillPresenter till;
    private final Checkout checkout;
    private final Tickets tickets;
    private final TicketReturns returns;
    private final TillRecords records;
    private final Visits visits;

    @Inject
    public TicketsPresenter(
            TillPresenter till,
            Checkout checkout,
            Tickets tickets,
            TicketReturns returns,
            TillRecords records,
            Visits visits) {
        this.till = till;
        this.checkout = checkout;
        this.tickets = tickets;
        this.returns = returns;
        this.records = records;
        this.visits = visits;
    }

    /** @param outlet its name */
    record RedemptionLine(RedemptionRecord redemption, String outlet) {}

    /** The bill and the points that pay for a part of it, both or neither. */
    TicketReceipt earn(Caller caller, Requested requested, CardNumber card, Bill bill, Points points, String code) {
        return tickets.post(
                caller,
                new Ticket(
                        till.purchase(caller, requested, card, bill),
                        List.of(new Tender("points", points, null)),
                        Optional.of(code)));
    }

    /**
     * What comes back and what is taken for it, both or neither.
     *
     * @param rest into which category what is taken falls; empty: none
     */
    TicketReceipt exchange(Caller caller, Requested requested, ExchangeForm.Wish wish, String rest) {
        OriginalPurchase sold = new OriginalPurchase.ById(wish.purchase().text());
        List<Purchase.Line> lines = Stream.concat(
                        wish.back().stream().map(back -> new Purchase.Line(
                                        "",
                                        "",
                                        back.quantity().negate(),
                                        back.amount().negate())
                                .returning(
                                        new Purchase.Original(sold, back.line().orElse(null)))),
                        Stream.of(new Purchase.Line(
                                "", rest, BigDecimal.ONE, wish.taken().amount())))
                .toList();
        Bill bill = new Bill(wish.outlet(), wish.toPay(), List.of(), rest, Optional.empty(), wish.number());
        return tickets.post(
                caller,
                new Ticket(till.purchase(caller, requested, wish.card(), bill, lines), List.of(), Optional.empty()));
    }

    /** At the outlet where the cashier stands, on its day. */
    TicketReturnReceipt takeBack(Caller caller, Requested requested, ReturnForm.Wish wish) {
        TillStamp stamp = till.stamp(caller, requested, wish.outlet(), wish.reason());
        ReturnedGoods goods = new ReturnedGoods(
                wish.amount().map(MoneyAmount::amount),
                wish.amount().map(amount -> amount.currency().getCurrencyCode()),
                wish.lines(),
                stamp.businessDate(),
                stamp.outlet(),
                stamp.reference(),
                stamp.reason());
        return returns.giveBack(
                caller, new OriginalPurchase.ById(wish.purchase().text()), requested.key(), goods);
    }

    ReturnReceipt giveBack(Caller caller, Requested requested, RedemptionReturnForm.Wish wish) {
        return TillPresenter.answer(checkout.returnRedemption(
                caller,
                new OriginalRedemption.ByHold(wish.hold().text()),
                requested.key(),
                wish.points(),
                till.stamp(caller, requested, wish.outlet(), wish.reason())));
    }

    MoveReceipt move(Caller caller, Requested requested, MoveForm.Wish wish) {
        return TillPresenter.answer(checkout.move(
                caller, new MoveRequest(requested.key(), wish.purchase().text(), wish.card())));
    }

    /**
     * The guest's last ones at this brand, the newest first, that can still be returned; a few seconds behind the ledger.
     *
     * @param lately holds that are read by their number, as they are by now
     */
    List<RedemptionLine> redemptions(Caller caller, MemberId member, List<PostingId> lately) {
        List<RedemptionRecord> now = lately.stream()
                .map(hold -> records.redemptionOf(caller, hold))
                .flatMap(Optional::stream)
                .toList();
        Set<PostingId> known = now.stream().map(RedemptionRecord::hold).collect(Collectors.toSet());
        return Stream.concat(
                        now.stream(),
                        records.redemptionsOf(caller, member, MOST_REDEMPTIONS).stream()
                                .filter(filed -> !known.contains(filed.hold())))
                .filter(redemption -> !redemption.pointsLeft().isZero())
                .limit(MOST_REDEMPTIONS)
                .map(redemption -> line(caller, redemption))
                .toList();
    }

    Optional<RedemptionLine> redemption(Caller caller, PostingId posting) {
        return records.redemptionOf(caller, posting)
                .filter(redemption -> !redemption.pointsLeft().isZero())
                .map(redemption -> line(caller, redemption));
    }

    /** One of which something is left. */
    Optional<VisitLine> purchase(Caller caller, PostingId purchase) {
        return visits.get(caller, purchase)
                .filter(visit -> !visit.reversed())
                .map(visit -> new VisitLine(visit, outletName(till.tenant(caller), visit.outlet())));
    }

    /** Whether nothing is left of one that is known. */
    boolean isTakenBack(Caller caller, PostingId purchase) {
        return visits.get(caller, purchase).filter(Visit::reversed).isPresent();
    }

    /** Whether an amount is so much more than usual at the outlet that somebody may have typed a digit twice. */
    Optional<MoneyAmount> usualBelow(Caller caller, String outlet, MoneyAmount amount) {
        return visits.usual(caller, outlet, amount.currency()).filter(usual -> UnusualAmount.is(amount, usual));
    }

    private RedemptionLine line(Caller caller, RedemptionRecord redemption) {
        return new RedemptionLine(redemption, outletName(till.tenant(caller), redemption.outlet()));
    }

    private static String outletName(Tenant tenant, String code) {
        return tenant.outlet(code).map(Tenant.Outlet::name).orElse(code);
    }
}
