package eu.kontor.portal.overview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.MonthlySum;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.AlsoAt;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Liability;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Gathers the overview's figures: whole months only, because a month that still runs compares with nothing. */
@Service
public class OverviewPresenter {

    /** The spans offered, in months. */
    static final List<Integer> SPANS = List.of(3, 6, 12);

    static final int USUAL_SPAN = 12;

    private final Transfers transfers;
    private final Balances balances;
    private final Members members;
    private final Settlement settlement;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public OverviewPresenter(
            Transfers transfers,
            Balances balances,
            Members members,
            Settlement settlement,
            Tenants tenants,
            Clock clock) {
        this.transfers = transfers;
        this.balances = balances;
        this.members = members;
        this.settlement = settlement;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * @param before the same figure over the same span before
     */
    record Figure(long now, long before) {}

    /** @param issued net of what was taken back */
    record Month(YearMonth month, long issued, long redeemed, long expired) {}

    /** @param liability points that this partner issued and that are still outstanding */
    record Partner(TenantId tenant, String name, long issued, long redeemed, long liability) {}

    /** @param names two brands, or the other brand */
    record Shared(String names, long members) {}

    /**
     * @param months oldest first, gaps filled with zeros
     * @param partners by points issued; empty for a tenant
     * @param shared where members also shop, most first
     * @param settled the month that was closed last; empty before the first close
     */
    record Overview(
            YearMonth from,
            YearMonth to,
            Figure issued,
            Figure redeemed,
            Figure expired,
            Figure activeMembers,
            long enrolled,
            Liability liability,
            List<Month> months,
            List<Partner> partners,
            List<Shared> shared,
            Optional<WindowRow> settled) {

        boolean isEmpty() {
            return issued.now() == 0
                    && redeemed.now() == 0
                    && liability.outstanding().isZero();
        }
    }

    /** @param span in months, one of {@link #SPANS} */
    Overview overview(Caller caller, int span) {
        YearMonth to = YearMonth.now(clock.withZone(tenants.coalition().zone())).minusMonths(1);
        YearMonth from = to.minusMonths(span - 1L);
        YearMonth before = from.minusMonths(span);
        List<MonthlySum> sums = transfers.monthly(caller, before, to);
        List<Month> months = Stream.iterate(before, month -> month.plusMonths(1))
                .limit(2L * span)
                .map(month -> month(month, sums))
                .toList();
        return new Overview(
                from,
                to,
                figure(months, span, Month::issued),
                figure(months, span, Month::redeemed),
                figure(months, span, Month::expired),
                new Figure(
                        transfers.activeMembers(caller, from, to),
                        transfers.activeMembers(caller, before, from.minusMonths(1))),
                members.count(caller),
                settlement.liability(caller),
                months.subList(span, 2 * span),
                caller.tenant().isPresent() ? List.of() : partners(sums, from),
                shared(caller),
                settlement.windows(caller).stream()
                        .filter(window -> window.state() == State.CLOSED)
                        .findFirst());
    }

    private static Figure figure(List<Month> months, int span, java.util.function.ToLongFunction<Month> what) {
        LongStream before = months.subList(0, span).stream().mapToLong(what);
        LongStream now = months.subList(span, 2 * span).stream().mapToLong(what);
        return new Figure(now.sum(), before.sum());
    }

    private static Month month(YearMonth month, List<MonthlySum> sums) {
        Predicate<MonthlySum> inMonth = sum -> sum.window().equals(month);
        return new Month(
                month,
                issued(sums, inMonth),
                sum(sums, inMonth, TransferKind.REDEEM) - sum(sums, inMonth, TransferKind.REDEMPTION_RETURNED),
                sum(sums, inMonth, TransferKind.EXPIRE));
    }

    /** For purchases and as goodwill, less what was taken back of either. */
    private static long issued(List<MonthlySum> sums, Predicate<MonthlySum> which) {
        return sums.stream()
                        .filter(which)
                        .mapToLong(sum -> sum.kind().issuedSign() * sum.points().value())
                        .sum()
                - sum(sums, which, TransferKind.REVERSE);
    }

    private static long sum(List<MonthlySum> sums, Predicate<MonthlySum> which, TransferKind kind) {
        return sums.stream()
                .filter(which)
                .filter(sum -> sum.kind() == kind)
                .mapToLong(sum -> sum.points().value())
                .sum();
    }

    private List<Partner> partners(List<MonthlySum> sums, YearMonth from) {
        Map<TenantId, Points> outstanding = balances.outstandingByIssuer();
        return tenants.all().stream()
                .map(tenant -> partner(tenant, sums, from, outstanding.getOrDefault(tenant.id(), Points.ZERO)))
                .sorted(Comparator.comparingLong(Partner::issued).reversed())
                .toList();
    }

    private static Partner partner(Tenant tenant, List<MonthlySum> sums, YearMonth from, Points outstanding) {
        Predicate<MonthlySum> its =
                sum -> sum.tenant().equals(tenant.id()) && !sum.window().isBefore(from);
        return new Partner(
                tenant.id(),
                tenant.name(),
                issued(sums, its),
                sum(sums, its, TransferKind.REDEEM) - sum(sums, its, TransferKind.REDEMPTION_RETURNED),
                outstanding.value());
    }

    /** The operator's pairs come in both directions; one of them is enough. */
    private List<Shared> shared(Caller caller) {
        List<Shared> shared = new ArrayList<>();
        for (AlsoAt pair : members.alsoAt(caller)) {
            String other = tenants.get(pair.other()).name();
            if (caller.tenant().isPresent()) {
                shared.add(new Shared(other, pair.members()));
            } else if (pair.tenant().compareTo(pair.other()) < 0) {
                shared.add(new Shared(tenants.get(pair.tenant()).name() + " · " + other, pair.members()));
            }
        }
        shared.sort(Comparator.comparingLong(Shared::members).reversed());
        return List.copyOf(shared);
    }
}
