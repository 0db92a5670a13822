package eu.kontor.program.domain;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.api.PromotionModel;
import eu.kontor.program.domain.UsualClause.AtOutlets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the promotions of a program must be, wherever they are written.
 *
 * @param currencies of the brand
 * @param outlets of the brand, by code
 */
public record PromotionRules(Set<String> currencies, Set<String> outlets, ConditionLanguage language) {

    /** More than any program needs at once, and few enough for one purchase. */
    private static final int MOST_PROMOTIONS = 50;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** What postings call something else. */
    private static final Set<String> TAKEN = Set.of(RatePolicy.BASE, "program", "promotions");

    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000");
    private static final BigDecimal HIGHEST_FACTOR = new BigDecimal("100");
    private static final int MOST_DECIMALS = 6;
    private static final long MOST_POINTS = 1_000_000_000L;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CATEGORY = 64;
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_ORDER = 99;

    /** @param field of the promotion; @param value as it is; @param expected instead */
    public record Problem(String promotion, String field, String value, Phrase expected) {

        public Refusal refusal() {
            return new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "promotions." + promotion + '.' + field,
                    "value",
                    value,
                    "expected",
                    expected);
        }
    }

    /** @throws Refusal {@code FIELD_MALFORMED} that names the first field that cannot be so */
    public void check(Program program) {
        problems(program).stream().findFirst().ifPresent(problem -> {
            throw problem.refusal();
        });
    }

    /** All of them, in the order of the promotions. */
    public List<Problem> problems(Program program) {
        List<Problem> problems = new ArrayList<>();
        if (program.promotions().size() > MOST_PROMOTIONS) {
            problems.add(new Problem(
                    program.promotions().getLast().id(),
                    "promotion",
                    String.valueOf(program.promotions().size()),
                    Phrase.of("a-list-of-at-most", MOST_PROMOTIONS)));
        }
        Set<String> ids = new HashSet<>(TAKEN);
        program.categoryRates().forEach(rate -> ids.add(rate.rule()));
        Set<String> names = new HashSet<>();
        Map<String, Stacking> groups = new HashMap<>();
        for (Promotion promotion : program.promotions()) {
            Findings found = new Findings(promotion.id(), problems);
            if (!ID.matcher(promotion.id()).matches()) {
                found.add("promotion", promotion.id(), Phrase.of("a-promotions-id"));
            }
            if (!ids.add(promotion.id())) {
                found.add("promotion", promotion.id(), Phrase.of("of-no-other-rule"));
            }
            names(promotion, names, found);
            condition(promotion, found);
            categories(promotion, found);
            give(promotion.give(), found);
            promotion
                    .atMost()
                    .filter(most -> most.value() < 1 || most.value() > MOST_POINTS)
                    .ifPresent(most ->
                            found.add("atMost", String.valueOf(most.value()), Phrase.of("from-to", 1, MOST_POINTS)));
            promotion
                    .from()
                    .filter(from -> promotion.until().filter(from::isAfter).isPresent())
                    .ifPresent(from -> found.add(
                            "until", promotion.until().orElseThrow().toString(), Phrase.of("a-day-from-on", from)));
            group(promotion, groups, found);
        }
        return problems;
    }

    private record Findings(String promotion, List<Problem> problems) {

        void add(String field, String value, Phrase expected) {
            problems.add(new Problem(promotion, field, value, expected));
        }
    }

    /** Guests and tills know it by its name. */
    private static void names(Promotion promotion, Set<String> names, Findings found) {
        for (String language : List.of("en", "es", "zh")) {
            String name = promotion.name().getOrDefault(language, "");
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                found.add("name." + language, name, Phrase.of("characters-from-to", 1, LONGEST_NAME));
            } else if (!names.add(language + ' ' + name.strip().toLowerCase(Locale.ROOT))) {
                found.add("name." + language, name, Phrase.of("of-no-other-rule"));
            }
        }
    }

    private void condition(Promotion promotion, Findings found) {
        String when = promotion.when();
        if (when.isBlank()) {
            return;
        }
        if (when.length() > PromotionModel.LONGEST) {
            found.add("when", when, Phrase.of("characters-from-to", 0, PromotionModel.LONGEST));
            return;
        }
        language.mistake(when)
                .ifPresentOrElse(mistake -> found.add("when", when, mistake.phrase()), () -> outlets(when, found));
    }

    private void outlets(String when, Findings found) {
        PromotionCondition.of(when).clauses().stream()
                .flatMap(clause -> clause.usual().stream())
                .filter(AtOutlets.class::isInstance)
                .flatMap(clause -> ((AtOutlets) clause).outlets().stream())
                .filter(outlet -> !outlets.contains(outlet))
                .findFirst()
                .ifPresent(outlet -> found.add("when", outlet, Phrase.of("one-of", sorted(outlets))));
    }

    private static void categories(Promotion promotion, Findings found) {
        if (promotion.categories().size() > MOST_CATEGORIES) {
            found.add(
                    "categories",
                    String.valueOf(promotion.categories().size()),
                    Phrase.of("a-list-of-at-most", MOST_CATEGORIES));
        }
        promotion.categories().stream()
                .filter(category -> category.isBlank() || category.length() > LONGEST_CATEGORY)
                .findFirst()
                .ifPresent(category ->
                        found.add("categories", category, Phrase.of("characters-from-to", 1, LONGEST_CATEGORY)));
    }

    private void give(Give give, Findings found) {
        switch (give) {
            case Give.Fixed(var points) -> {
                if (points.value() < 1 || points.value() > MOST_POINTS) {
                    found.add("give.points", String.valueOf(points.value()), Phrase.of("from-to", 1, MOST_POINTS));
                }
            }
            case Give.Times(var factor) -> {
                if (!isWithin(factor, BigDecimal.ONE, HIGHEST_FACTOR)) {
                    found.add("give.times", factor.toString(), moreThan("1", HIGHEST_FACTOR));
                }
            }
            case Give.PerUnit(var rates) -> perUnit(rates, found);
        }
    }

    private void perUnit(Map<Currency, BigDecimal> rates, Findings found) {
        if (rates.isEmpty()) {
            found.add("give.pointsPerUnit", "{}", Phrase.of("one-of", sorted(currencies)));
        }
        rates.forEach((currency, rate) -> {
            String field = "give.pointsPerUnit." + currency.getCurrencyCode();
            if (!currencies.contains(currency.getCurrencyCode())) {
                found.add(field, currency.getCurrencyCode(), Phrase.of("one-of", sorted(currencies)));
            } else if (!isWithin(rate, BigDecimal.ZERO, HIGHEST_RATE)) {
                found.add(field, rate.toString(), moreThan("0", HIGHEST_RATE));
            }
        });
    }

    private static void group(Promotion promotion, Map<String, Stacking> groups, Findings found) {
        promotion.group().ifPresent(group -> {
            if (!ID.matcher(group.name()).matches()) {
                found.add("group.name", group.name(), Phrase.of("a-promotions-id"));
            }
            if (group.order() < 0 || group.order() > MOST_ORDER) {
                found.add("group.order", String.valueOf(group.order()), Phrase.of("from-to", 0, MOST_ORDER));
            }
            Stacking others = groups.putIfAbsent(group.name(), group.stacking());
            if (others != null && others != group.stacking()) {
                found.add("group.stacking", group.stacking().slug(), Phrase.of("as-in-its-group", others.slug()));
            }
        });
    }

    private static boolean isWithin(BigDecimal number, BigDecimal above, BigDecimal most) {
        return number.compareTo(above) > 0
                && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    private static Phrase moreThan(String least, BigDecimal most) {
        return Phrase.of("more-than-up-to-decimals", least, most.toPlainString(), MOST_DECIMALS);
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
