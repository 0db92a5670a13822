package eu.kontor.program.domain;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.program.api.LargestAmount;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a program must be that is written in the browser or sent over the API: the bounds of {@code program.schema.json}, and what of a
 * file its section checks.
 *
 * @param currencies of the brand
 * @param coalition what no brand may be laxer than
 * @param promotions what they must be
 */
public record ProgramPolicy(List<Currency> currencies, Protection coalition, PromotionRules promotions) {

    private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final List<String> LANGUAGES = List.of("en", "es", "zh");
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000");
    private static final BigDecimal HIGHEST_VALUE = new BigDecimal("1000000");
    private static final BigDecimal HIGHEST_AMOUNT = new BigDecimal("1000000000000");
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_RULES = 50;
    private static final int MOST_CATEGORIES = 500;
    private static final int LONGEST_CATEGORY = 64;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_PENDING_DAYS = 365;
    private static final int SHORTEST_MONTH = 28;
    private static final long MOST_MINIMUM = 1_000_000_000L;

    /** @throws Refusal {@code FIELD_MALFORMED}, {@code FIELD_MISSING}, {@code FIELD_TOO_LONG} that names the first field that cannot be so */
    public void check(Program program) {
        rates("pointsPerUnit", program.pointsPerUnit(), HIGHEST_RATE, true);
        for (Currency currency : currencies) {
            if (!program.pointsPerUnit().containsKey(currency)) {
                throw missing("pointsPerUnit." + currency.getCurrencyCode());
            }
        }
        categoryRates(program.categoryRates());
        rates("valuePerPoint", program.valuePerPoint(), HIGHEST_VALUE, false);
        if (program.valuePerPoint().isEmpty()) {
            throw missing("valuePerPoint");
        }
        rates("largestAmount", program.counting().largestAmount(), HIGHEST_AMOUNT, false);
        within("expiryMonths", program.expiryMonths(), 1, MOST_MONTHS);
        within("minimumRedemption", program.minimumRedemption().value(), 1, MOST_MINIMUM);
        within("pendingDays", program.counting().pendingDays(), 0, mostPendingDays(program));
        BigDecimal most = program.counting().mostPaidWithPoints();
        if (most.signum() <= 0 || most.compareTo(BigDecimal.ONE) > 0 || hasTooManyDecimals(most)) {
            throw malformed(
                    "mostPaidWithPoints",
                    most.toString(),
                    Phrase.of("more-than-up-to-decimals", "0", "1", MOST_DECIMALS));
        }
        if (program.counting().earnsNothing().contains(LineKind.DISCOUNT)) {
            throw malformed("earnsNothing", LineKind.DISCOUNT.word(), Phrase.of("no-discount"));
        }
        categories(program.counting().categories());
        largestEarning(program);
        protection(program.protection());
        promotions.check(program);
    }

    private void categoryRates(List<CategoryRate> rules) {
        if (rules.size() > MOST_RULES) {
            throw malformed("categoryRates", String.valueOf(rules.size()), Phrase.of("a-list-of-at-most", MOST_RULES));
        }
        Set<String> ids = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            CategoryRate rule = rules.get(i);
            String field = "categoryRates[" + i + "].";
            if (!RULE.matcher(rule.rule()).matches() || rule.rule().equals(RatePolicy.BASE)) {
                throw malformed(field + "rule", rule.rule(), Phrase.of("a-rules-id"));
            }
            if (!ids.add(rule.rule())) {
                throw malformed(field + "rule", rule.rule(), Phrase.of("of-no-other-rule"));
            }
            text(field + "category", rule.category(), LONGEST_CATEGORY);
            if (!categories.add(CategoryPolicy.key(rule.category()))) {
                throw malformed(field + "category", rule.category(), Phrase.of("of-no-other-rule"));
            }
            for (String language : LANGUAGES) {
                text(field + "name." + language, rule.name().getOrDefault(language, ""), LONGEST_NAME);
            }
            if (rule.pointsPerUnit().isEmpty()) {
                throw missing(field + "pointsPerUnit");
            }
            rates(field + "pointsPerUnit", rule.pointsPerUnit(), HIGHEST_RATE, true);
        }
    }

    private static void categories(List<String> categories) {
        if (categories.size() > MOST_CATEGORIES) {
            throw malformed(
                    "categories", String.valueOf(categories.size()), Phrase.of("a-list-of-at-most", MOST_CATEGORIES));
        }
        for (String category : categories) {
            text("categories", category, LONGEST_CATEGORY);
        }
    }

    private void rates(String field, Map<Currency, BigDecimal> rates, BigDecimal highest, boolean mayBeZero) {
        rates.forEach((currency, rate) -> {
            String of = field + '.' + currency.getCurrencyCode();
            if (!currencies.contains(currency)) {
                throw malformed(
                        of,
                        currency.getCurrencyCode(),
                        Phrase.of(
                                "one-of",
                                currencies.stream()
                                        .map(Currency::getCurrencyCode)
                                        .collect(Collectors.joining(", "))));
            }
            boolean isTooLow = mayBeZero ? rate.signum() < 0 : rate.signum() <= 0;
            if (isTooLow || rate.compareTo(highest) > 0 || hasTooManyDecimals(rate)) {
                throw malformed(
                        of,
                        rate.toString(),
                        Phrase.of(
                                mayBeZero ? "from-to-decimals" : "more-than-up-to-decimals",
                                "0",
                                highest.toPlainString(),
                                MOST_DECIMALS));
            }
        });
    }

    private static boolean hasTooManyDecimals(BigDecimal number) {
        return number.stripTrailingZeros().scale() > MOST_DECIMALS;
    }

    /** Points that run out before anybody may spend them are none. */
    private static long mostPendingDays(Program program) {
        return Math.min(MOST_PENDING_DAYS, (long) program.expiryMonths() * SHORTEST_MONTH - 1);
    }

    /** The largest sale at the highest rate must still be points. */
    private static void largestEarning(Program program) {
        Map<Currency, BigDecimal> highest = new HashMap<>(program.pointsPerUnit());
        program.categoryRates().forEach(rule -> rule.pointsPerUnit()
                .forEach((currency, rate) -> highest.merge(currency, rate, BigDecimal::max)));
        highest.forEach((currency, rate) -> {
            BigDecimal points = rate.multiply(LargestAmount.of(program, currency));
            if (points.compareTo(BigDecimal.valueOf(Points.MAX)) > 0) {
                throw malformed(
                        "pointsPerUnit." + currency.getCurrencyCode(),
                        rate.toPlainString(),
                        Phrase.of(
                                "rate-for-largest-sale",
                                LargestAmount.of(program, currency).toPlainString(),
                                currency.getCurrencyCode(),
                                Points.MAX));
            }
        });
    }

    private void protection(Protection said) {
        coalition.confirmationFrom().ifPresent(floor -> said.confirmationFrom()
                .filter(from -> from.isMoreThan(floor))
                .ifPresent(from -> {
                    throw malformed("confirmationFrom", from.toString(), Phrase.of("at-most", floor.value()));
                }));
        for (Act act : Act.values()) {
            for (Scope scope : Scope.values()) {
                String field = "limits." + act.key() + '.' + scope.key();
                PaceLimit most = coalition.limit(act, scope);
                PaceLimit wanted = said.limit(act, scope);
                strict(field, wanted, most, PaceLimit::pointsPerHour);
                strict(field, wanted, most, PaceLimit::pointsPerDay);
                strict(field, wanted, most, PaceLimit::timesPerHour);
                strict(field, wanted, most, PaceLimit::timesPerDay);
                strict(field, wanted, most, PaceLimit::pointsAtOnce);
            }
        }
    }

    private static void strict(String field, PaceLimit wanted, PaceLimit most, ToLongFunction<PaceLimit> bound) {
        long limit = bound.applyAsLong(wanted);
        if (limit != PaceLimit.UNLIMITED && limit > bound.applyAsLong(most)) {
            throw malformed(field, String.valueOf(limit), Phrase.of("at-most", bound.applyAsLong(most)));
        }
    }

    private static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw malformed(field, String.valueOf(value), Phrase.of("from-to", least, most));
        }
    }

    private static void text(String field, String text, int longest) {
        if (text.isBlank()) {
            throw missing(field);
        }
        if (text.length() > longest) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", field, "limit", longest);
        }
        TextPolicy.LINE.checked(field, text);
    }

    private static Refusal missing(String field) {
        return new Refusal(RefusalCode.FIELD_MISSING, "field", field);
    }

    private static Refusal malformed(String field, String value, Phrase expected) {
        return new Refusal(RefusalCode.FIELD_MALFORMED, "field", field, "value", value, "expected", expected);
    }
}
