package eu.kontor.program.domain;

import eu.kontor.program.api.Earning.Passed;
import eu.kontor.program.api.Earning.Why;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.domain.PromotionCondition.Clause;
import eu.kontor.program.domain.UsualClause.AtOutlets;
import eu.kontor.program.domain.UsualClause.InMonths;
import eu.kontor.program.domain.UsualClause.OnWeekdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A program's promotions, ready to be looked at: what outlet and day decide is decided once for each of them, and spares the conditions of
 * most purchases. What is asked of a purchase itself is compiled once.
 */
public final class PromotionIndex {

    /** Outlets times days; beyond that it begins again. */
    private static final int MOST_PLACES = 2000;

    private final List<Ready> promotions;
    private final Map<Place, Candidates> byPlace = new ConcurrentHashMap<>();

    private record Place(String outlet, LocalDate day) {}

    /**
     * @param tests what is still to be asked of a purchase
     * @param keys of categories whose lines it counts; none for all
     */
    record Ready(Promotion promotion, List<Clause> ofPlace, List<Test> tests, Set<String> keys) {

        boolean counts(String key) {
            return keys.isEmpty() || keys.contains(key);
        }
    }

    /** One clause, and how it is answered. */
    record Test(String text, Predicate<PromotionFacts> predicate) {}

    /** @param passed what outlet and day decided already */
    record Candidates(List<Ready> ready, List<Passed> passed) {}

    private PromotionIndex(List<Ready> promotions) {
        this.promotions = promotions;
    }

    public static PromotionIndex of(List<Promotion> promotions, ConditionLanguage language) {
        return new PromotionIndex(
                promotions.stream().map(each -> ready(each, language)).toList());
    }

    private static Ready ready(Promotion promotion, ConditionLanguage language) {
        Map<Boolean, List<Clause>> clauses = PromotionCondition.of(promotion.when()).clauses().stream()
                .collect(Collectors.partitioningBy(clause -> isOfPlace(clause.usual())));
        return new Ready(
                promotion,
                clauses.get(true),
                clauses.get(false).stream()
                        .map(clause -> new Test(
                                clause.text(),
                                clause.usual()
                                        .<Predicate<PromotionFacts>>map(usual -> usual::holds)
                                        .orElseGet(() -> language.compiled(clause.text()))))
                        .toList(),
                promotion.categories().stream().map(CategoryPolicy::key).collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isOfPlace(Optional<UsualClause> usual) {
        return usual.filter(each -> each instanceof AtOutlets || each instanceof OnWeekdays || each instanceof InMonths)
                .isPresent();
    }

    boolean isEmpty() {
        return promotions.isEmpty();
    }

    /** @param facts of which only outlet and day are looked at */
    Candidates at(PromotionFacts facts) {
        Occasion occasion = facts.occasion();
        if (byPlace.size() > MOST_PLACES) {
            byPlace.clear();
        }
        return byPlace.computeIfAbsent(new Place(occasion.outlet(), occasion.date()), place -> candidates(facts));
    }

    private Candidates candidates(PromotionFacts facts) {
        LocalDate day = facts.occasion().date();
        List<Ready> ready = new ArrayList<>();
        List<Passed> passed = new ArrayList<>();
        for (Ready each : promotions) {
            Promotion promotion = each.promotion();
            Optional<Clause> unmet = each.ofPlace().stream()
                    .filter(clause -> !clause.usual().orElseThrow().holds(facts))
                    .findFirst();
            if (!promotion.holdsOn(day)) {
                boolean isOver = promotion.until().filter(day::isAfter).isPresent();
                passed.add(passed(promotion, isOver ? Why.NO_MORE : Why.NOT_YET, ""));
            } else if (unmet.isPresent()) {
                passed.add(passed(promotion, Why.CONDITION, unmet.get().text()));
            } else {
                ready.add(each);
            }
        }
        return new Candidates(List.copyOf(ready), List.copyOf(passed));
    }

    static Passed passed(Promotion promotion, Why why, String unmet) {
        return new Passed(promotion.id(), promotion.name(), why, unmet);
    }
}
