package eu.kontor.settlement.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Windows.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One partner's account of one window, made from the window's positions and the partner's contract.
 *
 * @param contractVersion 0 where there is no contract and nothing to settle
 * @param closedAt empty while the window is open
 * @param net the sum of the lines; positive: the partner receives
 * @param paymentDays how many days after the close it is due
 */
public record PartnerStatement(
        YearMonth window,
        TenantId partner,
        int contractVersion,
        Optional<Instant> closedAt,
        List<Line> lines,
        MoneyAmount net,
        int paymentDays) {

    public PartnerStatement {
        lines = List.copyOf(lines);
    }

    /** @param amount signed for the partner */
    public record Line(
            TransferKind kind,
            int outlet,
            BigDecimal pricePerPoint,
            Points points,
            long transfers,
            long lateTransfers,
            MoneyAmount amount) {}

    /**
     * One line per kind, outlet and price; each is rounded once. What goes from one account of a person to the other is nothing to a partner.
     *
     * @param positions of this partner
     * @throws Refusal {@code CONTRACT_MISSING} when a position is older than the contract's first term
     */
    public static PartnerStatement of(
            YearMonth window, TenantId partner, String partnerName, Contract contract, List<Position> positions) {
        Map<Key, Sums> sums = new TreeMap<>(Key.ORDER);
        List<Position> told = positions.stream()
                .filter(position -> !position.kind().isMerge())
                .toList();
        for (Position position : told) {
            TermPrices prices = contract.pricesIn(position.businessMonth())
                    .orElseThrow(() -> missing(partnerName, position.businessMonth()));
            BigDecimal price = prices.priceOf(position.kind());
            sums.merge(new Key(position.kind(), position.outlet(), price), Sums.of(position), Sums::plus);
        }
        List<Line> lines = sums.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue(), contract))
                .toList();
        MoneyAmount net =
                lines.stream().map(Line::amount).reduce(MoneyAmount.zero(contract.currency()), MoneyAmount::plus);
        return new PartnerStatement(
                window, partner, contract.version(), Optional.empty(), lines, net, contract.paymentDays());
    }

    /** By which day it must be paid; empty while the window is open. */
    public Optional<LocalDate> dueOn(ZoneId zone) {
        return closedAt.map(at -> at.atZone(zone).toLocalDate().plusDays(paymentDays));
    }

    public static Refusal missing(String partnerName, YearMonth month) {
        return new Refusal(RefusalCode.CONTRACT_MISSING, "tenant", partnerName, "window", month);
    }

    private static Line line(Key key, Sums sums, Contract contract) {
        BigDecimal exact = exactAmount(key.kind(), sums.points(), key.price());
        return new Line(
                key.kind(),
                key.outlet(),
                key.price(),
                Points.of(sums.points()),
                sums.transfers(),
                sums.lateTransfers(),
                MoneyAmount.rounded(exact, contract.currency()));
    }

    /** Points times price, signed for the partner, nothing rounded, no zeros at the end. */
    public static BigDecimal exactAmount(TransferKind kind, long points, BigDecimal price) {
        return price.multiply(BigDecimal.valueOf(points * kind.partnerSign())).stripTrailingZeros();
    }

    /** Over all lines, as {@link TransferKind#issuedSign} counts it. */
    public long issued() {
        return lines.stream()
                .mapToLong(line -> line.kind().issuedSign() * line.points().value())
                .sum();
    }

    /** Over all lines. */
    public Points redeemed() {
        return lines.stream()
                .filter(line -> line.kind() == TransferKind.REDEEM)
                .map(Line::points)
                .reduce(Points.ZERO, Points::plus);
    }

    private record Key(TransferKind kind, int outlet, BigDecimal price) {

        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparingInt(Key::outlet).thenComparing(Key::price);
    }

    private record Sums(long points, long transfers, long lateTransfers) {
        static Sums of(Position position) {
            return new Sums(position.points().value(), position.transfers(), position.lateTransfers());
        }

        Sums plus(Sums other) {
            return new Sums(points + other.points, transfers + other.transfers, lateTransfers + other.lateTransfers);
        }
    }
}
