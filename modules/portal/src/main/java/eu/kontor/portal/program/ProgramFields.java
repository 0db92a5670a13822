package eu.kontor.portal.program;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.UsualCondition;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program as it is being written, field by field. What is typed and cannot be yet is not in it. */
final class ProgramFields {

    private static final int LONGEST_ID = 40;

    /** What postings call something else. */
    private static final Set<String> OF_POSTINGS = Set.of("base", "program", "promotions");

    final Map<Currency, BigDecimal> base = new HashMap<>();
    final Map<Currency, BigDecimal> value = new HashMap<>();
    final List<RuleFields> rules = new ArrayList<>();
    final List<PromotionFields> promotions = new ArrayList<>();
    Set<LineKind> earnsNothing;
    PointsRounding rounding;
    Expiry expiry;
    int months;
    int pendingDays;
    int minimum;
    BigDecimal percent;
    LocalDate firstDay;
    private final Program before;
    private final Function<UsualCondition, String> expression;

    /** A rate of a category. */
    static final class RuleFields {
        String rule = "";
        String category = "";
        final Map<String, String> names = new HashMap<>();
        final Map<Currency, BigDecimal> rates = new HashMap<>();

        /** One that was just begun says nothing yet. */
        boolean isComplete() {
            return !category.isBlank()
                    && names.values().stream().filter(name -> !name.isBlank()).count() == 3
                    && !rates.isEmpty();
        }

        private CategoryRate rate() {
            return new CategoryRate(rule, category.strip(), Map.copyOf(names), Map.copyOf(rates));
        }
    }

    /** @param expression writes what {@code condition} reads */
    ProgramFields(
            Program program, Function<String, UsualCondition> condition, Function<UsualCondition, String> expression) {
        before = program;
        this.expression = expression;
        program.promotions().forEach(each -> promotions.add(PromotionFields.of(each, condition)));
        base.putAll(program.pointsPerUnit());
        value.putAll(program.valuePerPoint());
        for (CategoryRate rate : program.categoryRates()) {
            RuleFields rule = new RuleFields();
            rule.rule = rate.rule();
            rule.category = rate.category();
            rule.names.putAll(rate.name());
            rule.rates.putAll(rate.pointsPerUnit());
            rules.add(rule);
        }
        earnsNothing = new LinkedHashSet<>(program.counting().earnsNothing());
        rounding = program.rounding();
        expiry = program.expiry();
        months = program.expiryMonths();
        pendingDays = program.counting().pendingDays();
        minimum = (int) program.minimumRedemption().value();
        percent = program.counting().mostPaidWithPoints().movePointRight(2).stripTrailingZeros();
        firstDay = program.validFrom();
    }

    Program program() {
        nameRules();
        Counting counting = before.counting();
        return new Program(
                before.version(),
                firstDay,
                Map.copyOf(base),
                rules.stream()
                        .filter(RuleFields::isComplete)
                        .map(RuleFields::rate)
                        .toList(),
                rounding,
                months,
                expiry,
                Map.copyOf(value),
                Points.of(minimum),
                before.protection(),
                new Counting(
                        Set.copyOf(earnsNothing),
                        counting.basis(),
                        counting.categories(),
                        counting.largestAmount(),
                        percent.movePointLeft(2),
                        pendingDays),
                promotions.stream()
                        .filter(PromotionFields::isComplete)
                        .map(each -> each.promotion(expression))
                        .toList());
    }

    /** Postings name the rule by its id, which stays; people see the name. */
    private void nameRules() {
        Set<String> taken = Stream.concat(
                        rules.stream().map(rule -> rule.rule),
                        promotions.stream().map(each -> each.id))
                .collect(Collectors.toSet());
        taken.addAll(OF_POSTINGS);
        for (RuleFields rule : rules) {
            if (rule.rule.isEmpty() && rule.isComplete()) {
                rule.rule = free(id(rule.category), taken);
            }
        }
        for (PromotionFields promotion : promotions) {
            if (promotion.id.isEmpty() && promotion.isComplete()) {
                promotion.id = free(id(promotion.names.getOrDefault("en", "")), taken);
            }
        }
    }

    private static String free(String wanted, Set<String> taken) {
        String free = wanted;
        for (int i = 2; !taken.add(free); i++) {
            free = wanted + '-' + i;
        }
        return free;
    }

    /** {@code Pão quente} is {@code pao-quente}; what has no Latin letters is {@code rule}. */
    static String id(String category) {
        String latin = Normalizer.normalize(category, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String id = latin.isEmpty() || latin.equals("base") ? "rule" : latin;
        return id.length() > LONGEST_ID - 3 ? id.substring(0, LONGEST_ID - 3) : id;
    }
}
