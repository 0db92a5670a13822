package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.application.CalledOffItem.CheckedCall;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RedemptionItem.CheckedRedemption;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.application.SaleItem.CheckedSale;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.checkout.domain.ReturnPolicy;
import eu.kontor.checkout.domain.SoldTicket;
import eu.kontor.checkout.domain.TenderPolicy;
import eu.kontor.checkout.domain.TenderPolicy.CheckedTender;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Where items of {@link ItemPipeline} begin: everything about them that needs neither database nor member is checked here, and what
 * cannot be is refused before it waits for anybody. Only where a part of a purchase comes back is looked up what was sold.
 */
@Service
public class CheckedItems {

    private final TillContext till;
    private final Programs programs;
    private final RedemptionValue value;
    private final SoldPurchases sold;
    private final ReturnsOfFiles returned;
    private final CheckedStamps stamps;
    private final ExchangedGoods exchanged;

    @Inject
    public CheckedItems(
            TillContext till,
            Programs programs,
            RedemptionValue value,
            SoldPurchases sold,
            ReturnsOfFiles returned,
            CheckedStamps stamps,
            ExchangedGoods exchanged) {
        this.till = till;
        this.programs = programs;
        this.value = value;
        this.sold = sold;
        this.returned = returned;
        this.stamps = stamps;
        this.exchanged = exchanged;
    }

    /** One item per purchase, in the order given; what cannot be is refused already. */
    List<TillItem> sales(Tenant tenant, List<Purchase> purchases) {
        return lines(
                tenant, purchases.stream().<TillLine>map(TillLine.Sale::new).toList());
    }

    /** One item per line, in the order given; what cannot be is refused already. */
    List<TillItem> lines(Tenant tenant, List<TillLine> lines) {
        PurchasePolicy policy = policy(tenant);
        return lines.stream()
                .map(line -> {
                    try {
                        return item(tenant, policy, line);
                    } catch (Refusal refusal) {
                        return new RefusedItem(tenant.id(), refusal);
                    }
                })
                .toList();
    }

    /** @throws Refusal for what cannot be */
    SaleItem sale(Tenant tenant, Purchase purchase) {
        return sale(tenant, policy(tenant), purchase, Points.ZERO);
    }

    /** One on which something came back of purchases that its lines name. @throws Refusal for what cannot be */
    TicketItem exchange(Tenant tenant, Purchase purchase) {
        return exchange(tenant, sale(tenant, purchase));
    }

    private TicketItem exchange(Tenant tenant, SaleItem sale) {
        return new TicketItem(sale, Optional.empty(), returns(tenant, sale));
    }

    private List<TicketReturnItem> returns(Tenant tenant, SaleItem sale) {
        CheckedSale ticket = sale.sale();
        return exchanged.returns(tenant, ticket.request().key(), ticket.purchase(), ticket.reference());
    }

    /** A purchase of which card, key and reference are not asked. */
    CheckedPurchase purchase(Tenant tenant, Program program, Purchase purchase) {
        CheckedPurchase checked = policy(tenant).check(purchase, program);
        checked.onlyAgain().ifPresent(reason -> {
            throw reason;
        });
        return checked;
    }

    /** The one that is valid on the day of the purchase. */
    Program program(Tenant tenant, Purchase purchase) {
        return programs.validOn(tenant.id(), policy(tenant).businessDate(purchase));
    }

    /**
     * What of the purchase comes back is held against what was sold, where only a part does.
     *
     * @param requestKey of the reversal
     */
    RefundItem refund(Tenant tenant, String requestKey, OriginalPurchase original, ReturnedGoods goods) {
        String key = FieldPolicy.requestKey(requestKey);
        PostingId purchase = sold.idOf(tenant, original);
        CheckedStamp stamp = stamps.check(tenant, goods.stamp());
        boolean needsNothing = goods.isEverything()
                && goods.currency().isEmpty()
                && stamp.reference().isEmpty();
        Optional<SoldTicket> ticket = needsNothing
                ? Optional.empty()
                : Optional.of(sold.ticket(tenant, purchase)
                        .orElseThrow(() -> new Refusal(RefusalCode.PURCHASE_UNKNOWN, "id", purchase.text())));
        Optional<Returned> returned = ticket.flatMap(known -> new ReturnPolicy(known).check(goods));
        return new RefundItem(
                tenant.id(),
                new CheckedRefund(
                        CanonicalRequest.reverse(
                                key,
                                purchase.text(),
                                goods,
                                ticket.flatMap(known -> SoldPurchases.back(purchase, known, stamp, returned))),
                        purchase,
                        returned,
                        ticket.map(known -> known.amount().currency()),
                        stamp,
                        Optional.empty()));
    }

    /** @throws Refusal for what cannot be */
    TicketItem ticket(Caller caller, Tenant tenant, Ticket ticket) {
        PurchasePolicy policy = policy(tenant);
        Purchase purchase = ticket.purchase();
        String key = FieldPolicy.requestKey(purchase.requestKey());
        CardNumber card = CardPolicy.number(purchase.card(), till.coalition());
        Program program = programs.validOn(tenant.id(), policy.businessDate(purchase));
        CheckedPurchase checked = policy.check(purchase, program);
        String reference = FieldPolicy.required("reference", purchase.reference());
        Currency currency = checked.currency();
        Optional<CheckedTender> points = new TenderPolicy(
                        program, checked.net(), some -> value.of(program, some, currency))
                .check(ticket.tenders()).stream()
                        .filter(tender -> tender.points().isPresent())
                        .findFirst();
        SaleItem sale = new SaleItem(
                tenant.id(),
                new CheckedSale(
                        CanonicalRequest.ticket(key, card, checked, reference, ticket.tenders()),
                        card,
                        checked,
                        reference,
                        program,
                        points.map(CheckedTender::value),
                        spendableFrom(tenant, program, checked)));
        return new TicketItem(
                sale,
                points.map(tender -> {
                    String redeem = FieldPolicy.requestKey(TicketItem.REDEEM_PREFIX + key);
                    String capture = FieldPolicy.requestKey(RedemptionItem.CAPTURE_PREFIX + redeem);
                    return new RedemptionItem(
                            tenant.id(),
                            new CheckedRedemption(
                                    CanonicalRequest.ticketRedemption(
                                            redeem,
                                            card,
                                            checked,
                                            reference,
                                            ticket.tenders(),
                                            tender.points().orElseThrow()),
                                    Optional.of(CanonicalRequest.ticketCapture(
                                            capture, card, checked, reference, ticket.tenders())),
                                    card,
                                    checked.outlet().id(),
                                    tender.points().orElseThrow(),
                                    checked.businessDate(),
                                    till.now().plus(RedemptionPolicy.HOLD_VALIDITY),
                                    Optional.of(tender.value()),
                                    reference),
                            till.spending(caller, tenant, checked.outlet().id(), program));
                }),
                returns(tenant, sale));
    }

    private TillItem item(Tenant tenant, PurchasePolicy policy, TillLine line) {
        return switch (line) {
            case TillLine.Sale(var purchase, var withPoints) ->
                purchase.isExchange()
                        ? exchange(tenant, sale(tenant, policy, purchase, withPoints))
                        : sale(tenant, policy, purchase, withPoints);
            case TillLine.Refund refund -> returned(tenant, refund);
            case TillLine.RedemptionBack back -> returned.redemption(tenant, back);
            case TillLine.ReturnCalledOff call -> returned.calledOff(tenant, call);
            case TillLine.CalledOff call -> calledOff(tenant, call);
            case TillLine.Redemption redemption -> reported(tenant, policy, redemption);
        };
    }

    private TillItem returned(Tenant tenant, TillLine.Refund refund) {
        ReturnedGoods goods = returned.goods(tenant, refund);
        Optional<TicketReturnItem> ticket = returned.ticket(tenant, refund, goods);
        return ticket.isPresent() ? ticket.get() : refund(tenant, refund.requestKey(), refund.purchase(), goods);
    }

    /** @param withPoints pay for a part of it, at most for all of it, whatever they were worth at the till */
    private SaleItem sale(Tenant tenant, PurchasePolicy policy, Purchase purchase, Points withPoints) {
        String key = FieldPolicy.requestKey(purchase.requestKey());
        CardNumber card = CardPolicy.number(purchase.card(), till.coalition());
        Program program = programs.validOn(tenant.id(), policy.businessDate(purchase));
        CheckedPurchase checked = policy.check(purchase, program);
        String reference = FieldPolicy.optional("reference", purchase.reference());
        return new SaleItem(
                tenant.id(),
                new CheckedSale(
                        CanonicalRequest.purchase(key, card, checked, reference, withPoints),
                        card,
                        checked,
                        reference,
                        program,
                        withPoints.isZero() ? Optional.empty() : Optional.of(paid(program, checked, withPoints)),
                        spendableFrom(tenant, program, checked)));
    }

    /** At the beginning of a day of the brand's outlets; empty for at once. */
    private static Optional<Instant> spendableFrom(Tenant tenant, Program program, CheckedPurchase purchase) {
        int days = program.counting().pendingDays();
        return days == 0
                ? Optional.empty()
                : Optional.of(purchase.businessDate()
                        .plusDays(days)
                        .atStartOfDay(tenant.zone())
                        .toInstant());
    }

    private MoneyAmount paid(Program program, CheckedPurchase purchase, Points points) {
        MoneyAmount worth = value.of(program, points, purchase.currency());
        return worth.amount().compareTo(purchase.amount().amount()) > 0 ? purchase.amount() : worth;
    }

    /** On any day: a booking is called off before the coalition began, and for a day to come. Then nothing of it was posted. */
    private static CalledOffItem calledOff(Tenant tenant, TillLine.CalledOff call) {
        Outlet outlet = PurchasePolicy.outlet(tenant, call.outlet());
        LocalDate date = FieldPolicy.present("businessDate", call.businessDate());
        String reference = FieldPolicy.optional("reference", call.reference());
        return new CalledOffItem(
                tenant.id(),
                new CheckedCall(
                        call.what(),
                        call.what() == TillLine.CalledOff.What.SALE
                                ? TicketPolicy.named(outlet.id(), date, reference)
                                : TicketPolicy.namedRedemption(outlet.id(), date, reference),
                        outlet.id(),
                        date,
                        reference));
    }

    /** The tenant's minimum is not asked: the guest has left with the goods. */
    private RedemptionItem reported(Tenant tenant, PurchasePolicy policy, TillLine.Redemption reported) {
        String key = FieldPolicy.requestKey(reported.requestKey());
        String captureKey = FieldPolicy.requestKey(RedemptionItem.CAPTURE_PREFIX + key);
        CardNumber card = CardPolicy.number(reported.card(), till.coalition());
        Outlet outlet = PurchasePolicy.outlet(tenant, reported.outlet());
        String reference = FieldPolicy.required("reference", reported.reference());
        LocalDate date = day(policy, reported.businessDate());
        RedemptionPolicy.some(reported.points());
        return new RedemptionItem(
                tenant.id(),
                new CheckedRedemption(
                        CanonicalRequest.reported(key, card, outlet, reported.points(), date, reference),
                        Optional.of(CanonicalRequest.reportedCapture(
                                captureKey, card, outlet, reported.points(), date, reference)),
                        card,
                        outlet.id(),
                        reported.points(),
                        date,
                        till.now().plus(RedemptionPolicy.HOLD_VALIDITY),
                        value.inTheOnlyCurrency(tenant, date).apply(reported.points()),
                        reference));
    }

    private static LocalDate day(PurchasePolicy policy, LocalDate date) {
        return policy.businessDate(FieldPolicy.present("businessDate", date));
    }

    private PurchasePolicy policy(Tenant tenant) {
        return new PurchasePolicy(till.coalition(), tenant, till.now());
    }
}
