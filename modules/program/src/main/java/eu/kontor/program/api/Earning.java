package eu.kontor.program.api;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Points for one purchase, with the reason kept beside every posting.
 *
 * @param points whole, after the program's rounding
 * @param parts one per rule that applied, in the order of the program
 */
public record Earning(Points points, int programVersion, List<Part> parts) {

    /**
     * @param rule {@code base} or the category rule's id
     * @param ruleName by language
     * @param basis the money that the rule counted
     * @param exactPoints before rounding
     */
    public record Part(
            String rule,
            Map<String, String> ruleName,
            MoneyAmount basis,
            BigDecimal pointsPerUnit,
            BigDecimal exactPoints) {}
}
