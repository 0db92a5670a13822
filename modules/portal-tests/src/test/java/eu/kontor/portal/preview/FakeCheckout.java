package eu.kontor.portal.preview;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.api.Visits;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.EarningLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** A till without a ledger: refuses what the real one refuses, remembers in memory. The confirmation code is 2468. */
@ApplicationScoped
public class FakeCheckout implements Checkout, Visits {

    static final String CODE = "2468";

    /** A bill of this much is answered at the second press only. */
    public static final BigDecimal UNANSWERED = new BigDecimal("13.13");

    private static final long MOVED = 124;
    private static final BigDecimal LARGEST = new BigDecimal("1000000");

    private final FakeLedger ledger;
    private final Programs programs;
    private final Map<String, RedemptionReceipt> holds = new HashMap<>();
    private final Map<PostingId, Visit> sold = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private final FakeKnownBills bills = new FakeKnownBills();
    private long number = 70_000;

    protected FakeCheckout() {
        this(null, null);
    }

    @Inject
    public FakeCheckout(FakeLedger ledger, Programs programs) {
        this.ledger = ledger;
        this.programs = programs;
    }

    @Override
    public List<Seen> latestGuests(Caller caller, int limit) {
        return java.util.stream.LongStream.rangeClosed(1, 17)
                .mapToObj(id -> new Seen(new MemberId(id), PreviewWorld.today().minusDays(id / 4)))
                .toList();
    }

    @Override
    public List<PostingId> byReference(Caller caller, String reference, int limit) {
        return ofMember(caller, new MemberId(3), limit).stream()
                .filter(visit -> visit.reference().equals(reference))
                .map(Visit::purchase)
                .toList();
    }

    @Override
    public CompletionStage<PurchaseReceipt> purchase(Caller caller, Purchase purchase) {
        if (purchase.amount().compareTo(UNANSWERED) == 0 && unanswered.add(purchase.requestKey())) {
            return CompletableFuture.failedFuture(new TimeoutException());
        }
        return answer(() -> bills.once(purchase, () -> {
            Currency currency = Currency.getInstance(purchase.currency());
            CardNumber card = CardNumber.parse(purchase.card());
            MemberId member = PreviewWorld.member(card);
            Earning earning = calculate(caller, purchase).earning();
            Points after = ledger.change(member, earning.points().value());
            PostingId id = new PostingId(member, ++number);
            sold.put(id, SoldVisits.sold(id, purchase, money(purchase.amount(), currency), earning));
            return new PurchaseReceipt(
                    id, card, earning, after, DebtAfterEarning.NONE, Remarks.NONE, List.of(), false, false);
        }));
    }

    private static <T> CompletionStage<T> answer(java.util.function.Supplier<T> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (Refusal refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    @Override
    public CompletionStage<MoveReceipt> move(Caller caller, MoveRequest request) {
        return answer(() -> {
            MemberId wrong = PostingId.parse(request.purchase(), RefusalCode.PURCHASE_UNKNOWN)
                    .member();
            CardNumber card = CardNumber.parse(request.card());
            ledger.change(wrong, -MOVED);
            Points after = ledger.change(PreviewWorld.member(card), MOVED);
            Earning earning = new Earning(Points.of(MOVED), 1, List.of());
            PurchaseReceipt moved = new PurchaseReceipt(
                    new PostingId(PreviewWorld.member(card), ++number),
                    card,
                    earning,
                    after,
                    DebtAfterEarning.NONE,
                    Remarks.NONE,
                    List.of(),
                    false,
                    false);
            return new MoveReceipt(
                    moved,
                    PostingId.parse(request.purchase(), RefusalCode.PURCHASE_UNKNOWN),
                    Points.of(MOVED),
                    Points.ZERO);
        });
    }

    @Override
    public List<PurchaseOutcome> purchases(Caller caller, List<Purchase> purchases) {
        return List.of();
    }

    @Override
    public Calculation calculate(Caller caller, Purchase purchase) {
        if (purchase.amount().signum() <= 0 && !purchase.complimentary()) {
            throw new Refusal(RefusalCode.AMOUNT_NOT_POSITIVE, "amount", purchase.amount());
        }
        if (purchase.amount().compareTo(LARGEST) > 0) {
            throw new Refusal(
                    RefusalCode.AMOUNT_ABSURD, "amount", purchase.amount(), "limit", LARGEST, "currency", "EUR");
        }
        Currency currency = Currency.getInstance(purchase.currency());
        List<EarningLine> lines = new ArrayList<>();
        purchase.lines().forEach(line -> lines.add(earningLine(line.category(), money(line.amount(), currency))));
        if (lines.isEmpty()) {
            lines.add(earningLine("", money(purchase.amount(), currency)));
        }
        return new Calculation(
                programs.base(
                        programs.validOn(null, purchase.businessDate()), lines, money(purchase.amount(), currency)),
                "Ronda points",
                Remarks.NONE);
    }

    private static MoneyAmount money(BigDecimal amount, Currency currency) {
        return new MoneyAmount(amount.setScale(2, RoundingMode.HALF_UP), currency);
    }

    /** Ten points a euro. */
    @Override
    public CompletionStage<ReversalReceipt> reverse(
            Caller caller, OriginalPurchase purchase, String requestKey, ReturnedGoods goods) {
        return answer(() -> {
            PostingId id = PostingId.parse(((OriginalPurchase.ById) purchase).id(), RefusalCode.PURCHASE_UNKNOWN);
            Visit sold = visitOf(id);
            BigDecimal amount = goods.amount()
                    .orElse(
                            goods.lines().isEmpty()
                                    ? sold.amount().amount()
                                    : sold.lines().getFirst().amount());
            if (amount.compareTo(sold.amount().amount()) > 0) {
                throw new Refusal(
                        RefusalCode.RETURN_EXCEEDS_PURCHASE,
                        "left",
                        sold.amount().amount(),
                        "wanted",
                        amount);
            }
            Points taken = Points.of(sold.points().value()
                    * amount.movePointRight(2).longValueExact()
                    / sold.amount().amount().movePointRight(2).longValueExact());
            Points after = ledger.change(id.member(), -taken.value());
            if (sold.takenBack().amountLeft().amount().compareTo(amount) == 0) {
                this.sold.put(id, SoldVisits.takenBack(sold));
            }
            return new ReversalReceipt(
                    new PostingId(id.member(), ++number),
                    id,
                    taken,
                    Points.ZERO,
                    Points.ZERO,
                    Optional.of(new MoneyAmount(amount, sold.amount().currency())),
                    after,
                    Optional.empty(),
                    false,
                    false,
                    false);
        });
    }

    @Override
    public CompletionStage<RedemptionReceipt> authorize(Caller caller, RedemptionRequest request) {
        return answer(() -> {
            MemberId member = PreviewWorld.member(CardNumber.parse(request.card()));
            Points available = ledger.of(member).available();
            if (!request.confirmationCode().equals(Optional.of(CODE))) {
                throw new Refusal(RefusalCode.CONFIRMATION_CODE_WRONG);
            }
            if (request.points().isMoreThan(available)) {
                throw new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", available, "wanted", request.points());
            }
            if (Points.of(200).isMoreThan(request.points())) {
                throw new Refusal(RefusalCode.BELOW_MINIMUM_REDEMPTION, "minimum", 200);
            }
            return bills.once(request, () -> hold(request, member, available));
        });
    }

    private RedemptionReceipt hold(RedemptionRequest request, MemberId member, Points available) {
        PostingId hold = new PostingId(member, ++number);
        Currency currency = Currency.getInstance(request.currency());
        RedemptionReceipt receipt = new RedemptionReceipt(
                hold,
                "authorized",
                request.points(),
                Optional.of(programs.redemptionValue(null, request.points(), currency)),
                available.minus(request.points()),
                Optional.of(PreviewWorld.NOW.plusSeconds(900)),
                false);
        holds.put(hold.text(), receipt);
        return receipt;
    }

    @Override
    public CompletionStage<RedemptionReceipt> capture(
            Caller caller, String holdId, String requestKey, Optional<Points> points, TillStamp stamp) {
        return answer(() -> {
            RedemptionReceipt hold = holds.get(holdId);
            bills.capture(hold);
            Points after = ledger.change(hold.hold().member(), -hold.points().value());
            return new RedemptionReceipt(
                    hold.hold(), "captured", hold.points(), hold.value(), after, hold.expires(), false);
        });
    }

    Optional<RedemptionReceipt> hold(PostingId id) {
        return Optional.ofNullable(holds.get(id.text()));
    }

    @Override
    public CompletionStage<ReturnReceipt> returnRedemption(
            Caller caller, OriginalRedemption redemption, String requestKey, Optional<Points> points, TillStamp stamp) {
        return answer(() -> {
            PostingId hold = PostingId.parse(((OriginalRedemption.ByHold) redemption).hold(), RefusalCode.HOLD_UNKNOWN);
            Points back = points.orElseGet(() -> holds.get(hold.text()).points());
            Points after = ledger.change(hold.member(), back.value());
            return new ReturnReceipt(
                    new PostingId(hold.member(), ++number),
                    hold,
                    back,
                    Optional.of(programs.redemptionValue(null, back, Currency.getInstance("EUR"))),
                    Points.ZERO,
                    after,
                    false,
                    false,
                    false);
        });
    }

    @Override
    public CompletionStage<RedemptionReceipt> voidHold(Caller caller, String holdId, String requestKey) {
        return CompletableFuture.failedFuture(new Refusal(RefusalCode.HOLD_UNKNOWN));
    }

    @Override
    public CompletionStage<GiftReceipt> give(Caller caller, GiftRequest request) {
        return answer(() -> {
            MemberId giver = PreviewWorld.member(CardNumber.parse(request.card()));
            MemberId recipient = PreviewWorld.member(CardNumber.parse(request.recipientCard()));
            Points available = ledger.of(giver).available();
            if (!request.confirmationCode().equals(Optional.of(CODE))) {
                throw new Refusal(RefusalCode.CONFIRMATION_CODE_WRONG);
            }
            if (giver.equals(recipient)) {
                throw new Refusal(RefusalCode.GIFT_TO_ONESELF);
            }
            if (request.points().isMoreThan(available)) {
                throw new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", available, "wanted", request.points());
            }
            ledger.change(recipient, request.points().value());
            Points after = ledger.change(giver, -request.points().value());
            return new GiftReceipt(new PostingId(giver, ++number), request.points(), after, false);
        });
    }

    @Override
    public List<Visit> ofMember(Caller caller, MemberId member, int limit) {
        List<Visit> visits = new ArrayList<>();
        if (!FakeMembers.wasHere(member.value())) {
            return visits;
        }
        for (int i = 0; i < 5 && member.value() % 8 != 0 && member.value() <= FakeMembers.NAMES.size(); i++) {
            visits.add(visit(member, i));
        }
        return visits.stream().limit(limit).toList();
    }

    private Visit visit(MemberId member, int i) {
        LocalDate day = PreviewWorld.today().minusDays(1 + i * (3 + member.value() % 5));
        MoneyAmount amount = MoneyAmount.of((6 + (member.value() * 7 + i * 13) % 32) + ".80", "EUR");
        Earning earning = programs.base(null, List.of(earningLine("", amount)), amount);
        return new Visit(
                new PostingId(member, 500 + i),
                i % 2 == 0 ? "BAR" : "TER",
                day,
                Optional.of(LocalTime.of(9 + i, 12)),
                amount,
                lines(amount, i),
                earning,
                earning.points(),
                i == 3,
                "T-" + (8_000 + i),
                List.of(),
                new TakenBack(List.of(), amount, earning.points()));
    }

    @Override
    public Optional<MoneyAmount> usual(Caller caller, String outlet, Currency currency) {
        return Optional.of(new MoneyAmount(new BigDecimal("18.40"), currency));
    }

    @Override
    public Optional<Visit> get(Caller caller, PostingId purchase) {
        return Optional.of(visitOf(purchase));
    }

    private Visit visitOf(PostingId purchase) {
        return Optional.ofNullable(sold.get(purchase))
                .orElseGet(() -> visit(purchase.member(), Math.clamp(purchase.number() - 500, 0, 4)));
    }

    /** Two things and a tip, every other time. */
    private static List<Purchase.Line> lines(MoneyAmount amount, int i) {
        BigDecimal cups = new BigDecimal("4.80");
        return i % 2 == 1
                ? List.of()
                : List.of(
                        new Purchase.Line("1", "CORTADO", "", null, new BigDecimal(3), cups, null, null),
                        new Purchase.Line(
                                "2",
                                "BRUNCH",
                                "",
                                null,
                                BigDecimal.ONE,
                                amount.amount().subtract(cups),
                                null,
                                null));
    }

    private static EarningLine earningLine(String category, MoneyAmount amount) {
        return new EarningLine(category, LineKind.GOODS, amount, Optional.empty(), Optional.empty());
    }
}
