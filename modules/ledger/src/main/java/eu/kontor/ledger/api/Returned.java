package eu.kontor.ledger.api;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How much of a purchase is returned, beside what was sold: the ledger keeps neither money nor lines of a purchase, only what of
 * them came back, and that is known for certain while the member is locked.
 *
 * @param decimals of the currency, for whoever is told what is left
 * @param sold what the purchase came to, in the currency's smallest unit
 * @param lines what was sold, in the purchase's order; none if it was sent without lines
 * @param amount what is paid back now, in the smallest unit; empty: what the returned units were sold for
 * @param units that come back now, by the line's place from 1 on; none: by amount alone
 */
public record Returned(int decimals, long sold, List<SoldLine> lines, OptionalLong amount, Map<Integer, Long> units) {

    public Returned {
        lines = List.copyOf(lines);
        units = Map.copyOf(new TreeMap<>(units));
        if (amount.isEmpty() && units.isEmpty()) {
            throw new IllegalArgumentException("what is returned is told by amount, by lines, or by both");
        }
        if (sold <= 0 || amount.orElse(1) <= 0) {
            throw new IllegalArgumentException("amounts are positive");
        }
        for (Map.Entry<Integer, Long> line : units.entrySet()) {
            boolean isSold = line.getKey() >= 1 && line.getKey() <= lines.size();
            if (!isSold || line.getValue() <= 0 || lines.get(line.getKey() - 1).units() <= 0) {
                throw new IllegalArgumentException("line " + line.getKey() + " cannot come back");
            }
        }
    }

    /**
     * @param units in thousandths; 0 for a line that is nothing to bring back, such as a discount
     * @param worth what all its units were sold for, less its share of discounts, in the currency's smallest unit
     * @param weight its share of what the purchase earned, in any measure that all lines have in common
     */
    public record SoldLine(long units, long worth, long weight) {

        public SoldLine {
            if (units < 0 || worth < 0 || weight < 0) {
                throw new IllegalArgumentException("a line that was sold is not negative");
            }
        }
    }
}
