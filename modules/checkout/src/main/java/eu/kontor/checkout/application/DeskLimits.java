package eu.kontor.checkout.application;

import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPurchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person of the front desk may do alone: so many points for a purchase, so many taken back or moved. Above it an administrator of the
 * brand does it, which makes two persons. A till is a machine, which rings up what was sold, and has none of these limits.
 */
@Service
public class DeskLimits {

    private final TillContext till;
    private final Transactions transactions;
    private final FiledPurchases filed;
    private final Programs programs;
    private final Transfers transfers;
    private final Signals signals;

    @Inject
    public DeskLimits(
            TillContext till,
            Transactions transactions,
            FiledPurchases filed,
            Programs programs,
            Transfers transfers,
            Signals signals) {
        this.till = till;
        this.transactions = transactions;
        this.filed = filed;
        this.programs = programs;
        this.transfers = transfers;
        this.signals = signals;
    }

    /**
     * Before it is posted: what it is worth is known once it is evaluated.
     *
     * @throws Refusal {@code ABOVE_CORRECTION_LIMIT} for what is taken back; a sale is refused when it is evaluated
     */
    void check(Caller caller, TillItem item) {
        if (!hasLimits(caller)) {
            return;
        }
        switch (item) {
            case SaleItem sale -> limitTo(caller, sale, Act.EARNINGS);
            case TicketItem ticket -> {
                limitTo(caller, ticket.sale(), Act.EARNINGS);
                ticket.returns().forEach(back -> mayTakeBack(caller, back));
            }
            case RefundItem refund -> mayTakeBack(caller, refund);
            case TicketReturnItem back -> mayTakeBack(caller, back.refund());
            default -> {}
        }
    }

    /** In which its days are. */
    ZoneId zoneOf(TenantId tenant) {
        return till.active(tenant).zone();
    }

    /** A move to another card is a correction. */
    void checkMove(Caller caller, SaleItem sale) {
        if (hasLimits(caller)) {
            limitTo(caller, sale, Act.CORRECTIONS);
        }
    }

    private static boolean hasLimits(Caller caller) {
        return caller.isAny(Role.FRONT_DESK) && !caller.isAny(Role.ADMIN) && !caller.isMachine();
    }

    private void limitTo(Caller caller, SaleItem sale, Act act) {
        PaceLimit limit = till.protection(sale.sale().program()).limit(act, Scope.TILL);
        long today = today(caller, act);
        sale.whenEvaluated(points -> mayDo(caller, act, points.value(), today, limit));
    }

    /** What the till told a moment ago may not be filed yet: then it was small enough to be given, or a machine gave it. */
    private void mayTakeBack(Caller caller, RefundItem refund) {
        Tenant tenant = till.active(refund.tenant());
        Optional<FiledPurchase> sold =
                transactions.asTenant(tenant.id(), unit -> filed.find(unit, List.of(refund.purchase()))).stream()
                        .findFirst();
        sold.ifPresent(purchase -> {
            Program program = programs.validOn(tenant.id(), till.today(tenant));
            PaceLimit limit = till.protection(program).limit(Act.CORRECTIONS, Scope.TILL);
            mayDo(
                    caller,
                    Act.CORRECTIONS,
                    toTakeBack(purchase, refund.returned()),
                    today(caller, Act.CORRECTIONS),
                    limit);
        });
    }

    /** Of an amount its share; of lines, whose share only the posting knows, at most all that is left. */
    private static long toTakeBack(FiledPurchase purchase, Optional<Returned> returned) {
        long left = purchase.points() - purchase.returnedPoints();
        return returned.filter(part -> part.amount().isPresent())
                .map(part -> BigDecimal.valueOf(purchase.points())
                        .multiply(BigDecimal.valueOf(part.amount().getAsLong()))
                        .divide(BigDecimal.valueOf(part.sold()), 0, RoundingMode.HALF_UP)
                        .longValue())
                .map(share -> Math.min(share, left))
                .orElse(left);
    }

    /** Two presses at once may both be within it; each of them is within what may be done at once. */
    private long today(Caller caller, Act act) {
        Tenant tenant = till.active(caller.tenantOrRefuse());
        Instant morning = till.today(tenant).atStartOfDay(tenant.zone()).toInstant();
        TransferKind kind = act == Act.EARNINGS ? TransferKind.EARN : TransferKind.REVERSE;
        return transfers.movedBy(caller, caller.subject(), kind, morning).value();
    }

    /** @param today what the person did before */
    private void mayDo(Caller caller, Act act, long points, long today, PaceLimit limit) {
        if (points > limit.pointsAtOnce()) {
            refuse(
                    caller,
                    act,
                    points,
                    limit.pointsAtOnce(),
                    act == Act.EARNINGS ? RefusalCode.ABOVE_PURCHASE_LIMIT : RefusalCode.ABOVE_CORRECTION_LIMIT);
        }
        if (points > 0 && points > limit.pointsPerDay() - today) {
            refuse(caller, act, points, limit.pointsPerDay(), RefusalCode.ABOVE_DAY_LIMIT);
        }
    }

    private void refuse(Caller caller, Act act, long points, long limit, RefusalCode code) {
        signals.raise(
                SignalKind.ABOVE_LIMIT,
                caller.tenantOrRefuse(),
                About.person(caller.subject()),
                Map.of(
                        "act", act.key(),
                        "points", Long.toString(points),
                        "limit", Long.toString(limit)));
        throw new Refusal(code, "points", points, "limit", limit);
    }
}
