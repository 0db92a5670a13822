package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Earns, redeems and gives at the counter in the caller's tenant's name. Every method throws {@link Refusal} for what cannot be done. */
@Service
public class TillPresenter {

    /** Longer than a posting ever waits for its batch; after it the cashier presses again with the same key. */
    private static final int PATIENCE_SECONDS = 8;

    /** Enough of the key to find the posting by its reference; references are unique per outlet. */
    private static final int REFERENCE_LENGTH = 18;

    /** What else stands on bills at a counter, the usual before the rare. */
    private static final List<LineKind> ON_A_BILL =
            List.of(LineKind.TIP, LineKind.TAX, LineKind.VOUCHER_SALE, LineKind.DEPOSIT);

    private final Checkout checkout;
    private final Programs programs;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public TillPresenter(Checkout checkout, Programs programs, Tenants tenants, Clock clock) {
        this.checkout = checkout;
        this.programs = programs;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * A bill as the cashier typed it.
     *
     * @param parts how much of the amount falls into categories
     * @param rest into which category the rest falls; empty: none
     * @param paidWithPoints how many points pay for a part of it
     * @param number by which the bill counts once, at its outlet and on its day; empty: nobody typed it
     */
    record Bill(
            String outlet,
            MoneyAmount amount,
            List<Part> parts,
            String rest,
            Optional<Points> paidWithPoints,
            String number) {

        Bill(String outlet, MoneyAmount amount, List<Part> parts) {
            this(outlet, amount, parts, "", Optional.empty(), "");
        }

        /** On the house, or all of it paid with a voucher: the guest was there all the same. */
        boolean isNothingPaid() {
            return amount.amount().signum() == 0;
        }
    }

    record Part(String category, LineKind kind, BigDecimal amount) {}

    /** @param sentence why so many points */
    record Preview(Points points, String sentence) {}

    /**
     * What cashiers may have to tell apart, by the name that they know.
     *
     * @param kind goods for a category with a rate of its own
     */
    record Category(String category, LineKind kind, String name) {}

    /**
     * @param key of the request; the same for a retry
     * @param bill that is paid with them; empty: nobody typed its number
     */
    record Redemption(
            String key, CardNumber card, String outlet, Points points, Currency currency, String code, String bill) {}

    /** @param alreadyKnown the points were taken for this bill before: this is what was answered then */
    record Redeemed(RedemptionReceipt receipt, boolean alreadyKnown) {}

    /** @param key of the request; the same for a retry */
    record Gift(String key, CardNumber card, CardNumber recipientCard, String outlet, Points points, String code) {}

    /** Into which category a bill at the outlet falls, as long as nobody says otherwise. */
    Optional<Category> usual(Caller caller, String outlet) {
        return outlet(caller, outlet).flatMap(Tenant.Outlet::usualCategory).map(category -> named(caller, category));
    }

    /** What the outlet's cashiers tell apart of a bill; all for which the program of today has rates, where the outlet names none. */
    List<Category> categories(Caller caller, String outlet) {
        Optional<Tenant.Outlet> place = outlet(caller, outlet);
        List<String> own = place.flatMap(Tenant.Outlet::ownCategories)
                .orElseGet(() -> program(caller).categoryRates().stream()
                        .map(Program.CategoryRate::category)
                        .toList());
        return own.stream()
                .filter(category -> !place.flatMap(Tenant.Outlet::usualCategory).equals(Optional.of(category)))
                .map(category -> named(caller, category))
                .toList();
    }

    private Optional<Tenant.Outlet> outlet(Caller caller, String code) {
        return tenant(caller).outlet(code);
    }

    /** By the name that the program has for it. */
    private Category named(Caller caller, String category) {
        return new Category(
                category,
                LineKind.GOODS,
                program(caller).categoryRates().stream()
                        .filter(rate -> rate.category().equalsIgnoreCase(category))
                        .findFirst()
                        .map(rate -> inLanguage(rate.name(), category, caller.language()))
                        .orElse(category));
    }

    /** What on a bill earns nothing and has to be told apart for that: a tip nearly everywhere, other things where they are sold. */
    List<LineKind> kindsThatEarnNothing(Caller caller) {
        return ON_A_BILL.stream()
                .filter(program(caller).counting().earnsNothing()::contains)
                .toList();
    }

    private static String inLanguage(java.util.Map<String, String> names, String fallback, Locale language) {
        return names.getOrDefault(language.getLanguage(), names.getOrDefault("en", fallback));
    }

    /** What the bill would earn, and why; posts nothing. */
    Preview preview(Caller caller, CardNumber card, Bill bill) {
        Requested nothing = new Requested("", clock.instant());
        Earning earning = checkout.calculate(caller, purchase(caller, nothing, card, bill))
                .earning();
        String pointsName = tenants.coalition().pointsName(caller.language());
        return new Preview(earning.points(), programs.sentence(earning, pointsName, caller.language()));
    }

    PurchaseReceipt earn(Caller caller, Requested requested, CardNumber card, Bill bill) {
        return answer(checkout.purchase(caller, purchase(caller, requested, card, bill)));
    }

    /**
     * Reserves and takes the points in one go; after a failure between the two, the same key finishes what was begun.
     *
     * @throws NoAnswerYet also when the points are reserved and taking them was refused for now
     */
    Redeemed redeem(Caller caller, Redemption redemption) {
        RedemptionReceipt hold = answer(checkout.authorize(
                caller,
                new RedemptionRequest(
                        redemption.key(),
                        redemption.card().value(),
                        redemption.outlet(),
                        redemption.points(),
                        redemption.currency().getCurrencyCode(),
                        Optional.of(redemption.code()),
                        reference(redemption.bill(), redemption.key()))));
        try {
            RedemptionReceipt captured = capture(caller, hold, redemption.key() + "-capture");
            return new Redeemed(captured.value().isPresent() ? captured : withValue(captured, hold.value()), false);
        } catch (Refusal refusal) {
            if (refusal.code() == RefusalCode.HOLD_ALREADY_CAPTURED && hold.replayed()) {
                // Not under this key: that would have been answered. So it was for the same bill.
                return new Redeemed(hold, true);
            }
            throw refusal;
        }
    }

    private RedemptionReceipt capture(Caller caller, RedemptionReceipt hold, String key) {
        try {
            return answer(checkout.capture(caller, hold.hold().text(), key, Optional.empty(), TillStamp.NONE));
        } catch (Refusal refusal) {
            if (RetryableSubmission.decides(refusal)) {
                throw refusal;
            }
            throw new NoAnswerYet();
        }
    }

    /** At the outlet where the cashier stands, on its day, under a reference made of the key. */
    TillStamp stamp(Caller caller, Requested requested, String outlet, String reason) {
        return new TillStamp(
                Optional.of(there(caller, requested.at()).toLocalDate()),
                Optional.of(outlet),
                Optional.of(reference(requested.key())),
                Optional.of(reason));
    }

    Tenant tenant(Caller caller) {
        return tenants.get(caller.tenantOrRefuse());
    }

    GiftReceipt give(Caller caller, Gift gift) {
        return answer(checkout.give(
                caller,
                new GiftRequest(
                        gift.key(),
                        gift.card().value(),
                        gift.recipientCard().value(),
                        gift.outlet(),
                        gift.points(),
                        Optional.of(gift.code()))));
    }

    private static RedemptionReceipt withValue(RedemptionReceipt receipt, Optional<MoneyAmount> value) {
        return new RedemptionReceipt(
                receipt.hold(),
                receipt.state(),
                receipt.points(),
                value,
                receipt.availableAfter(),
                receipt.expires(),
                receipt.replayed());
    }

    /** What so many points take off the bill. */
    MoneyAmount value(Caller caller, Points points, Currency currency) {
        return programs.redemptionValue(program(caller), points, currency);
    }

    /** The fewest points that pay at least {@code amount}; empty when points pay nothing in that currency. */
    Optional<Points> pointsFor(Caller caller, MoneyAmount amount) {
        BigDecimal perPoint = program(caller).valuePerPoint().get(amount.currency());
        return perPoint == null || perPoint.signum() <= 0
                ? Optional.empty()
                : Optional.of(Points.of(amount.amount()
                        .divide(perPoint, 0, RoundingMode.CEILING)
                        .longValueExact()));
    }

    Points minimumRedemption(Caller caller) {
        return program(caller).minimumRedemption();
    }

    private Program program(Caller caller) {
        return programs.validOn(
                caller.tenantOrRefuse(), there(caller, clock.instant()).toLocalDate());
    }

    private ZonedDateTime there(Caller caller, Instant moment) {
        return moment.atZone(tenants.get(caller.tenantOrRefuse()).zone());
    }

    Purchase purchase(Caller caller, Requested requested, CardNumber card, Bill bill) {
        return purchase(caller, requested, card, bill, lines(bill));
    }

    /** @param lines that make up the bill's amount */
    Purchase purchase(Caller caller, Requested requested, CardNumber card, Bill bill, List<Purchase.Line> lines) {
        ZonedDateTime at = there(caller, requested.at());
        LocalTime time = at.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return new Purchase(
                requested.key(),
                card.value(),
                bill.outlet(),
                bill.amount().amount(),
                bill.amount().currency().getCurrencyCode(),
                lines,
                at.toLocalDate(),
                Optional.of(time),
                reference(bill.number(), requested.key()),
                bill.isNothingPaid() && lines.isEmpty());
    }

    /** @throws Refusal {@code AMOUNT_LINES_DIFFER} when the parts are more than the whole */
    private static List<Purchase.Line> lines(Bill bill) {
        List<Purchase.Line> lines = new ArrayList<>();
        BigDecimal rest = bill.amount().amount();
        for (Part part : bill.parts()) {
            lines.add(new Purchase.Line(
                    null, "", part.category(), part.kind().word(), BigDecimal.ONE, part.amount(), null, null));
            rest = rest.subtract(part.amount());
        }
        if (rest.signum() < 0) {
            BigDecimal parts = bill.amount().amount().subtract(rest);
            throw new Refusal(
                    RefusalCode.AMOUNT_LINES_DIFFER,
                    "lines",
                    parts,
                    "amount",
                    bill.amount().amount(),
                    "rounding",
                    0);
        }
        if (rest.signum() > 0 && !(lines.isEmpty() && bill.rest().isEmpty())) {
            lines.add(new Purchase.Line("", bill.rest(), BigDecimal.ONE, rest));
        }
        return lines;
    }

    /** The bill's number, where somebody typed it: by it the bill is known again. */
    private static String reference(String number, String key) {
        return number.isEmpty() ? reference(key) : number;
    }

    private static String reference(String key) {
        return key.substring(0, Math.min(REFERENCE_LENGTH, key.length()));
    }

    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture()
                    .copy()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            if (e.getCause() instanceof TimeoutException) {
                throw new NoAnswerYet();
            }
            throw e;
        }
    }
}
