package eu.kontor.rest.till;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.Earning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points and the reason for them. */
@Schema(name = "Earning")
public record EarningAnswer(
        @Schema(examples = "124") long points,
        @Schema(description = "which version of the tenant's program gave them", examples = "3") int programVersion,
        @Schema(
                        description = "the reason in a sentence",
                        examples = "124 Ronda points: 10 per EUR on 12.40 EUR (base rate); program version 3.")
                String explanation,
        List<Part> parts,
        @Schema(description = "what promotions gave beside the base; part of `points`") List<PromotionPart> promotions,
        @Schema(
                        description =
                                "promotions that gave nothing, and why; empty in the answer to who asks again: it was told before")
                List<NotApplied> notApplied) {

    /** What one promotion gave. */
    @Schema(name = "EarningPromotion")
    public record PromotionPart(
            @Schema(examples = "breakfast") String promotion,
            @Schema(examples = "Early bird") String name,
            @Schema(description = "the money that it counted") Money basis,
            @Schema(examples = "24") long points,
            @Schema(description = "before rounding", examples = "24.00") BigDecimal exactPoints) {}

    /** Why a promotion gave nothing. */
    @Schema(name = "PromotionNotApplied")
    public record NotApplied(
            @Schema(examples = "breakfast") String promotion,
            @Schema(examples = "Early bird") String name,
            @Schema(
                            enumeration = {
                                "not-yet",
                                "no-more",
                                "nothing-counts",
                                "other-currency",
                                "condition",
                                "another-gives-more"
                            })
                    String why,
            @Schema(description = "in the caller's language", examples = "only on Monday, Tuesday") String sentence) {}

    /** What one rule gave. */
    @Schema(name = "EarningPart")
    public record Part(
            @Schema(description = "`base` or the category rule's id", examples = "base") String rule,
            @Schema(examples = "base rate") String name,
            Money basis,
            @Schema(examples = "10") BigDecimal pointsPerUnit,
            @Schema(description = "before rounding", examples = "124.00") BigDecimal exactPoints) {}

    /** An amount with its currency. */
    @Schema(name = "Money")
    public record Money(@Schema(examples = "12.40") BigDecimal amount, @Schema(examples = "EUR") String currency) {

        public static Money of(MoneyAmount money) {
            return new Money(money.amount(), money.currency().getCurrencyCode());
        }
    }

    /** @param whyNot says why a promotion gave nothing */
    static EarningAnswer of(
            Earning earning, String explanation, Locale language, Function<Earning.Passed, String> whyNot) {
        return new EarningAnswer(
                earning.points().value(),
                earning.programVersion(),
                explanation,
                earning.parts().stream()
                        .map(part -> new Part(
                                part.rule(),
                                part.ruleName()
                                        .getOrDefault(
                                                language.getLanguage(),
                                                part.ruleName().get("en")),
                                Money.of(part.basis()),
                                part.pointsPerUnit(),
                                part.exactPoints()))
                        .toList(),
                earning.promoted().stream()
                        .map(each -> new PromotionPart(
                                each.promotion(),
                                inLanguage(each.name(), each.promotion(), language),
                                Money.of(each.basis()),
                                each.points().value(),
                                each.exactPoints()))
                        .toList(),
                earning.passed().stream()
                        .map(each -> new NotApplied(
                                each.promotion(),
                                inLanguage(each.name(), each.promotion(), language),
                                each.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                whyNot.apply(each)))
                        .toList());
    }

    private static String inLanguage(Map<String, String> names, String id, Locale language) {
        return names.getOrDefault(language.getLanguage(), names.getOrDefault("en", id));
    }
}
