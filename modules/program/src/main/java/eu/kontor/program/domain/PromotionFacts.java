package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What conditions of promotions are asked about.
 *
 * @param counting what counts of each line
 * @param keys of each line's category
 */
public record PromotionFacts(
        Optional<Earner> earner,
        List<EarningLine> lines,
        List<MoneyAmount> counting,
        List<String> keys,
        MoneyAmount paid,
        Occasion occasion) {

    /** What counts of a category. */
    public BigDecimal amountOf(String category) {
        String key = CategoryPolicy.key(category);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equals(key)) {
                sum = sum.add(counting.get(i).amount());
            }
        }
        return sum;
    }

    /** How many of a category, of lines of which something counts. */
    public BigDecimal quantityOf(String category) {
        String key = CategoryPolicy.key(category);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).equals(key) && counting.get(i).amount().signum() > 0) {
                sum = sum.add(lines.get(i).quantity());
            }
        }
        return sum;
    }

    /** As it was on the ticket, whether it earns or not. */
    public BigDecimal amountOfKind(String kind) {
        return lines.stream()
                .filter(line -> line.kind().word().equals(kind))
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How the time is written in conditions: hours and minutes; empty where the till did not say. */
    public String time() {
        return occasion.time()
                .map(time -> time.toString().substring(0, "00:00".length()))
                .orElse("");
    }
}
