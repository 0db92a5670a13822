package eu.kontor.rest.till;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.Earning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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
        List<Part> parts) {

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

    static EarningAnswer of(Earning earning, String explanation, Locale language) {
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
                        .toList());
    }
}
