package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.stream.Collectors;

/** What points pay at the till: rounded down, because a till cannot give a part of a cent that settlement would not pay back. */
public final class RedemptionValuePolicy {

    /** @throws Refusal {@code CURRENCY_NOT_USED} when the program gives points no value in this currency */
    public MoneyAmount value(Program program, Points points, Currency currency) {
        BigDecimal perPoint = program.valuePerPoint().get(currency);
        if (perPoint == null) {
            throw new Refusal(
                    RefusalCode.CURRENCY_NOT_USED,
                    "currency",
                    currency.getCurrencyCode(),
                    "allowed",
                    program.valuePerPoint().keySet().stream()
                            .map(Currency::getCurrencyCode)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        BigDecimal exact = perPoint.multiply(BigDecimal.valueOf(points.value()));
        return new MoneyAmount(exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.DOWN), currency);
    }
}
