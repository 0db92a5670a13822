package eu.kontor.rest.program;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.Promotion;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as in the section of a brand's file. What is not sent stays as the draft has it; a rule goes where it is marked. */
@Schema(name = "Program")
public record ProgramBody(
        @Schema(description = "the first day on which purchases earn by it", examples = "2026-12-01")
                LocalDate validFrom,
        @Schema(description = "points per unit of each currency") Map<String, BigDecimal> pointsPerUnit,
        @Schema(description = "rates of categories, by their rule; others stay") List<RuleBody> categoryRates,
        @Schema(description = "what is given beside the base, by their id; others stay") List<PromotionBody> promotions,
        @Schema(enumeration = {"down", "half-up", "up"}) String rounding,
        @Schema(examples = "24") Integer expiryMonths,
        @Schema(enumeration = {"inactivity", "fixed-term"}) String expiry,
        @Schema(description = "what a point pays, by currency") Map<String, BigDecimal> valuePerPoint,
        @Schema(examples = "100") Long minimumRedemption,
        @Schema(description = "kinds of lines, as a whole: goods, service, tip, tax, voucher-sale, deposit, fee")
                List<String> earnsNothing,
        @Schema(enumeration = {"paid", "net", "gross"}) String earnsOn,
        @Schema(description = "other categories that tills may send, as a whole") List<String> categories,
        @Schema(description = "of one sale, by currency") Map<String, BigDecimal> largestAmount,
        @Schema(examples = "1") BigDecimal mostPaidWithPoints,
        @Schema(examples = "0") Integer pendingDays,
        @Schema(
                        description =
                                "whether a brand asks for the code: from confirmationFrom on, or from the first point where none was said")
                Boolean confirmationRequired,
        @Schema(
                        description =
                                "from how many points on; 1 for always, and none beside confirmationRequired: false",
                        examples = "300")
                Long confirmationFrom) {

    /** A category's rate. */
    @Schema(name = "ProgramRule")
    public record RuleBody(
            @Schema(examples = "bread", required = true) String rule,
            @Schema(examples = "bread") String category,
            @Schema(description = "in en, es and zh") Map<String, String> name,
            Map<String, BigDecimal> pointsPerUnit,
            @Schema(description = "true takes the rule out") Boolean remove) {

        private CategoryRate over(Optional<CategoryRate> before) {
            return new CategoryRate(
                    rule,
                    Optional.ofNullable(category)
                            .or(() -> before.map(CategoryRate::category))
                            .orElse(""),
                    name == null ? before.map(CategoryRate::name).orElse(Map.of()) : names(name),
                    amounts(
                            "pointsPerUnit",
                            pointsPerUnit,
                            before.map(CategoryRate::pointsPerUnit).orElse(Map.of())));
        }
    }

    private static Map<String, String> names(Map<String, String> sent) {
        sent.forEach((language, name) -> mustBeThere("categoryRates.name." + language, name));
        return Map.copyOf(sent);
    }

    static void mustBeThere(String field, Object value) {
        if (value == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
    }

    /** @param before what the draft says */
    Program over(Program before) {
        Counting counting = before.counting();
        return new Program(
                before.version(),
                Optional.ofNullable(validFrom).orElse(before.validFrom()),
                amounts("pointsPerUnit", pointsPerUnit, before.pointsPerUnit()),
                rules(before.categoryRates()),
                constant("rounding", rounding, PointsRounding.values()).orElse(before.rounding()),
                Optional.ofNullable(expiryMonths).orElse(before.expiryMonths()),
                constant("expiry", expiry, Expiry.values()).orElse(before.expiry()),
                amounts("valuePerPoint", valuePerPoint, before.valuePerPoint()),
                minimumRedemption == null ? before.minimumRedemption() : points("minimumRedemption", minimumRedemption),
                protection(before.protection()),
                new Counting(
                        earnsNothing == null ? counting.earnsNothing() : kinds(),
                        constant("earnsOn", earnsOn, Basis.values()).orElse(counting.basis()),
                        categories == null ? counting.categories() : categoriesSent(),
                        amounts("largestAmount", largestAmount, counting.largestAmount()),
                        Optional.ofNullable(mostPaidWithPoints).orElse(counting.mostPaidWithPoints()),
                        Optional.ofNullable(pendingDays).orElse(counting.pendingDays())),
                promotions(before.promotions()));
    }

    private List<Promotion> promotions(List<Promotion> before) {
        Map<String, Promotion> all = new LinkedHashMap<>();
        before.forEach(each -> all.put(each.id(), each));
        for (PromotionBody body : Optional.ofNullable(promotions).orElse(List.of())) {
            mustBeThere("promotions.promotion", body == null ? null : body.promotion());
            if (Boolean.TRUE.equals(body.remove())) {
                all.remove(body.promotion());
            } else {
                all.put(body.promotion(), body.said());
            }
        }
        return List.copyOf(all.values());
    }

    private List<CategoryRate> rules(List<CategoryRate> before) {
        Map<String, CategoryRate> rules = new LinkedHashMap<>();
        before.forEach(rule -> rules.put(rule.rule(), rule));
        for (RuleBody body : Optional.ofNullable(categoryRates).orElse(List.of())) {
            mustBeThere("categoryRates.rule", body == null ? null : body.rule());
            if (Boolean.TRUE.equals(body.remove())) {
                rules.remove(body.rule());
            } else {
                rules.put(body.rule(), body.over(Optional.ofNullable(rules.get(body.rule()))));
            }
        }
        return List.copyOf(rules.values());
    }

    private List<String> categoriesSent() {
        categories.forEach(category -> mustBeThere("categories", category));
        return List.copyOf(categories);
    }

    private Protection protection(Protection before) {
        if (Boolean.FALSE.equals(confirmationRequired)) {
            if (confirmationFrom != null) {
                throw new Refusal(
                        RefusalCode.FIELD_MALFORMED,
                        "field",
                        "confirmationFrom",
                        "value",
                        confirmationFrom,
                        "expected",
                        Phrase.of("nothing-beside", "confirmationRequired: false"));
            }
            return new Protection(Optional.empty(), before.limits());
        }
        if (confirmationFrom != null) {
            return new Protection(Optional.of(points("confirmationFrom", confirmationFrom)), before.limits());
        }
        return confirmationRequired == null
                ? before
                : new Protection(before.confirmationFrom().or(() -> Optional.of(Points.of(1))), before.limits());
    }

    private Set<LineKind> kinds() {
        Set<LineKind> kinds = EnumSet.noneOf(LineKind.class);
        for (String word : earnsNothing) {
            kinds.add(LineKind.of(String.valueOf(word))
                    .orElseThrow(() -> unknown("earnsNothing", String.valueOf(word), LineKind.WORDS)));
        }
        return kinds;
    }

    static Points points(String field, long points) {
        if (points < 0 || points > Points.MAX) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    field,
                    "value",
                    points,
                    "expected",
                    Phrase.of("from-to", 1, Points.MAX));
        }
        return Points.of(points);
    }

    static Map<Currency, BigDecimal> amounts(
            String field, Map<String, BigDecimal> sent, Map<Currency, BigDecimal> before) {
        if (sent == null) {
            return before;
        }
        Map<Currency, BigDecimal> amounts = new LinkedHashMap<>(before);
        sent.forEach((code, amount) -> {
            Currency currency = Currency.getAvailableCurrencies().stream()
                    .filter(known -> known.getCurrencyCode().equals(code))
                    .findFirst()
                    .orElseThrow(() -> unknown(field, code, "ISO 4217"));
            mustBeThere(field + '.' + code, amount);
            amounts.put(currency, amount);
        });
        return Map.copyOf(amounts);
    }

    private static <E extends Enum<E>> Optional<E> constant(String field, String word, E[] constants) {
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(constants)
                .filter(constant -> slug(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(
                        field,
                        word,
                        Arrays.stream(constants).map(ProgramBody::slug).collect(Collectors.joining(", ")))));
    }

    private static Refusal unknown(String field, String value, String allowed) {
        return new Refusal(
                RefusalCode.FIELD_MALFORMED, "field", field, "value", value, "expected", Phrase.of("one-of", allowed));
    }

    static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All of it. */
    static ProgramBody of(Program program) {
        List<RuleBody> rules = new ArrayList<>();
        program.categoryRates()
                .forEach(rule -> rules.add(new RuleBody(
                        rule.rule(), rule.category(), new TreeMap<>(rule.name()), sorted(rule.pointsPerUnit()), null)));
        Counting counting = program.counting();
        Optional<Points> from = program.protection().confirmationFrom();
        return new ProgramBody(
                program.validFrom(),
                sorted(program.pointsPerUnit()),
                rules,
                program.promotions().stream().map(PromotionBody::of).toList(),
                slug(program.rounding()),
                program.expiryMonths(),
                slug(program.expiry()),
                sorted(program.valuePerPoint()),
                program.minimumRedemption().value(),
                counting.earnsNothing().stream().sorted().map(LineKind::word).toList(),
                slug(counting.basis()),
                counting.categories(),
                sorted(counting.largestAmount()),
                counting.mostPaidWithPoints(),
                counting.pendingDays(),
                from.isPresent(),
                from.map(Points::value).orElse(null));
    }

    static Map<String, BigDecimal> sorted(Map<Currency, BigDecimal> amounts) {
        Map<String, BigDecimal> sorted = new TreeMap<>();
        amounts.forEach((currency, amount) -> sorted.put(currency.getCurrencyCode(), amount));
        return sorted;
    }
}
