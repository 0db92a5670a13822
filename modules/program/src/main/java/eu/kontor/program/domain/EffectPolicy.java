package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.domain.ElementValues.Lifetime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether members are better or worse off by a changed element. What makes anything worse for anybody is worse, whatever it makes better
 * beside it. How points are protected, which categories are known and which amounts are taken for a slip is neither.
 */
final class EffectPolicy {

    enum Effect {
        BETTER,
        WORSE,
        NEITHER
    }

    private final ElementValues before;
    private final ElementValues after;
    private final PromotionEffect promotions;

    /** @param from the first day of what is after */
    EffectPolicy(ElementValues before, ElementValues after, LocalDate from) {
        this.before = before;
        this.after = after;
        this.promotions = new PromotionEffect(from);
    }

    Effect of(ProgramElement element) {
        Optional<Object> old = before.value(element);
        Optional<Object> now = after.value(element);
        return switch (element.kind()) {
            case BASE_RATE, VALUE_PER_POINT -> more(amount(old), amount(now));
            case CATEGORY_RATE -> ofCategoryRate(old, now);
            case PROMOTION -> promotions.of(old.map(Promotion.class::cast), now.map(Promotion.class::cast));
            case MOST_PAID_WITH_POINTS -> either(old, now, (one, other) -> more(amount(one), amount(other)));
            case EARNS_NOTHING -> either(old, now, (one, other) -> less(kinds(one), kinds(other)));
            case EARNS_ON -> either(old, now, (one, other) -> ofBasis((Basis) one.get(), (Basis) other.get()));
            case ROUNDING -> either(old, now, (one, other) -> ofRounding(one.get(), other.get()));
            case EXPIRY -> either(old, now, (one, other) -> ofLifetime((Lifetime) one.get(), (Lifetime) other.get()));
            case PENDING_DAYS -> either(old, now, (one, other) -> more(days(other), days(one)));
            case MINIMUM_REDEMPTION -> either(old, now, (one, other) -> more(points(other), points(one)));
            case CATEGORIES, LARGEST_AMOUNT, CONFIRMATION, LIMITS -> Effect.NEITHER;
        };
    }

    /** What the rule's categories earn then and now. A changed base rate is a change of its own, so both sides are read with the new one. */
    private Effect ofCategoryRate(Optional<Object> old, Optional<Object> now) {
        Set<String> categories = new TreeSet<>();
        Set<Currency> currencies = new HashSet<>();
        for (Optional<Object> side : List.of(old, now)) {
            side.map(CategoryRate.class::cast).ifPresent(rate -> {
                categories.add(rate.category());
                currencies.addAll(rate.pointsPerUnit().keySet());
            });
        }
        Effect effect = Effect.NEITHER;
        for (String category : categories) {
            for (Currency currency : currencies) {
                effect = worst(effect, more(rate(before, category, currency), rate(after, category, currency)));
            }
        }
        return effect;
    }

    private BigDecimal rate(ElementValues program, String category, Currency currency) {
        return program.categoryRates().stream()
                .filter(rate -> CategoryPolicy.areSame(rate.category(), category))
                .map(CategoryRate::pointsPerUnit)
                .filter(rates -> rates.containsKey(currency))
                .map(rates -> rates.get(currency))
                .findFirst()
                .orElseGet(() -> after.rates(Kind.BASE_RATE).getOrDefault(currency, BigDecimal.ZERO));
    }

    /** Net is without tax; what was paid and gross are what the guest sees. */
    private static Effect ofBasis(Basis old, Basis now) {
        if (old == now || old != Basis.NET && now != Basis.NET) {
            return Effect.NEITHER;
        }
        return now == Basis.NET ? Effect.WORSE : Effect.BETTER;
    }

    private static Effect ofRounding(Object old, Object now) {
        return more(
                BigDecimal.valueOf(((PointsRounding) old).ordinal()),
                BigDecimal.valueOf(((PointsRounding) now).ordinal()));
    }

    /**
     * A fixed term ends whatever the member does; counted from the last visit, points of who comes no more end up to a month earlier than by a
     * term of as many months, which goes on to the end of the month.
     */
    private static Effect ofLifetime(Lifetime old, Lifetime now) {
        if (old.from() == now.from()) {
            return more(BigDecimal.valueOf(old.months()), BigDecimal.valueOf(now.months()));
        }
        boolean livesLonger = now.from() == Expiry.INACTIVITY && now.months() > old.months();
        return livesLonger ? Effect.BETTER : Effect.WORSE;
    }

    private static Effect less(Set<LineKind> old, Set<LineKind> now) {
        if (!old.containsAll(now)) {
            return Effect.WORSE;
        }
        return now.containsAll(old) ? Effect.NEITHER : Effect.BETTER;
    }

    private static Effect more(BigDecimal old, BigDecimal now) {
        int grown = now.compareTo(old);
        if (grown == 0) {
            return Effect.NEITHER;
        }
        return grown > 0 ? Effect.BETTER : Effect.WORSE;
    }

    private static Effect worst(Effect one, Effect other) {
        if (one == Effect.WORSE || other == Effect.WORSE) {
            return Effect.WORSE;
        }
        return one == Effect.BETTER ? one : other;
    }

    private interface Compared {
        Effect of(Optional<Object> old, Optional<Object> now);
    }

    /** Where there was no program before, there was nothing to be better than. */
    private static Effect either(Optional<Object> old, Optional<Object> now, Compared compared) {
        return old.isEmpty() || now.isEmpty() ? Effect.NEITHER : compared.of(old, now);
    }

    private static BigDecimal amount(Optional<Object> value) {
        return value.map(BigDecimal.class::cast).orElse(BigDecimal.ZERO);
    }

    private static BigDecimal points(Optional<Object> value) {
        return BigDecimal.valueOf(((Points) value.orElseThrow()).value());
    }

    private static BigDecimal days(Optional<Object> value) {
        return BigDecimal.valueOf((Integer) value.orElseThrow());
    }

    private static Set<LineKind> kinds(Optional<Object> value) {
        Set<LineKind> kinds = new HashSet<>();
        for (Object kind : (Set<?>) value.orElseThrow()) {
            kinds.add((LineKind) kind);
        }
        return kinds;
    }
}
