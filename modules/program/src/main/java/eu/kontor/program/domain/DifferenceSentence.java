package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.WrittenFigures;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.domain.ElementValues.Lifetime;
import eu.kontor.program.domain.ProgramDifference.Act;
import eu.kontor.program.domain.ProgramDifference.Change;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A difference of programs in words, from the bundles {@code eu/kontor/program/difference*.properties}: "Bread of the day: 4 → 5 points per
 * EUR, from 1 December 2026".
 *
 * @param pointsName the coalition's own word
 */
public record DifferenceSentence(String pointsName, Locale language) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Rates have at most six decimals in the configuration; more digits would only be noise. */
    private static final int MOST_DECIMALS = 6;

    /** @param from the first day on which it holds, where that is to be said */
    public String of(Change change, Optional<LocalDate> from) {
        String said = change.before().isPresent()
                        && change.after().isPresent()
                        && change.element().kind() == Kind.CATEGORY_RATE
                ? changedRule((CategoryRate) change.before().get(), (CategoryRate)
                        change.after().get())
                : plain(change);
        return from.map(day -> text("from", said, day(day))).orElse(said);
    }

    /** Why it is better or worse for members; empty where it is neither. */
    public Optional<String> why(Change change) {
        if (!change.isBetter() && !change.isWorse()) {
            return Optional.empty();
        }
        String effect = change.isWorse() ? "worse" : "better";
        return Optional.of(text("why." + effect + '.' + change.element().kind().slug()));
    }

    /** What an element is called. */
    public String name(ProgramElement element, Optional<Object> value) {
        String kind = element.kind().slug();
        return switch (element.kind()) {
            case CATEGORY_RATE ->
                value.map(rate -> ruleName((CategoryRate) rate)).orElse(element.part());
            case PROMOTION ->
                value.map(promotion -> ((Promotion) promotion).name(language)).orElse(element.part());
            case BASE_RATE, LARGEST_AMOUNT, VALUE_PER_POINT -> text("name." + kind, element.part());
            default -> text("name." + kind);
        };
    }

    private String day(LocalDate day) {
        return WrittenFigures.in(language).day(day);
    }

    private String plain(Change change) {
        String name = name(change.element(), change.after().or(change::before));
        Optional<String> was = change.before().map(value -> value(change.element(), value));
        Optional<String> is = change.after().map(value -> value(change.element(), value));
        if (change.act() == Act.CHANGED && change.element().kind() == Kind.BASE_RATE) {
            Currency currency = Currency.getInstance(change.element().part());
            return text(
                    "rule-changed",
                    name,
                    rates(
                            (BigDecimal) change.before().get(),
                            (BigDecimal) change.after().get(),
                            currency));
        }
        if (change.act() == Act.CHANGED) {
            return text("changed", name, was.orElseThrow(), is.orElseThrow());
        }
        return change.act() == Act.ADDED
                ? text("added", name, is.orElseThrow())
                : text("removed", name, was.orElseThrow());
    }

    private String changedRule(CategoryRate before, CategoryRate after) {
        List<String> said = new ArrayList<>();
        Set<Currency> currencies = new HashSet<>(before.pointsPerUnit().keySet());
        currencies.addAll(after.pointsPerUnit().keySet());
        currencies.stream()
                .sorted((one, two) -> one.getCurrencyCode().compareTo(two.getCurrencyCode()))
                .forEach(currency -> {
                    BigDecimal was = before.pointsPerUnit().get(currency);
                    BigDecimal is = after.pointsPerUnit().get(currency);
                    if (was == null || is == null || was.compareTo(is) != 0) {
                        said.add(rates(was, is, currency));
                    }
                });
        if (!before.category().equals(after.category())) {
            said.add(text("rule-category", before.category(), after.category()));
        }
        if (!before.name().equals(after.name())) {
            said.add(text("rule-name", names(before), names(after)));
        }
        return text("rule-changed", ruleName(after), String.join(text("and"), said));
    }

    /** Of each null where there is none, so that the base rate holds. */
    private String rates(BigDecimal was, BigDecimal is, Currency currency) {
        return was == null || is == null
                ? text("was-is", rate(was, currency), rate(is, currency))
                : text("rates", number(was), number(is), pointsName, currency.getCurrencyCode());
    }

    private String value(ProgramElement element, Object value) {
        return switch (element.kind()) {
            case BASE_RATE -> rate((BigDecimal) value, Currency.getInstance(element.part()));
            case CATEGORY_RATE -> text("rule", ((CategoryRate) value).category(), rates((CategoryRate) value));
            case PROMOTION -> new PromotionSentence(pointsName, language).of((Promotion) value);
            case VALUE_PER_POINT, LARGEST_AMOUNT -> number((BigDecimal) value) + ' ' + element.part();
            case EARNS_NOTHING ->
                words("kind", ((Set<?>) value).stream().sorted().toList());
            case CATEGORIES ->
                ((List<?>) value).isEmpty()
                        ? text("none")
                        : ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(", "));
            case EARNS_ON -> word("basis", value);
            case ROUNDING -> word("rounding", value);
            case EXPIRY -> text("expiry." + slug(((Lifetime) value).from()), ((Lifetime) value).months());
            case PENDING_DAYS -> text("days", value);
            case MINIMUM_REDEMPTION -> text("points", number(points(value)), pointsName);
            case MOST_PAID_WITH_POINTS -> percent((BigDecimal) value);
            case CONFIRMATION -> confirmation((Optional<?>) value);
            case LIMITS -> limits((Map<?, ?>) value);
        };
    }

    private String rates(CategoryRate rule) {
        return rule.pointsPerUnit().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        (one, two) -> one.getCurrencyCode().compareTo(two.getCurrencyCode())))
                .map(rate -> rate(rate.getValue(), rate.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** @param perUnit null where there is none, so that the base rate holds */
    private String rate(BigDecimal perUnit, Currency currency) {
        return perUnit == null
                ? text("base-rate-of", currency.getCurrencyCode())
                : text("rate", number(perUnit), pointsName, currency.getCurrencyCode());
    }

    private String confirmation(Optional<?> from) {
        if (from.isEmpty()) {
            return text("confirmation.coalition");
        }
        Points points = (Points) from.get();
        return points.value() <= 1
                ? text("confirmation.always")
                : text("confirmation.from", number(points(points)), pointsName);
    }

    /** As in the file: what is limited, of whom, to how much. */
    private String limits(Map<?, ?> limits) {
        Map<String, String> sorted = new TreeMap<>();
        limits.forEach((act, byScope) -> ((Map<?, ?>) byScope)
                .forEach((scope, limit) -> sorted.put(
                        ((Protection.Act) act).key() + '/' + ((Protection.Scope) scope).key(),
                        bounds((PaceLimit) limit))));
        return sorted.isEmpty()
                ? text("none")
                : sorted.entrySet().stream()
                        .map(each -> each.getKey() + ' ' + each.getValue())
                        .collect(Collectors.joining("; "));
    }

    private String bounds(PaceLimit limit) {
        Map<String, Long> bounds = new TreeMap<>();
        bounds.put("pointsPerHour", limit.pointsPerHour());
        bounds.put("pointsPerDay", limit.pointsPerDay());
        bounds.put("perHour", limit.timesPerHour());
        bounds.put("perDay", limit.timesPerDay());
        bounds.put("pointsAtOnce", limit.pointsAtOnce());
        return bounds.entrySet().stream()
                .filter(bound -> bound.getValue() != PaceLimit.UNLIMITED)
                .map(bound -> bound.getKey() + ' ' + number(BigDecimal.valueOf(bound.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String words(String kind, Collection<?> constants) {
        return constants.isEmpty()
                ? text("none")
                : constants.stream().map(constant -> word(kind, constant)).collect(Collectors.joining(", "));
    }

    private String word(String kind, Object constant) {
        return text(kind + '.' + slug(constant));
    }

    private static String slug(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String ruleName(CategoryRate rule) {
        return rule.name().getOrDefault(language.getLanguage(), rule.name().getOrDefault("en", rule.rule()));
    }

    private static String names(CategoryRate rule) {
        return new TreeMap<>(rule.name()).values().stream().distinct().collect(Collectors.joining(" / "));
    }

    private static BigDecimal points(Object value) {
        return BigDecimal.valueOf(((Points) value).value());
    }

    private String number(BigDecimal value) {
        BigDecimal plain = value.setScale(Math.min(value.scale(), MOST_DECIMALS), RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return WrittenFigures.in(language).amount(plain.setScale(Math.max(plain.scale(), 0)));
    }

    private String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(language);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(share);
    }

    private String text(String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "eu.kontor.program.difference", language, DifferenceSentence.class.getClassLoader(), NO_FALLBACK);
        return values.length == 0
                ? texts.getString(key)
                : new MessageFormat(texts.getString(key), language).format(values);
    }
}
