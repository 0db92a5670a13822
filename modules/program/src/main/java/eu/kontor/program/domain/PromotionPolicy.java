package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Earning.Passed;
import eu.kontor.program.api.Earning.Why;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.domain.PromotionIndex.Ready;
import eu.kontor.program.domain.PromotionIndex.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which promotions apply to a purchase, and what each gives. Pure: the same purchase gets the same for ever. */
final class PromotionPolicy {

    /** Of one promotion, for one purchase. No promotion of any partner comes near it; a factor too many does. */
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000_000L);

    private static final int WEIGHT_DECIMALS = 6;

    private final StackingPolicy stacking = new StackingPolicy();

    /** @param basePoints what each line earns by the base, exactly */
    record Base(PromotionFacts facts, List<BigDecimal> basePoints) {}

    /** @param exactPoints after caps and stacking; @param weights by line */
    record Given(Promotion promotion, MoneyAmount basis, BigDecimal exactPoints, List<Long> weights) {}

    record Outcome(List<Given> given, List<Passed> passed) {

        static final Outcome NONE = new Outcome(List.of(), List.of());
    }

    Outcome of(PromotionIndex index, Base base) {
        if (index.isEmpty()) {
            return Outcome.NONE;
        }
        PromotionIndex.Candidates candidates = index.at(base.facts());
        List<Passed> passed = new ArrayList<>(candidates.passed());
        List<Worth> applying = new ArrayList<>();
        for (Ready ready : candidates.ready()) {
            Optional<Passed> whyNot = whyNot(ready, base);
            if (whyNot.isPresent()) {
                passed.add(whyNot.get());
            } else {
                applying.add(new Worth(ready, base));
            }
        }
        List<Given> given = stacking.of(applying, passed);
        return new Outcome(withinPoints(given, base), List.copyOf(passed));
    }

    private static Optional<Passed> whyNot(Ready ready, Base base) {
        Promotion promotion = ready.promotion();
        PromotionFacts facts = base.facts();
        if (promotion.give() instanceof Give.PerUnit(var points)
                && !points.containsKey(facts.paid().currency())) {
            return Optional.of(PromotionIndex.passed(promotion, Why.OTHER_CURRENCY, ""));
        }
        boolean counts = false;
        for (int i = 0; i < facts.keys().size() && !counts; i++) {
            counts = facts.counting().get(i).amount().signum() > 0
                    && ready.counts(facts.keys().get(i));
        }
        if (!counts) {
            return Optional.of(PromotionIndex.passed(promotion, Why.NOTHING_COUNTS, ""));
        }
        for (Test test : ready.tests()) {
            if (!test.predicate().test(facts)) {
                return Optional.of(PromotionIndex.passed(promotion, Why.CONDITION, test.text()));
            }
        }
        return Optional.empty();
    }

    /** All together never more than points can be. */
    private static List<Given> withinPoints(List<Given> given, Base base) {
        BigDecimal left = BigDecimal.valueOf(Points.MAX)
                .subtract(base.basePoints().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .subtract(BigDecimal.ONE)
                .max(BigDecimal.ZERO);
        List<Given> within = new ArrayList<>();
        for (Given each : given) {
            BigDecimal points = each.exactPoints().min(left);
            left = left.subtract(points);
            within.add(new Given(each.promotion(), each.basis(), points, each.weights()));
        }
        return List.copyOf(within);
    }

    /** A promotion that applies to a purchase, and what it is worth there. */
    static final class Worth {

        private final Ready ready;
        private final MoneyAmount basis;
        private final BigDecimal basePoints;
        private final List<Long> weights;

        Worth(Ready ready, Base base) {
            this.ready = ready;
            PromotionFacts facts = base.facts();
            BigDecimal money = BigDecimal.ZERO;
            BigDecimal points = BigDecimal.ZERO;
            List<Long> shares = new ArrayList<>();
            for (int i = 0; i < facts.keys().size(); i++) {
                BigDecimal counted = facts.counting().get(i).amount();
                if (!ready.counts(facts.keys().get(i))) {
                    shares.add(0L);
                    continue;
                }
                money = money.add(counted);
                points = points.add(base.basePoints().get(i));
                BigDecimal share = promotion().give() instanceof Give.Times
                        ? base.basePoints().get(i)
                        : counted;
                shares.add(share.movePointRight(WEIGHT_DECIMALS).longValue());
            }
            this.basis = new MoneyAmount(
                    money.setScale(facts.paid().currency().getDefaultFractionDigits()),
                    facts.paid().currency());
            this.basePoints = points;
            this.weights = List.copyOf(shares);
        }

        Promotion promotion() {
            return ready.promotion();
        }

        /** @param before what others of its group gave, of which it is one of times */
        BigDecimal points(BigDecimal before) {
            BigDecimal points =
                    switch (promotion().give()) {
                        case Give.PerUnit(var perUnit) -> basis.amount().multiply(perUnit.get(basis.currency()));
                        case Give.Fixed(var fixed) -> BigDecimal.valueOf(fixed.value());
                        case Give.Times(var factor) -> basePoints.add(before).multiply(factor.subtract(BigDecimal.ONE));
                    };
            BigDecimal most = promotion()
                    .atMost()
                    .map(limit -> BigDecimal.valueOf(limit.value()))
                    .orElse(MOST_POINTS);
            return points.min(most).min(MOST_POINTS).max(BigDecimal.ZERO);
        }

        Given given(BigDecimal points) {
            return new Given(promotion(), basis, points, weights);
        }
    }
}
