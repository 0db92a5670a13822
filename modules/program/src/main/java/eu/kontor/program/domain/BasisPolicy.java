package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Programs.EarningLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * How much of each line counts.
 *
 * <ol>
 *   <li>Lines of kinds that earn nothing count for nothing.
 *   <li>A discount takes from the lines of its own category first, by value; what is left of it, and a discount without category, from
 *       all lines that earn, by value. No line falls below zero.
 *   <li>Where the program counts net or gross amounts, what is left of a line counts in that proportion.
 *   <li>All together never count more than was paid; a deposit that is set off was paid before.
 * </ol>
 *
 * All in whole smallest units of the currency, the largest remainders first, so that the parts are the whole.
 */
final class BasisPolicy {

    /** @return for each line; zero for one that counts for nothing, and for discounts */
    List<MoneyAmount> of(Program program, List<EarningLine> lines, MoneyAmount paid) {
        Currency currency = paid.currency();
        Counting counting = program.counting();
        long[] left = new long[lines.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.max(0, units(lines.get(i).amount()));
        }
        takeDiscounts(counting, lines, left);
        for (int i = 0; i < left.length; i++) {
            left[i] = earns(counting, lines.get(i)) ? asCounted(counting, lines.get(i), left[i]) : 0;
        }
        long most = Math.max(0, units(paid) + setOff(lines));
        long sum = Arrays.stream(left).sum();
        if (sum > most) {
            take(sum - most, left, i -> true);
        }
        return Arrays.stream(left)
                .mapToObj(units ->
                        new MoneyAmount(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency))
                .toList();
    }

    private static void takeDiscounts(Counting counting, List<EarningLine> lines, long[] left) {
        Map<String, Long> byCategory = new HashMap<>();
        for (EarningLine line : lines) {
            if (isDiscount(counting, line)) {
                byCategory.merge(CategoryPolicy.key(line.category()), -units(line.amount()), Long::sum);
            }
        }
        if (byCategory.isEmpty()) {
            return;
        }
        String[] keys =
                lines.stream().map(line -> CategoryPolicy.key(line.category())).toArray(String[]::new);
        long forAll = byCategory.getOrDefault("", 0L);
        byCategory.remove("");
        for (Map.Entry<String, Long> discount : byCategory.entrySet()) {
            // Also from what earns nothing: a voucher that was sold cheaper does not make the bread cheaper.
            forAll += take(discount.getValue(), left, i -> keys[i].equals(discount.getKey()));
        }
        take(forAll, left, i -> earns(counting, lines.get(i)));
    }

    /** Tills print discounts as negative lines of goods, too. What takes from a kind that earns nothing, such as a tip, is none. */
    private static boolean isDiscount(Counting counting, EarningLine line) {
        return line.amount().amount().signum() < 0 && earns(counting, line);
    }

    private static boolean earns(Counting counting, EarningLine line) {
        return !counting.earnsNothing().contains(line.kind());
    }

    private static long asCounted(Counting counting, EarningLine line, long left) {
        Optional<MoneyAmount> counted =
                switch (counting.basis()) {
                    case PAID -> Optional.empty();
                    case NET -> line.net();
                    case GROSS -> line.gross();
                };
        if (counted.isEmpty() || left == 0) {
            return left;
        }
        return BigDecimal.valueOf(left)
                .multiply(counted.get().amount())
                .divide(line.amount().amount(), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long setOff(List<EarningLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() == LineKind.DEPOSIT)
                .mapToLong(line -> Math.max(0, -units(line.amount())))
                .sum();
    }

    /**
     * Takes from lines in proportion to what is left of them.
     *
     * @return what was more than all of them have
     */
    private static long take(long units, long[] left, IntPredicate isMeant) {
        long[] shares = new long[left.length];
        for (int i = 0; i < left.length; i++) {
            shares[i] = isMeant.test(i) ? left[i] : 0;
        }
        long taken = Math.min(units, Arrays.stream(shares).sum());
        long[] parts = Apportionment.of(taken, shares);
        for (int i = 0; i < left.length; i++) {
            left[i] -= parts[i];
        }
        return units - taken;
    }

    private static long units(MoneyAmount money) {
        return money.amount().unscaledValue().longValueExact();
    }
}
