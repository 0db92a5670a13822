package eu.kontor.program.api;

import eu.kontor.kernel.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a purchase earns beside the base, where a condition is met: "When a guest buys bread on weekdays between 7 and 11, give 2 × points, at
 * most 100 a purchase, from 1 December until 31 January."
 *
 * <p>Points come only of what earns: a purchase of which nothing counts, or nothing in the promotion's categories, gets none by it.
 *
 * @param id kept with every posting that it explains
 * @param name by language: what guests and tills are told
 * @param when an expression over the model of {@link PromotionModel}; empty for always
 * @param categories whose lines it counts; empty for all that earns
 * @param atMost so many points for one purchase
 * @param from the first business date, in the brand's zone; empty for as long as the program holds
 * @param until the last business date
 * @param group how it goes with others; empty for beside all of them
 */
public record Promotion(
        String id,
        Map<String, String> name,
        String when,
        List<String> categories,
        Give give,
        Optional<Points> atMost,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<Group> group) {

    public Promotion {
        name = Map.copyOf(name);
        categories = List.copyOf(categories);
    }

    /** What it gives. */
    public sealed interface Give {

        /** Points for each unit of what counts, beside the base. A currency that is not named gives none. */
        record PerUnit(Map<Currency, BigDecimal> points) implements Give {}

        record Fixed(Points points) implements Give {}

        /** So many times what the base gives: with 2 as much again. */
        record Times(BigDecimal factor) implements Give {}
    }

    /**
     * Promotions that are looked at together.
     *
     * @param stacking the same for all of a group
     * @param order the smallest first; promotions of the same order go by their id
     */
    public record Group(String name, Stacking stacking, int order) {}

    /** What holds where several of a group apply. */
    public enum Stacking {
        /** The one that gives most; of several, the first. */
        BEST_OF,
        /** Each of the base, and all of them. */
        SUM,
        /** One after the other, each of the base and of what those before gave. */
        MULTIPLY;

        /** Lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public int order() {
        return group.map(Group::order).orElse(0);
    }

    public boolean holdsOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /** In the language, else in English. */
    public String name(Locale language) {
        return name.getOrDefault(language.getLanguage(), name.getOrDefault("en", id));
    }
}
