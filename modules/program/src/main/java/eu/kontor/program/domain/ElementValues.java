package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program taken apart into its elements, and put together again. Values that mean the same are equal. The first day is no element: it
 * is the version's.
 */
public final class ElementValues {

    /** @param months after which points expire; @param from what they are counted from */
    public record Lifetime(Expiry from, int months) {}

    private final Map<ProgramElement, Object> values;

    private ElementValues(Map<ProgramElement, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What there is before the first program: no element at all. */
    public static ElementValues none() {
        return new ElementValues(Map.of());
    }

    public static ElementValues of(Optional<Program> program) {
        return program.map(ElementValues::of).orElseGet(ElementValues::none);
    }

    public static ElementValues of(Map<ProgramElement, Object> values) {
        return new ElementValues(values);
    }

    public static ElementValues of(Program program) {
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        byCurrency(values, Kind.BASE_RATE, program.pointsPerUnit());
        program.categoryRates()
                .forEach(rate -> values.put(new ProgramElement(Kind.CATEGORY_RATE, rate.rule()), plain(rate)));
        program.promotions().forEach(each -> values.put(new ProgramElement(Kind.PROMOTION, each.id()), plain(each)));
        Counting counting = program.counting();
        values.put(ProgramElement.of(Kind.EARNS_NOTHING), Set.copyOf(counting.earnsNothing()));
        values.put(ProgramElement.of(Kind.EARNS_ON), counting.basis());
        values.put(ProgramElement.of(Kind.CATEGORIES), List.copyOf(counting.categories()));
        byCurrency(values, Kind.LARGEST_AMOUNT, counting.largestAmount());
        values.put(ProgramElement.of(Kind.ROUNDING), program.rounding());
        values.put(ProgramElement.of(Kind.EXPIRY), new Lifetime(program.expiry(), program.expiryMonths()));
        values.put(ProgramElement.of(Kind.PENDING_DAYS), counting.pendingDays());
        byCurrency(values, Kind.VALUE_PER_POINT, program.valuePerPoint());
        values.put(ProgramElement.of(Kind.MINIMUM_REDEMPTION), program.minimumRedemption());
        values.put(ProgramElement.of(Kind.MOST_PAID_WITH_POINTS), plain(counting.mostPaidWithPoints()));
        values.put(ProgramElement.of(Kind.CONFIRMATION), program.protection().confirmationFrom());
        values.put(ProgramElement.of(Kind.LIMITS), program.protection().limits());
        return new ElementValues(values);
    }

    /** @throws IllegalStateException if there is no value of a kind of which there is one */
    public Program program(int version, LocalDate validFrom) {
        Lifetime lifetime = one(Kind.EXPIRY);
        Optional<Points> confirmationFrom = one(Kind.CONFIRMATION);
        Map<Act, Map<Scope, PaceLimit>> limits = one(Kind.LIMITS);
        PointsRounding rounding = one(Kind.ROUNDING);
        Set<LineKind> earnsNothing = one(Kind.EARNS_NOTHING);
        Basis basis = one(Kind.EARNS_ON);
        List<String> categories = one(Kind.CATEGORIES);
        return new Program(
                version,
                validFrom,
                rates(Kind.BASE_RATE),
                categoryRates(),
                rounding,
                lifetime.months(),
                lifetime.from(),
                rates(Kind.VALUE_PER_POINT),
                one(Kind.MINIMUM_REDEMPTION),
                new Protection(confirmationFrom, limits),
                new Counting(
                        earnsNothing,
                        basis,
                        categories,
                        rates(Kind.LARGEST_AMOUNT),
                        one(Kind.MOST_PAID_WITH_POINTS),
                        this.<Integer>one(Kind.PENDING_DAYS)),
                promotions());
    }

    public Optional<Object> value(ProgramElement element) {
        return Optional.ofNullable(values.get(element));
    }

    /** In the order in which a program is read. */
    public List<ProgramElement> elements() {
        return List.copyOf(values.keySet());
    }

    /** Those of both, in the order in which a program is read; rules in the order of this one, then of the other. */
    public List<ProgramElement> elementsWith(ElementValues other) {
        List<ProgramElement> all = new ArrayList<>(values.keySet());
        other.values.keySet().stream()
                .filter(element -> !values.containsKey(element))
                .forEach(all::add);
        all.sort((one, two) -> one.kind().compareTo(two.kind()));
        return all;
    }

    /** The number of the version since which the newest says of an element what it says. */
    public static Map<ProgramElement, Integer> changedIn(List<Program> oldestFirst) {
        Map<ProgramElement, Integer> changedIn = new LinkedHashMap<>();
        ElementValues before = none();
        for (Program program : oldestFirst) {
            ElementValues now = of(program);
            for (ProgramElement element : now.elementsWith(before)) {
                if (!now.value(element).equals(before.value(element))) {
                    changedIn.put(element, program.version());
                }
            }
            before = now;
        }
        return changedIn;
    }

    public List<CategoryRate> categoryRates() {
        return values.entrySet().stream()
                .filter(each -> each.getKey().kind() == Kind.CATEGORY_RATE)
                .map(each -> (CategoryRate) each.getValue())
                .toList();
    }

    public List<Promotion> promotions() {
        return values.entrySet().stream()
                .filter(each -> each.getKey().kind() == Kind.PROMOTION)
                .map(each -> (Promotion) each.getValue())
                .toList();
    }

    /** By currency, of a kind of which each currency has one. */
    public Map<Currency, BigDecimal> rates(Kind kind) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().kind() == kind)
                .collect(Collectors.toUnmodifiableMap(
                        each -> Currency.getInstance(each.getKey().part()), each -> (BigDecimal) each.getValue()));
    }

    @SuppressWarnings("unchecked")
    private <T> T one(Kind kind) {
        return (T) value(ProgramElement.of(kind))
                .orElseThrow(() -> new IllegalStateException("a program without " + kind.slug()));
    }

    private static void byCurrency(
            Map<ProgramElement, Object> values, Kind kind, Map<Currency, BigDecimal> byCurrency) {
        Map<String, BigDecimal> byCode = new TreeMap<>();
        byCurrency.forEach((currency, amount) -> byCode.put(currency.getCurrencyCode(), plain(amount)));
        byCode.forEach((code, amount) -> values.put(new ProgramElement(kind, code), amount));
    }

    private static CategoryRate plain(CategoryRate rate) {
        return new CategoryRate(rate.rule(), rate.category(), Map.copyOf(rate.name()), plain(rate.pointsPerUnit()));
    }

    private static Promotion plain(Promotion promotion) {
        Give give =
                switch (promotion.give()) {
                    case Give.PerUnit(var points) -> new Give.PerUnit(plain(points));
                    case Give.Times(var factor) -> new Give.Times(plain(factor));
                    case Give.Fixed fixed -> fixed;
                };
        return new Promotion(
                promotion.id(),
                promotion.name(),
                promotion.when().strip(),
                promotion.categories(),
                give,
                promotion.atMost(),
                promotion.from(),
                promotion.until(),
                promotion.group());
    }

    private static Map<Currency, BigDecimal> plain(Map<Currency, BigDecimal> rates) {
        return rates.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> plain(each.getValue())));
    }

    /** 10 and 10.00 are one value. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
