package eu.kontor.checkout.application;

import eu.kontor.checkout.application.TillItem.Above;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPurchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.membership.api.ConfirmationCodes;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What one person of the front desk may do alone: so many points for a purchase, so many taken back, given back or moved. Above it an administrator of the
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
    private final ConfirmationCodes codes;

    @Inject
    public DeskLimits(
            TillContext till,
            Transactions transactions,
            FiledPurchases filed,
            Programs programs,
            Transfers transfers,
            Signals signals,
            ConfirmationCodes codes) {
        this.till = till;
        this.transactions = transactions;
        this.filed = filed;
        this.programs = programs;
        this.transfers = transfers;
        this.signals = signals;
        this.codes = codes;
    }

    /**
     * Before it is posted: what it is worth is known once it is evaluated, and who asks again hears the first answer ({@link TillItem#askLimit}).
     *
     * @param call all that is asked for at once: the day's limit holds for their sum
     */
    void check(Caller caller, List<? extends TillItem> call) {
        if (!hasLimits(caller) || call.isEmpty()) {
            return;
        }
        Day day = new Day(caller);
        for (TillItem item : call) {
            switch (item) {
                case SaleItem sale -> limit(day, sale, List.of(giving(day, sale, Act.EARNINGS)));
                case TicketItem ticket -> {
                    List<Asked> asked = new ArrayList<>();
                    asked.add(giving(day, ticket.sale(), Act.EARNINGS));
                    ticket.returns()
                            .forEach(back -> takingBack(day, back.refund()).ifPresent(asked::add));
                    limit(day, ticket, asked);
                }
                case RefundItem refund ->
                    limit(day, refund, takingBack(day, refund).stream().toList());
                case TicketReturnItem back ->
                    limit(day, back, takingBack(day, back.refund()).stream().toList());
                case RedemptionReturnItem back -> limit(day, back, List.of(givingBack(day, back)));
                default -> {}
            }
        }
    }

    /** In which its days are. */
    ZoneId zoneOf(TenantId tenant) {
        return till.active(tenant).zone();
    }

    /**
     * What leaves a card when a purchase moves to another one.
     *
     * @param code which its member said, if asked
     */
    record Leaving(MemberId member, Points points, Optional<String> code) {}

    /**
     * A move to another card is a correction, which gives to one member what another one had: who may do more than the desk has its limit at once, too,
     * and takes back and rings up anew what is more. A machine asks the member whose points leave as it does for a redemption, and somebody is told how
     * often it does ({@link #moved}).
     */
    void checkMove(Caller caller, SaleItem sale, Leaving leaving) {
        if (hasLimits(caller)) {
            Day day = new Day(caller);
            limit(day, sale, List.of(giving(day, sale, Act.CORRECTIONS)));
        } else if (!caller.isMachine()) {
            limitAtOnce(caller, sale);
        } else {
            confirmed(caller, sale, leaving);
        }
    }

    /** A till has no limit for it, so that somebody is told how often it does. */
    void moved(Caller caller) {
        if (caller.isMachine()) {
            signals.raise(
                    SignalKind.PURCHASE_MOVED,
                    caller.tenantOrRefuse(),
                    About.client(caller.name()),
                    Map.of("act", "moves"));
        }
    }

    /** Where nothing leaves, there is nothing to ask. */
    private void confirmed(Caller caller, SaleItem sale, Leaving leaving) {
        if (leaving.points().isZero()) {
            return;
        }
        RedemptionPolicy.codeToVerify(caller, till.protection(sale.sale().program()), leaving.points(), leaving.code())
                .ifPresent(code -> codes.verify(caller, leaving.member(), code));
    }

    private void limitAtOnce(Caller caller, SaleItem sale) {
        long limit = till.protection(sale.sale().program())
                .limit(Act.CORRECTIONS, Scope.TILL)
                .pointsAtOnce();
        sale.limitedBy(() -> Optional.of(sale.earning().points().value())
                .filter(points -> points > limit)
                .map(points -> new Refusal(RefusalCode.ABOVE_MOVE_LIMIT, "points", points, "limit", limit))
                .map(refusal -> new Above(refusal, () -> raise(caller, Act.CORRECTIONS, refusal))));
    }

    private static boolean hasLimits(Caller caller) {
        return caller.isAny(Role.FRONT_DESK) && !caller.isAny(Role.ADMIN) && !caller.isMachine();
    }

    /**
     * What a person asks for.
     *
     * @param points known once it is evaluated
     * @param told the day for which it is told
     */
    private record Asked(Act act, LongSupplier points, LocalDate told, PaceLimit limit) {}

    /** What a person did today, and asks for in this call. Two calls at once may both be within it; each of them is within what may be done at once. */
    private final class Day {

        private final Caller caller;
        private final Tenant tenant;
        private final LocalDate today;
        private final Map<Act, Long> points = new EnumMap<>(Act.class);

        Day(Caller caller) {
            this.caller = caller;
            this.tenant = till.active(caller.tenantOrRefuse());
            this.today = till.today(tenant);
        }

        /** Read before anything is locked. */
        void read(Act act) {
            Instant morning = today.atStartOfDay(tenant.zone()).toInstant();
            List<TransferKind> kinds = act == Act.EARNINGS
                    ? List.of(TransferKind.EARN)
                    : List.of(TransferKind.REVERSE, TransferKind.REDEMPTION_RETURNED);
            points.computeIfAbsent(act, some -> kinds.stream()
                    .mapToLong(kind -> transfers
                            .movedBy(caller, caller.subject(), kind, morning)
                            .value())
                    .sum());
        }

        /** Why not; what may be is counted. What the ledger refuses then, or knew before, has counted in its own call only. */
        Optional<Refusal> refusal(Asked asked) {
            long wanted = asked.points().getAsLong();
            PaceLimit limit = asked.limit();
            if (wanted > limit.pointsAtOnce()) {
                return Optional.of(tooMuch(asked.act(), wanted, limit.pointsAtOnce()));
            }
            if (wanted <= 0 || limit.pointsPerDay() == PaceLimit.UNLIMITED) {
                return Optional.empty();
            }
            if (asked.told().isBefore(today.minusDays(Transfers.DAYS_TOLD_LATE))) {
                return Optional.of(tooMuch(asked.act(), wanted, 0));
            }
            long before = points.get(asked.act());
            if (wanted > limit.pointsPerDay() - before) {
                return Optional.of(
                        new Refusal(RefusalCode.ABOVE_DAY_LIMIT, "points", wanted, "limit", limit.pointsPerDay()));
            }
            points.put(asked.act(), before + wanted);
            return Optional.empty();
        }
    }

    private void limit(Day day, TillItem item, List<Asked> parts) {
        parts.forEach(asked -> day.read(asked.act()));
        item.limitedBy(() ->
                parts.stream().flatMap(asked -> above(day, asked).stream()).findFirst());
    }

    private Optional<Above> above(Day day, Asked asked) {
        return day.refusal(asked).map(refusal -> new Above(refusal, () -> raise(day.caller, asked.act(), refusal)));
    }

    private Asked giving(Day day, SaleItem sale, Act act) {
        return new Asked(
                act,
                () -> sale.earning().points().value(),
                sale.sale().purchase().businessDate(),
                till.protection(sale.sale().program()).limit(act, Scope.TILL));
    }

    /** What the till told a moment ago may not be filed yet: then it was small enough to be given, or a machine gave it. */
    private Optional<Asked> takingBack(Day day, RefundItem refund) {
        TenantId tenant = day.tenant.id();
        return transactions.asTenant(tenant, unit -> filed.find(unit, List.of(refund.purchase()))).stream()
                .findFirst()
                .map(purchase -> {
                    long points = toTakeBack(purchase, refund.returned());
                    return new Asked(
                            Act.CORRECTIONS,
                            () -> points,
                            refund.businessDate(),
                            till.protection(programs.validOn(tenant, day.today)).limit(Act.CORRECTIONS, Scope.TILL));
                });
    }

    /** What was paid with points comes back as points, and as many of them as a person says: at most all that the redemption took. */
    private Asked givingBack(Day day, RedemptionReturnItem back) {
        return new Asked(
                Act.CORRECTIONS,
                () -> back.most().value(),
                day.today,
                till.protection(programs.validOn(day.tenant.id(), day.today)).limit(Act.CORRECTIONS, Scope.TILL));
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

    private static Refusal tooMuch(Act act, long points, long limit) {
        return new Refusal(
                act == Act.EARNINGS ? RefusalCode.ABOVE_PURCHASE_LIMIT : RefusalCode.ABOVE_CORRECTION_LIMIT,
                "points",
                points,
                "limit",
                limit);
    }

    private void raise(Caller caller, Act act, Refusal above) {
        Map<String, String> facts = new TreeMap<>();
        above.details().forEach((name, value) -> facts.put(name, value.toString()));
        facts.put("act", act.key());
        signals.raise(SignalKind.ABOVE_LIMIT, caller.tenantOrRefuse(), About.person(caller.subject()), facts);
    }
}
