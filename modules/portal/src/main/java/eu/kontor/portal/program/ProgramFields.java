package eu.kontor.portal.program;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
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
import java.util.stream.Collectors;

/** A program as it is being written, field by field. What is typed and cannot be yet is not in it. */
final class ProgramFields {

    private static final int LONGEST_ID = 40;

    final Map<Currency, BigDecimal> base = new HashMap<>();
    final Map<Currency, BigDecimal> value = new HashMap<>();
    final List<RuleFields> rules = new ArrayList<>();
    Set<LineKind> earnsNothing;
    PointsRounding rounding;
    Expiry expiry;
    int months;
    int pendingDays;
    int minimum;
    BigDecimal percent;
    LocalDate firstDay;
    private final Program before;

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

    ProgramFields(Program program) {
        before = program;
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
                before.promotions());
    }

    /** Postings name the rule by its id, which stays; people see the name. */
    private void nameRules() {
        Set<String> taken = rules.stream().map(rule -> rule.rule).collect(Collectors.toSet());
        for (RuleFields rule : rules) {
            if (rule.rule.isEmpty() && rule.isComplete()) {
                String wanted = id(rule.category);
                String free = wanted;
                for (int i = 2; !taken.add(free); i++) {
                    free = wanted + '-' + i;
                }
                rule.rule = free;
            }
        }
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
