package eu.kontor.rest.program;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.api.Promotion.Group;
import eu.kontor.program.api.Promotion.Stacking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promotion as in a brand's file. It is sent as a whole; {@code remove} takes it out. */
@Schema(name = "ProgramPromotion")
public record PromotionBody(
        @Schema(examples = "breakfast", required = true) String promotion,
        @Schema(description = "in en, es and zh") Map<String, String> name,
        @Schema(
                        description =
                                "a condition in CEL over purchase, lines, calendar and member; always when absent",
                        examples =
                                "calendar.weekday in ['monday', 'tuesday'] && calendar.time >= '07:00' && calendar.time < '11:00'")
                String when,
        @Schema(description = "only lines of these count; all that earns when absent", examples = "[\"bread\"]")
                List<String> categories,
        GiveBody give,
        @Schema(description = "points for one purchase", examples = "100") Long atMost,
        @Schema(description = "the first business date", examples = "2026-12-01") LocalDate from,
        @Schema(description = "the last business date", examples = "2027-01-31") LocalDate until,
        GroupBody group,
        @Schema(description = "true takes the promotion out") Boolean remove) {

    /** One of the three. */
    @Schema(name = "ProgramPromotionGift")
    public record GiveBody(
            @Schema(examples = "50") Long points,
            @Schema(description = "so many times what the base gives", examples = "2") BigDecimal times,
            @Schema(description = "beside the base, by currency") Map<String, BigDecimal> pointsPerUnit) {

        private Give give(String field) {
            long said = Arrays.asList(points, times, pointsPerUnit).stream()
                    .filter(each -> each != null)
                    .count();
            if (said != 1) {
                throw new Refusal(
                        RefusalCode.FIELD_MALFORMED,
                        "field",
                        field,
                        "value",
                        said,
                        "expected",
                        Phrase.of("one-of", "points, times, pointsPerUnit"));
            }
            if (points != null) {
                return new Give.Fixed(ProgramBody.points(field + ".points", points));
            }
            return times != null
                    ? new Give.Times(times)
                    : new Give.PerUnit(ProgramBody.amounts(field + ".pointsPerUnit", pointsPerUnit, Map.of()));
        }

        private static GiveBody of(Give give) {
            return switch (give) {
                case Give.Fixed(var points) -> new GiveBody(points.value(), null, null);
                case Give.Times(var factor) -> new GiveBody(null, factor, null);
                case Give.PerUnit(var rates) -> new GiveBody(null, null, ProgramBody.sorted(rates));
            };
        }
    }

    /** How it goes with others. */
    @Schema(name = "ProgramPromotionGroup")
    public record GroupBody(
            @Schema(examples = "mornings", required = true) String name,
            @Schema(
                            required = true,
                            enumeration = {"best-of", "sum", "multiply"})
                    String stacking,
            @Schema(description = "the smallest first", examples = "0") Integer order) {

        private Group group(String field) {
            return new Group(
                    Optional.ofNullable(name).orElse(""),
                    Arrays.stream(Stacking.values())
                            .filter(each -> each.slug().equals(stacking))
                            .findFirst()
                            .orElseThrow(() -> new Refusal(
                                    RefusalCode.FIELD_MALFORMED,
                                    "field",
                                    field + ".stacking",
                                    "value",
                                    String.valueOf(stacking),
                                    "expected",
                                    Phrase.of(
                                            "one-of",
                                            Arrays.stream(Stacking.values())
                                                    .map(Stacking::slug)
                                                    .collect(Collectors.joining(", "))))),
                    Optional.ofNullable(order).orElse(0));
        }
    }

    Promotion said() {
        String field = "promotions." + promotion;
        ProgramBody.mustBeThere(field + ".give", give);
        Optional.ofNullable(name)
                .ifPresent(names ->
                        names.forEach((language, text) -> ProgramBody.mustBeThere(field + ".name." + language, text)));
        Optional.ofNullable(categories)
                .ifPresent(all -> all.forEach(each -> ProgramBody.mustBeThere(field + ".categories", each)));
        return new Promotion(
                promotion,
                Optional.ofNullable(name).orElse(Map.of()),
                Optional.ofNullable(when).orElse("").strip(),
                Optional.ofNullable(categories).orElse(List.of()),
                give.give(field + ".give"),
                Optional.ofNullable(atMost).map(most -> ProgramBody.points(field + ".atMost", most)),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                Optional.ofNullable(group).map(body -> body.group(field + ".group")));
    }

    static PromotionBody of(Promotion promotion) {
        return new PromotionBody(
                promotion.id(),
                new TreeMap<>(promotion.name()),
                promotion.when(),
                promotion.categories(),
                GiveBody.of(promotion.give()),
                promotion.atMost().map(Points::value).orElse(null),
                promotion.from().orElse(null),
                promotion.until().orElse(null),
                promotion
                        .group()
                        .map(group ->
                                new GroupBody(group.name(), group.stacking().slug(), group.order()))
                        .orElse(null),
                null);
    }
}
