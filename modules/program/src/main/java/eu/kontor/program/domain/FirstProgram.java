package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** With what a draft begins. */
public final class FirstProgram {

    private static final Set<Kind> BY_CURRENCY = EnumSet.of(Kind.BASE_RATE, Kind.VALUE_PER_POINT, Kind.LARGEST_AMOUNT);
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final int TWO_YEARS = 24;
    private static final Points LEAST = Points.of(100);

    private FirstProgram() {}

    /** Of a brand that has none: a point for each unit of money, two years without a visit, half a hundredth a point. */
    public static Program of(List<Currency> currencies, LocalDate today) {
        return new Program(
                0,
                today,
                each(currencies, BigDecimal.ONE),
                List.of(),
                Program.PointsRounding.DOWN,
                TWO_YEARS,
                Program.Expiry.INACTIVITY,
                each(currencies, HALF_A_CENT),
                LEAST,
                Protection.OF_A_BRAND,
                Program.Counting.DEFAULT);
    }

    /** The same without what is said of currencies that the brand does not use any more. */
    public static ElementValues within(Program program, List<Currency> currencies) {
        ElementValues all = ElementValues.of(program);
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        for (ProgramElement element : all.elements()) {
            Object value = all.value(element).orElseThrow();
            if (value instanceof CategoryRate rule) {
                CategoryRate kept = within(rule, currencies);
                if (!kept.pointsPerUnit().isEmpty()) {
                    values.put(element, kept);
                }
            } else if (value instanceof Promotion promotion) {
                within(promotion, currencies).ifPresent(kept -> values.put(element, kept));
            } else if (!BY_CURRENCY.contains(element.kind())
                    || currencies.contains(Currency.getInstance(element.part()))) {
                values.put(element, value);
            }
        }
        return ElementValues.of(values);
    }

    /** One that gave something in none of the brand's currencies is none. */
    private static Optional<Promotion> within(Promotion promotion, List<Currency> currencies) {
        if (!(promotion.give() instanceof Give.PerUnit(var points))) {
            return Optional.of(promotion);
        }
        Map<Currency, BigDecimal> kept = points.entrySet().stream()
                .filter(rate -> currencies.contains(rate.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Promotion(
                        promotion.id(),
                        promotion.name(),
                        promotion.when(),
                        promotion.categories(),
                        new Give.PerUnit(kept),
                        promotion.atMost(),
                        promotion.from(),
                        promotion.until(),
                        promotion.group()));
    }

    private static CategoryRate within(CategoryRate rule, List<Currency> currencies) {
        return new CategoryRate(
                rule.rule(),
                rule.category(),
                rule.name(),
                rule.pointsPerUnit().entrySet().stream()
                        .filter(rate -> currencies.contains(rate.getKey()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map<Currency, BigDecimal> each(List<Currency> currencies, BigDecimal amount) {
        return currencies.stream().distinct().collect(Collectors.toUnmodifiableMap(each -> each, each -> amount));
    }
}
