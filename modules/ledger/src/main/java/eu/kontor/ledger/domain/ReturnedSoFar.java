package eu.kontor.ledger.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Returned.SoldLine;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of a purchase came back until now: money and units of lines. What it takes of the award depends on this state alone and not on the
 * order in which it came about (see the decision record on reversals):
 *
 * <ul>
 *   <li>units take their part of their line's weight;
 *   <li>an amount without lines takes of what the lines leave: the part that it is of the money that the lines leave;
 *   <li>whatever brings back the last of the money brings back the rest.
 * </ul>
 *
 * @param returns how many there were
 * @param isAll nothing is left
 * @param byAmount money that was paid back without telling lines
 * @param byLine money that was paid back for lines
 * @param units by line
 */
public record ReturnedSoFar(int returns, boolean isAll, long byAmount, long byLine, Map<Integer, Long> units) {

    public static final ReturnedSoFar NOTHING = new ReturnedSoFar(0, false, 0, 0, Map.of());

    /** Units are told in thousandths. */
    private static final int UNIT_DECIMALS = 3;

    public ReturnedSoFar {
        units = Map.copyOf(units);
    }

    /**
     * @param amount paid back by this return
     * @param share of the award that is back with it
     */
    record Step(ReturnedSoFar after, long amount, boolean isByLine, AwardShare share) {}

    /** Money that was paid back, as far as it was told. */
    long amount() {
        return byAmount + byLine;
    }

    /** One of the returns, as it is kept. */
    public ReturnedSoFar with(long amount, boolean isByLine, boolean isLast) {
        return new ReturnedSoFar(
                returns + 1,
                isAll || isLast,
                isByLine ? byAmount : byAmount + amount,
                isByLine ? byLine + amount : byLine,
                units);
    }

    /** Units of one of the returns, as they are kept. */
    public ReturnedSoFar with(int line, long more) {
        Map<Integer, Long> sum = new TreeMap<>(units);
        sum.merge(line, more, Long::sum);
        return new ReturnedSoFar(returns, isAll, byAmount, byLine, sum);
    }

    /**
     * @param now empty for everything that is left
     * @throws Refusal {@code RETURN_EXCEEDS_PURCHASE}, {@code RETURN_EXCEEDS_LINE}
     */
    Step next(Optional<Returned> now) {
        return now.map(this::next).orElseGet(() -> new Step(with(0, false, true), 0, false, AwardShare.ALL));
    }

    private Step next(Returned now) {
        ReturnedSoFar after = this;
        long worth = 0;
        for (Map.Entry<Integer, Long> line : now.units().entrySet()) {
            SoldLine sold = now.lines().get(line.getKey() - 1);
            long before = units.getOrDefault(line.getKey(), 0L);
            mustBeLeft(line.getKey(), sold.units() - before, line.getValue());
            worth += part(sold.worth(), before + line.getValue(), sold.units())
                    - part(sold.worth(), before, sold.units());
            after = after.with(line.getKey(), line.getValue());
        }
        long amount = now.amount().orElse(worth);
        long left = now.sold() - amount();
        if (amount > left) {
            throw new Refusal(
                    RefusalCode.RETURN_EXCEEDS_PURCHASE,
                    "left",
                    money(left, now.decimals()),
                    "wanted",
                    money(amount, now.decimals()));
        }
        boolean isByLine = !now.units().isEmpty();
        ReturnedSoFar done = after.with(amount, isByLine, amount == left);
        return new Step(done, amount, isByLine, done.share(now));
    }

    private AwardShare share(Returned of) {
        if (isAll) {
            return AwardShare.ALL;
        }
        long whole = of.lines().stream().mapToLong(SoldLine::weight).sum();
        AwardShare lines = AwardShare.NOTHING;
        if (whole > 0) {
            for (Map.Entry<Integer, Long> line : units.entrySet()) {
                SoldLine sold = of.lines().get(line.getKey() - 1);
                lines = lines.plus(
                        AwardShare.of(sold.weight(), whole).times(AwardShare.of(line.getValue(), sold.units())));
            }
        } else {
            lines = AwardShare.of(byLine, of.sold());
        }
        return lines.plus(lines.rest().times(AwardShare.of(byAmount, of.sold() - byLine)));
    }

    private static long part(long worth, long units, long of) {
        return AwardShare.of(units, of).of(worth);
    }

    private static void mustBeLeft(int line, long left, long wanted) {
        if (wanted > left) {
            throw new Refusal(
                    RefusalCode.RETURN_EXCEEDS_LINE, "line", line, "left", units(left), "wanted", units(wanted));
        }
    }

    private static String money(long amount, int decimals) {
        return BigDecimal.valueOf(amount, decimals).toPlainString();
    }

    private static String units(long thousandths) {
        BigDecimal units = BigDecimal.valueOf(thousandths, UNIT_DECIMALS);
        return units.signum() == 0 ? "0" : units.stripTrailingZeros().toPlainString();
    }
}
