package eu.kontor.portal.preview;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TicketReturns;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tickets over the till without a ledger, and what guests paid with points lately. */
@ApplicationScoped
public class FakeTickets implements Tickets, TicketReturns, TillRecords {

    private static final Points REDEEMED = Points.of(500);

    private final Checkout checkout;
    private final FakeCheckout visits;

    protected FakeTickets() {
        this(null, null);
    }

    @Inject
    public FakeTickets(Checkout checkout, FakeCheckout visits) {
        this.checkout = checkout;
        this.visits = visits;
    }

    @Override
    public TicketReceipt post(Caller caller, Ticket ticket) {
        Purchase purchase = ticket.purchase();
        if (ticket.tenders().isEmpty()) {
            return exchange(caller, purchase);
        }
        Points points = ticket.tenders().getFirst().points();
        RedemptionReceipt hold = now(checkout.authorize(
                caller,
                new RedemptionRequest(
                        "redeem-" + purchase.requestKey(),
                        purchase.card(),
                        purchase.outlet(),
                        points,
                        purchase.currency(),
                        ticket.confirmationCode(),
                        purchase.reference())));
        now(checkout.capture(caller, hold.hold().text(), "capture", Optional.empty(), TillStamp.NONE));
        PurchaseReceipt earned = now(checkout.purchase(caller, purchase));
        MoneyAmount value = hold.value().orElseThrow();
        MoneyAmount bill = MoneyAmount.of(purchase.amount().toPlainString(), purchase.currency());
        return new TicketReceipt(
                earned, Optional.of(new PaidWithPoints(hold.hold(), points, value)), bill.plus(value.negated()));
    }

    /** What is sold on it, and what comes back of purchases that it names. */
    private TicketReceipt exchange(Caller caller, Purchase ticket) {
        List<Purchase.Line> sold =
                ticket.lines().stream().filter(line -> !line.cameBack()).toList();
        PurchaseReceipt earned = now(checkout.purchase(
                caller,
                new Purchase(
                        ticket.requestKey(),
                        ticket.card(),
                        ticket.outlet(),
                        sold.stream().map(Purchase.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        ticket.currency(),
                        sold,
                        ticket.businessDate(),
                        ticket.businessTime(),
                        ticket.reference())));
        MoneyAmount toPay = MoneyAmount.of(ticket.amount().toPlainString(), ticket.currency());
        if (earned.alreadyKnown()) {
            return new TicketReceipt(earned, Optional.empty(), toPay);
        }
        List<ReversalReceipt> returned = ticket.lines().stream()
                .filter(Purchase.Line::cameBack)
                .map(line -> now(checkout.reverse(
                        caller,
                        line.original().purchase(),
                        "back-" + ticket.requestKey(),
                        new ReturnedGoods(
                                Optional.of(line.amount().negate()),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))))
                .toList();
        return new TicketReceipt(
                earned.with(returned, returned.reversed().stream().findFirst()), Optional.empty(), toPay);
    }

    @Override
    public TicketReturnReceipt giveBack(
            Caller caller, OriginalPurchase ticket, String requestKey, ReturnedGoods goods) {
        ReversalReceipt reversal = now(checkout.reverse(caller, ticket, requestKey, goods));
        MoneyAmount amount = reversal.amount().orElseThrow();
        return new TicketReturnReceipt(reversal, Optional.<ReturnReceipt>empty(), amount, amount);
    }

    private static <T> T now(java.util.concurrent.CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }

    @Override
    public List<RedemptionRecord> redemptionsOf(Caller caller, MemberId member, int limit) {
        return member.value() % 3 == 0 && FakeMembers.wasHere(member.value()) ? List.of(redeemed(member)) : List.of();
    }

    @Override
    public Optional<RedemptionRecord> redemptionOf(Caller caller, PostingId posting) {
        return Optional.of(visits.hold(posting).map(FakeTickets::redeemed).orElseGet(() -> redeemed(posting.member())));
    }

    private static RedemptionRecord redeemed(MemberId member) {
        return redeemed(new PostingId(member, 400), REDEEMED, MoneyAmount.of("5.00", "EUR"));
    }

    private static RedemptionRecord redeemed(RedemptionReceipt hold) {
        return redeemed(hold.hold(), hold.points(), hold.value().orElseThrow());
    }

    private static RedemptionRecord redeemed(PostingId hold, Points points, MoneyAmount value) {
        MemberId member = hold.member();
        return new RedemptionRecord(
                hold,
                "captured",
                "BAR",
                PreviewWorld.card(member.value()),
                PreviewWorld.today().minusDays(2),
                points,
                Optional.of(value),
                "T-7990",
                PreviewWorld.NOW,
                Points.ZERO,
                PreviewWorld.NOW.minusSeconds(172_800),
                Optional.of(new RedemptionEnd(
                        PreviewWorld.today().minusDays(2),
                        Optional.of("BAR"),
                        "T-7990",
                        points,
                        Optional.of(value),
                        Points.ZERO,
                        PreviewWorld.NOW.minusSeconds(172_800))),
                List.of());
    }

    @Override
    public List<Visit> purchases(Caller caller, OwnWords words) {
        return List.of();
    }

    @Override
    public Optional<ReversalRecord> reversal(Caller caller, PostingId reversal) {
        return Optional.empty();
    }

    @Override
    public Optional<RedemptionRecord> redemption(Caller caller, PostingId hold) {
        return redemptionOf(caller, hold);
    }

    @Override
    public List<RedemptionRecord> redemptions(Caller caller, OwnWords words) {
        return List.of();
    }

    @Override
    public Optional<GiftRecord> gift(Caller caller, PostingId gift) {
        return Optional.empty();
    }

    @Override
    public Optional<TicketRecord> ticket(Caller caller, PostingId purchase) {
        return visits.get(caller, purchase).map(visit -> new TicketRecord(visit, Optional.empty(), List.of()));
    }
}
