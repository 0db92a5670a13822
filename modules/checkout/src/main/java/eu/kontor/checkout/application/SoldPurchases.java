package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.domain.ReturnPolicy;
import eu.kontor.checkout.domain.SoldTicket;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPart;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPurchase;
import eu.kontor.checkout.persistence.FiledPurchases.FiledTicket;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Purchases of which something comes back: found by their id or the till's own words, with what each line carries of the points. */
@Service
public class SoldPurchases {

    /** Own words name one purchase; two of the same are enough to know that they do not. */
    private static final int ENOUGH_TO_DOUBT = 2;

    /** Points to the millionth tell the weight of any line. */
    private static final int WEIGHT_DECIMALS = 6;

    private final Transactions transactions;
    private final FiledPurchases filed;
    private final Programs programs;
    private final Ledger ledger;
    private final MovedPurchases moved;

    @Inject
    public SoldPurchases(
            Transactions transactions, FiledPurchases filed, Programs programs, Ledger ledger, MovedPurchases moved) {
        this.transactions = transactions;
        this.filed = filed;
        this.programs = programs;
        this.ledger = ledger;
        this.moved = moved;
    }

    /** @throws Refusal {@code PURCHASE_UNKNOWN}, {@code PURCHASE_AMBIGUOUS}, {@code OUTLET_UNKNOWN}, {@code FIELD_MISSING} */
    PostingId idOf(Tenant tenant, OriginalPurchase purchase) {
        return switch (purchase) {
            case OriginalPurchase.ById named -> named(tenant, named.id(), RefusalCode.PURCHASE_UNKNOWN);
            case OriginalPurchase.ByWords named -> byWords(tenant, named.words());
        };
    }

    /** Where it is now: what was moved to another card is returned there. */
    PostingId named(Tenant tenant, String id, RefusalCode unknown) {
        return moved.now(tenant.id(), PostingId.parse(id, unknown));
    }

    /**
     * A purchase that is to go to another card.
     *
     * @param earnedUnder the key under which that card earns
     */
    record Movable(FiledPurchase purchase, FiledTicket ticket, String earnedUnder) {}

    /** @throws Refusal {@code PURCHASE_UNKNOWN}, {@code PURCHASE_MOVED} */
    Movable toMove(Tenant tenant, PostingId purchase, String request) {
        moved.mustBeWhereItIs(tenant.id(), purchase, request);
        String earnedUnder = moved.keyOf(tenant.id(), purchase, request);
        return transactions.asTenant(tenant.id(), unit -> filed.find(unit, List.of(purchase)).stream()
                .findFirst()
                .flatMap(row -> filed.ticket(unit, purchase).map(ticket -> new Movable(row, ticket, earnedUnder)))
                .orElseThrow(() -> new Refusal(RefusalCode.PURCHASE_UNKNOWN, "id", purchase.text())));
    }

    /** What stands posted under a till's own words, from the moment of its posting; nothing of what was taken back or moved. */
    Optional<PostingId> standing(TenantId tenant, int outlet, OwnWords words) {
        return TicketPolicy.named(outlet, words.businessDate(), words.reference())
                .flatMap(ticket -> Optional.ofNullable(
                        ledger.standing(tenant, List.of(ticket)).get(ticket)));
    }

    private PostingId byWords(Tenant tenant, OwnWords words) {
        int outlet = TenantTillRecords.outlet(tenant.openTo(Optional.empty()), words);
        return standing(tenant.id(), outlet, words).orElseGet(() -> filedUnder(tenant, outlet, words));
    }

    /** Of those that were taken back, and of those of a time when tickets were not known. */
    private PostingId filedUnder(Tenant tenant, int outlet, OwnWords words) {
        List<FiledPurchase> found = transactions.asTenant(
                tenant.id(),
                unit -> filed.find(unit, outlet, words.businessDate(), words.reference(), ENOUGH_TO_DOUBT));
        if (found.isEmpty()) {
            // Taken back a moment ago and not filed yet: whoever asks again for that hears the first answer.
            return TicketPolicy.named(outlet, words.businessDate(), words.reference())
                    .flatMap(ticket -> ledger.last(tenant.id(), ticket))
                    .orElseThrow(() -> new Refusal(RefusalCode.PURCHASE_UNKNOWN, "id", words.reference()));
        }
        List<FiledPurchase> standing =
                found.stream().filter(purchase -> !purchase.reversed()).toList();
        if (standing.size() > 1) {
            throw new Refusal(RefusalCode.PURCHASE_AMBIGUOUS, "reference", words.reference());
        }
        return (standing.isEmpty() ? found : standing).getFirst().id();
    }

    /** As it was sold: filed, or waiting to be. Empty for one that is not the tenant's. */
    Optional<SoldTicket> ticket(Tenant tenant, PostingId purchase) {
        return transactions.asTenant(tenant.id(), unit -> filed.find(unit, List.of(purchase))).stream()
                .map(row -> ticket(tenant, row))
                .findFirst();
    }

    /** What a return is known by under any key; empty where it has no reference of its own. */
    static Optional<Ticket> back(PostingId purchase, SoldTicket sold, CheckedStamp stamp, Optional<Returned> returned) {
        return TicketPolicy.back(
                purchase,
                stamp.outletOr(sold.outlet()),
                stamp.businessDate(),
                stamp.reference(),
                new ReturnPolicy(sold).told(returned));
    }

    private SoldTicket ticket(Tenant tenant, FiledPurchase row) {
        Currency currency = Currency.getInstance(row.currency());
        Program program = programs.version(tenant.id(), row.programVersion());
        List<BigDecimal> exactPoints = new ArrayList<>();
        for (int i = 0; i < row.lines().size(); i++) {
            exactPoints.add(exactPoints(program, row.lines().get(i), currency).add(promoted(row, i)));
        }
        return new SoldTicket(row.outletId(), new MoneyAmount(row.amount(), currency), row.lines(), exactPoints);
    }

    /** What promotions gave for a line, as it was filed. */
    private static BigDecimal promoted(FiledPurchase row, int line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (FiledPart part : row.parts()) {
            BigDecimal all = part.weights().stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (line < part.weights().size() && all.signum() > 0) {
                sum = sum.add(part.exactPoints()
                        .multiply(BigDecimal.valueOf(part.weights().get(line)))
                        .divide(all, WEIGHT_DECIMALS, RoundingMode.DOWN));
            }
        }
        return sum;
    }

    /** What a line earns alone says what share of the points it carries: the version is the purchase's, and never changes. */
    private BigDecimal exactPoints(Program program, Purchase.Line line, Currency currency) {
        MoneyAmount amount = new MoneyAmount(line.amount(), currency);
        EarningLine alone = new EarningLine(
                line.category(),
                LineKind.of(line.kind()).orElseThrow(),
                amount,
                Optional.ofNullable(line.net()).map(net -> new MoneyAmount(net, currency)),
                Optional.ofNullable(line.gross()).map(gross -> new MoneyAmount(gross, currency)));
        return programs.base(program, List.of(alone), amount).parts().stream()
                .map(Earning.Part::exactPoints)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
