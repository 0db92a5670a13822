package eu.kontor.program.api;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Points for one purchase, with the reason kept beside every posting.
 *
 * @param points whole, after the program's rounding: of base and promotions together
 * @param parts what the base gave: one per rule that applied, in the order of the program
 * @param promoted what promotions gave beside it, in their order
 * @param passed promotions that gave nothing, and why; empty in an earning that was kept and read again
 */
public record Earning(
        Points points, int programVersion, List<Part> parts, List<Promoted> promoted, List<Passed> passed) {

    /** By the base alone. */
    public Earning(Points points, int programVersion, List<Part> parts) {
        this(points, programVersion, parts, List.of(), List.of());
    }

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

    /**
     * @param name by language
     * @param basis the money that it counted
     * @param exactPoints before rounding, after every cap
     * @param points of the whole ones
     * @param weights by line, in the order of the lines: what share of it each carries when something comes back
     */
    public record Promoted(
            String promotion,
            Map<String, String> name,
            MoneyAmount basis,
            BigDecimal exactPoints,
            Points points,
            List<Long> weights) {}

    /**
     * A promotion that gave nothing.
     *
     * @param name by language
     * @param unmet what of its condition was not met; empty text for another reason
     */
    public record Passed(String promotion, Map<String, String> name, Why why, String unmet) {}

    /** Why a promotion gave nothing. */
    public enum Why {
        NOT_YET,
        NO_MORE,
        NOTHING_COUNTS,
        OTHER_CURRENCY,
        CONDITION,
        ANOTHER_GIVES_MORE
    }

    /** Without what promotions gave. */
    public Points basePoints() {
        return Points.of(points.value()
                - promoted.stream().mapToLong(each -> each.points().value()).sum());
    }
}
