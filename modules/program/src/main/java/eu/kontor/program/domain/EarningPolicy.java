package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.domain.RatePolicy.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a purchase earns: every line counts under one rule, each rule's basis is multiplied by its rate, the sum is rounded. */
public final class EarningPolicy {

    private final RatePolicy rates = new RatePolicy();
    private final RoundingPolicy rounding = new RoundingPolicy();

    /** @throws eu.kontor.kernel.Refusal {@code CURRENCY_NOT_USED} */
    public Earning evaluate(Program program, List<EarningLine> lines, java.util.Currency currency) {
        Map<Rate, MoneyAmount> basisByRate = new LinkedHashMap<>();
        for (EarningLine line : lines) {
            basisByRate.merge(rates.rateOf(program, line.category(), currency), line.amount(), MoneyAmount::plus);
        }
        List<Rate> inProgramOrder = new ArrayList<>(basisByRate.keySet());
        inProgramOrder.sort(Comparator.comparingInt(Rate::position));

        List<Earning.Part> parts = new ArrayList<>();
        BigDecimal exactPoints = BigDecimal.ZERO;
        for (Rate rate : inProgramOrder) {
            MoneyAmount basis = basisByRate.get(rate);
            BigDecimal partPoints = basis.amount().multiply(rate.pointsPerUnit());
            parts.add(new Earning.Part(rate.rule(), rate.name(), basis, rate.pointsPerUnit(), partPoints));
            exactPoints = exactPoints.add(partPoints);
        }
        return new Earning(rounding.whole(exactPoints, program.rounding()), program.version(), List.copyOf(parts));
    }
}
