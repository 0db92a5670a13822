package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.domain.EffectPolicy.Effect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether members are better or worse off by a changed promotion. What cannot be told is worse: another condition than before may leave
 * somebody out. One that is over when the change takes effect is nobody's loss.
 *
 * @param from the first day of the change
 */
record PromotionEffect(LocalDate from) {

    Effect of(Optional<Promotion> before, Optional<Promotion> after) {
        Optional<Promotion> old = before.filter(this::isStillToCome);
        Optional<Promotion> now = after.filter(this::isStillToCome);
        if (old.isEmpty()) {
            return now.isPresent() ? Effect.BETTER : Effect.NEITHER;
        }
        return now.map(next -> changed(old.get(), next)).orElse(Effect.WORSE);
    }

    private boolean isStillToCome(Promotion promotion) {
        return promotion.until().filter(from::isAfter).isEmpty();
    }

    private Effect changed(Promotion old, Promotion now) {
        List<Effect> effects = List.of(
                days(until(old), until(now)),
                days(first(now), first(old)),
                given(old.give(), now.give()),
                number(atMost(old), atMost(now)),
                wider(
                        PromotionCondition.of(now.when()).isImpliedBy(PromotionCondition.of(old.when())),
                        PromotionCondition.of(old.when()).isImpliedBy(PromotionCondition.of(now.when()))),
                wider(isWithin(old.categories(), now.categories()), isWithin(now.categories(), old.categories())),
                old.group().equals(now.group()) ? Effect.NEITHER : Effect.WORSE);
        if (effects.contains(Effect.WORSE)) {
            return Effect.WORSE;
        }
        return effects.contains(Effect.BETTER) ? Effect.BETTER : Effect.NEITHER;
    }

    private static LocalDate until(Promotion promotion) {
        return promotion.until().orElse(LocalDate.MAX);
    }

    /** Before the change begins, neither of them gives anything otherwise. */
    private LocalDate first(Promotion promotion) {
        return promotion.from().filter(from::isBefore).orElse(from);
    }

    /** Better where it is later. */
    private static Effect days(LocalDate old, LocalDate now) {
        return number(BigDecimal.valueOf(old.toEpochDay()), BigDecimal.valueOf(now.toEpochDay()));
    }

    private static BigDecimal atMost(Promotion promotion) {
        return BigDecimal.valueOf(promotion.atMost().map(Points::value).orElse(Long.MAX_VALUE));
    }

    private static Effect given(Give old, Give now) {
        if (old instanceof Give.Fixed(var was) && now instanceof Give.Fixed(var is)) {
            return number(BigDecimal.valueOf(was.value()), BigDecimal.valueOf(is.value()));
        }
        if (old instanceof Give.Times(var was) && now instanceof Give.Times(var is)) {
            return number(was, is);
        }
        if (old instanceof Give.PerUnit(var was) && now instanceof Give.PerUnit(var is)) {
            return rates(was, is);
        }
        return Effect.WORSE;
    }

    private static Effect rates(Map<Currency, BigDecimal> was, Map<Currency, BigDecimal> is) {
        Map<Currency, BigDecimal> all = new HashMap<>(was);
        all.putAll(is);
        Effect effect = Effect.NEITHER;
        for (Currency currency : all.keySet()) {
            Effect one =
                    number(was.getOrDefault(currency, BigDecimal.ZERO), is.getOrDefault(currency, BigDecimal.ZERO));
            if (one == Effect.WORSE) {
                return one;
            }
            effect = one == Effect.BETTER ? one : effect;
        }
        return effect;
    }

    /** No category means all of them. */
    private static boolean isWithin(List<String> narrow, List<String> wide) {
        Set<String> keys = new HashSet<>(wide.stream().map(CategoryPolicy::key).toList());
        return wide.isEmpty()
                || !narrow.isEmpty() && narrow.stream().map(CategoryPolicy::key).allMatch(keys::contains);
    }

    /** @param keepsAll whatever was meant still is; {@code addsNone} nothing else is meant now */
    private static Effect wider(boolean keepsAll, boolean addsNone) {
        if (!keepsAll) {
            return Effect.WORSE;
        }
        return addsNone ? Effect.NEITHER : Effect.BETTER;
    }

    private static Effect number(BigDecimal old, BigDecimal now) {
        int grown = now.compareTo(old);
        if (grown == 0) {
            return Effect.NEITHER;
        }
        return grown > 0 ? Effect.BETTER : Effect.WORSE;
    }
}
