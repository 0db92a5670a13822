package eu.kontor.program.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Promotion;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which rule gives the points of a line: the rate of its category if the program has one, otherwise the base rate. */
public final class RatePolicy {

    /** The rule's id where no category rule applies. */
    public static final String BASE = "base";

    private static final Map<String, String> BASE_NAME = Map.of("en", "base rate", "es", "tarifa básica", "zh", "基本费率");

    /**
     * @param position in the program: the base rate first, then the category rates as configured
     * @param name by language
     */
    public record Rate(int position, String rule, Map<String, String> name, BigDecimal pointsPerUnit) {}

    /** @throws Refusal {@code CURRENCY_NOT_USED} when the program has no rate in this currency */
    public Rate rateOf(Program program, String category, Currency currency) {
        List<CategoryRate> rates = program.categoryRates();
        for (int i = 0; i < rates.size(); i++) {
            CategoryRate rate = rates.get(i);
            BigDecimal pointsPerUnit = rate.pointsPerUnit().get(currency);
            if (pointsPerUnit != null && CategoryPolicy.areSame(rate.category(), category)) {
                return new Rate(i + 1, rate.rule(), rate.name(), pointsPerUnit);
            }
        }
        return new Rate(0, BASE, BASE_NAME, baseRate(program, currency));
    }

    /** The rule's name for rules that were stored by id only; a rule the version does not have keeps its id. */
    public static Map<String, String> nameOf(Program program, String rule) {
        if (rule.equals(BASE)) {
            return BASE_NAME;
        }
        return program.categoryRates().stream()
                .filter(rate -> rate.rule().equals(rule))
                .map(CategoryRate::name)
                .findFirst()
                .or(() -> program.promotions().stream()
                        .filter(each -> each.id().equals(rule))
                        .map(Promotion::name)
                        .findFirst())
                .orElse(Map.of("en", rule));
    }

    private static BigDecimal baseRate(Program program, Currency currency) {
        BigDecimal pointsPerUnit = program.pointsPerUnit().get(currency);
        if (pointsPerUnit == null) {
            throw new Refusal(
                    RefusalCode.CURRENCY_NOT_USED,
                    "currency",
                    currency.getCurrencyCode(),
                    "allowed",
                    program.pointsPerUnit().keySet().stream()
                            .map(Currency::getCurrencyCode)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return pointsPerUnit;
    }
}
