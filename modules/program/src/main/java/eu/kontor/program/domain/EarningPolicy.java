package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.domain.RatePolicy.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a purchase earns: what counts of every line does so under one rule, each rule's basis is multiplied by its rate, the sum is rounded. */
public final class EarningPolicy {

    private final BasisPolicy basis = new BasisPolicy();
    private final RatePolicy rates = new RatePolicy();
    private final RoundingPolicy rounding = new RoundingPolicy();

    /**
     * @param paid for the lines together
     * @throws eu.kontor.kernel.Refusal {@code CURRENCY_NOT_USED}
     */
    public Earning evaluate(Program program, List<EarningLine> lines, MoneyAmount paid) {
        Currency currency = paid.currency();
        List<MoneyAmount> counting = basis.of(program, lines, paid);
        Map<Rate, MoneyAmount> basisByRate = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (counting.get(i).amount().signum() > 0) {
                Rate rate = rates.rateOf(program, lines.get(i).category(), currency);
                basisByRate.merge(rate, counting.get(i), MoneyAmount::plus);
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
        return new Earning(rounding.whole(exactPoints, program.rounding()), program.version(), List.copyOf(parts));
    }
}
