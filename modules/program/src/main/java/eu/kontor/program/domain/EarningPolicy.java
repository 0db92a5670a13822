package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.program.domain.PromotionPolicy.Given;
import eu.kontor.program.domain.RatePolicy.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a purchase earns: what counts of every line does so under one rule, each rule's basis is multiplied by its rate; promotions give beside
 * it; the sum is rounded, once.
 */
public final class EarningPolicy {

    private final BasisPolicy basis = new BasisPolicy();
    private final RatePolicy rates = new RatePolicy();
    private final PromotionPolicy promotions = new PromotionPolicy();
    private final RoundingPolicy rounding = new RoundingPolicy();

    /** Everything by which a purchase earns. @param paid for the lines together */
    public record Sold(Optional<Earner> earner, List<EarningLine> lines, MoneyAmount paid, Occasion occasion) {}

    /**
     * By the base alone.
     *
     * @param paid for the lines together
     * @throws eu.kontor.kernel.Refusal {@code CURRENCY_NOT_USED}
     */
    public Earning evaluate(Program program, List<EarningLine> lines, MoneyAmount paid) {
        ByRule base = base(program, lines, basis.of(program, lines, paid), paid.currency());
        return new Earning(rounding.whole(base.exactPoints(), program.rounding()), program.version(), base.parts());
    }

    /**
     * @param index of the program's promotions
     * @throws eu.kontor.kernel.Refusal {@code CURRENCY_NOT_USED}
     */
    public Earning evaluate(Program program, PromotionIndex index, Sold sold) {
        if (index.isEmpty()) {
            return evaluate(program, sold.lines(), sold.paid());
        }
        List<MoneyAmount> counting = basis.of(program, sold.lines(), sold.paid());
        ByRule base = base(program, sold.lines(), counting, sold.paid().currency());
        PromotionFacts facts = new PromotionFacts(
                sold.earner(),
                sold.lines(),
                counting,
                sold.lines().stream()
                        .map(line -> CategoryPolicy.key(line.category()))
                        .toList(),
                sold.paid(),
                sold.occasion());
        PromotionPolicy.Outcome outcome = promotions.of(index, new PromotionPolicy.Base(facts, base.byLine()));
        BigDecimal exactPoints =
                outcome.given().stream().map(Given::exactPoints).reduce(base.exactPoints(), BigDecimal::add);
        Points points = rounding.whole(exactPoints, program.rounding());
        return new Earning(
                points,
                program.version(),
                base.parts(),
                promoted(points, base.exactPoints(), outcome.given()),
                outcome.passed());
    }

    /** @param byLine what each line earns, exactly */
    private record ByRule(List<Earning.Part> parts, List<BigDecimal> byLine, BigDecimal exactPoints) {}

    private ByRule base(Program program, List<EarningLine> lines, List<MoneyAmount> counting, Currency currency) {
        Map<Rate, MoneyAmount> basisByRate = new LinkedHashMap<>();
        List<BigDecimal> byLine = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            MoneyAmount counted = counting.get(i);
            if (counted.amount().signum() > 0) {
                Rate rate = rates.rateOf(program, lines.get(i).category(), currency);
                basisByRate.merge(rate, counted, MoneyAmount::plus);
                byLine.add(counted.amount().multiply(rate.pointsPerUnit()));
            } else {
                byLine.add(BigDecimal.ZERO);
            }
        }
        if (basisByRate.isEmpty()) {
            // Nothing counts: a visit all the same, of which the reason says by which rate it would have earned.
            basisByRate.put(rates.rateOf(program, "", currency), MoneyAmount.zero(currency));
        }
        List<Rate> inProgramOrder = new ArrayList<>(basisByRate.keySet());
        inProgramOrder.sort(Comparator.comparingInt(Rate::position));

        List<Earning.Part> parts = new ArrayList<>();
        BigDecimal exactPoints = BigDecimal.ZERO;
        for (Rate rate : inProgramOrder) {
            MoneyAmount counted = basisByRate.get(rate);
            BigDecimal partPoints = counted.amount().multiply(rate.pointsPerUnit());
            parts.add(new Earning.Part(rate.rule(), rate.name(), counted, rate.pointsPerUnit(), partPoints));
            exactPoints = exactPoints.add(partPoints);
        }
        return new ByRule(List.copyOf(parts), byLine, exactPoints);
    }

    /**
     * The whole points of each: rounded down, the rest to the largest fractions, that of the base among them. So none gets more than its cap:
     * what is whole has no fraction.
     */
    private static List<Earning.Promoted> promoted(Points points, BigDecimal exactBase, List<Given> given) {
        List<BigDecimal> exact = new ArrayList<>(List.of(exactBase));
        given.forEach(each -> exact.add(each.exactPoints()));
        long[] whole = exact.stream()
                .mapToLong(each -> each.setScale(0, RoundingMode.DOWN).longValueExact())
                .toArray();
        long rest = points.value() - Arrays.stream(whole).sum();
        IntStream.range(0, whole.length)
                .boxed()
                .filter(i -> exact.get(i).stripTrailingZeros().scale() > 0)
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).remainder(BigDecimal.ONE))
                        .reversed())
                .limit(Math.max(0, rest))
                .forEach(i -> whole[i]++);
        List<Earning.Promoted> promoted = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Given each = given.get(i);
            promoted.add(new Earning.Promoted(
                    each.promotion().id(),
                    each.promotion().name(),
                    each.basis(),
                    each.exactPoints(),
                    Points.of(whole[i + 1]),
                    each.weights()));
        }
        return List.copyOf(promoted);
    }
}
