package eu.kontor.portal.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.PartnerNet;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.settlement.api.Settlement.WithoutContract;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The windows, and for the operator who owes whom in each of them. */
@Service
public class SettlementPresenter {

    private final Settlement settlement;
    private final Tenants tenants;

    @Inject
    public SettlementPresenter(Settlement settlement, Tenants tenants) {
        this.settlement = settlement;
        this.tenants = tenants;
    }

    public static boolean mayClose(Caller caller) {
        return caller.isAny(Role.OPERATOR);
    }

    /** Newest first. */
    public List<WindowRow> windows(Caller caller) {
        return settlement.windows(caller);
    }

    /** With whom the caller settles by name, where it is one. */
    public Optional<String> counterpart(Caller caller) {
        return caller.tenant().map(_ -> tenants.coalition().name());
    }

    /** The window that may be closed next: the oldest one that is over and still open. */
    public static Optional<WindowRow> nextToClose(List<WindowRow> windows) {
        return windows.stream()
                .filter(window -> window.state() == State.READY)
                .min(Comparator.comparing(WindowRow::window));
    }

    /** Who receives and who pays, the greatest receiver first; frozen for a closed window, as of now for an open one. */
    public Matrix matrix(Caller caller, YearMonth window) {
        return matrixOf(settlement.preview(caller, window));
    }

    /** As {@link #matrix}, of a past moment. */
    public Matrix matrixAsOf(Caller caller, YearMonth window, Instant moment) {
        return matrixOf(settlement.previewAsOf(caller, window, moment));
    }

    /** Freezes the window. */
    public Matrix close(Caller caller, YearMonth window) {
        return matrixOf(settlement.close(caller, window));
    }

    private Matrix matrixOf(Closing closing) {
        List<PartnerLine> partners = closing.partners().stream()
                .sorted(Comparator.comparing(
                                (PartnerNet partner) -> partner.net().amount())
                        .reversed())
                .map(partner -> new PartnerLine(
                        partner.partner(),
                        tenants.get(partner.partner()).slug().value(),
                        partner.name(),
                        partner.issued(),
                        partner.redeemed(),
                        partner.net(),
                        partner.due()))
                .toList();
        TreeMap<String, MoneyAmount> partnersNet = closing.partners().stream()
                .map(PartnerNet::net)
                .collect(Collectors.toMap(
                        net -> net.currency().getCurrencyCode(), net -> net, MoneyAmount::plus, TreeMap::new));
        closing.operatorNet()
                .keySet()
                .forEach(currency -> partnersNet.putIfAbsent(currency.getCurrencyCode(), MoneyAmount.zero(currency)));
        List<CurrencyTotal> totals = partnersNet.values().stream()
                .map(net -> new CurrencyTotal(
                        net.currency(),
                        net,
                        closing.operatorNet().getOrDefault(net.currency(), MoneyAmount.zero(net.currency()))))
                .toList();
        return new Matrix(closing.window(), closing.state(), partners, totals, closing.withoutContract());
    }

    /**
     * @param partners the greatest receiver first
     * @param totals one per currency
     * @param withoutContract who has points in the window and no statement of it yet
     */
    public record Matrix(
            YearMonth window,
            State state,
            List<PartnerLine> partners,
            List<CurrencyTotal> totals,
            List<WithoutContract> withoutContract) {

        /** True when nothing happened in the window. */
        public boolean isEmpty() {
            return partners.isEmpty() && withoutContract.isEmpty();
        }

        /** Of the partners that settle in this currency. */
        public long issued(Currency currency) {
            return in(currency).mapToLong(PartnerLine::issued).sum();
        }

        /** Of the partners that settle in this currency. */
        public Points redeemed(Currency currency) {
            return in(currency).map(PartnerLine::redeemed).reduce(Points.ZERO, Points::plus);
        }

        private Stream<PartnerLine> in(Currency currency) {
            return partners.stream().filter(partner -> partner.net().currency().equals(currency));
        }

        /** True when partners and operator cancel to the cent in every currency. */
        public boolean cancels() {
            return totals.stream().allMatch(CurrencyTotal::cancels);
        }
    }

    /**
     * @param net positive: the partner receives; negative: it pays
     * @param due by when; empty until the window is closed
     */
    public record PartnerLine(
            TenantId partner,
            String slug,
            String name,
            long issued,
            Points redeemed,
            MoneyAmount net,
            Optional<LocalDate> due) {}

    /** @param partnersNet the sum over the partners; {@code operatorNet} is its counterpart */
    public record CurrencyTotal(Currency currency, MoneyAmount partnersNet, MoneyAmount operatorNet) {

        public MoneyAmount difference() {
            return partnersNet.plus(operatorNet);
        }

        public boolean cancels() {
            return difference().amount().signum() == 0;
        }
    }
}
