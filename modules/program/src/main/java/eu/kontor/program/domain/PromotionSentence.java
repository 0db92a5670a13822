package eu.kontor.program.domain;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.Earning.Passed;
import eu.kontor.program.api.Earning.Why;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.domain.PromotionCondition.Clause;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * A promotion as a sentence, from the bundles {@code eu/kontor/program/promotion*.properties}: "When a guest buys bread, on Monday and
 * Tuesday: 2 × the points, at most 100 points a purchase, until 31 January 2027."
 */
public record PromotionSentence(String pointsName, Locale language) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final int MOST_DECIMALS = 6;

    public String of(Promotion promotion) {
        List<String> when = new ArrayList<>();
        when.add(
                promotion.categories().isEmpty()
                        ? text("buys-anything")
                        : text("buys", quoted(promotion.categories())));
        PromotionCondition.of(promotion.when()).clauses().forEach(clause -> when.add(clause(clause)));
        List<String> then = new ArrayList<>(List.of(give(promotion.give())));
        promotion.atMost().ifPresent(most -> then.add(text("at-most", number(most), pointsName)));
        promotion.from().ifPresent(day -> then.add(text("from-day", day(day))));
        promotion.until().ifPresent(day -> then.add(text("until-day", day(day))));
        promotion
                .group()
                .ifPresent(group -> then.add(
                        text("group." + group.stacking().slug(), group.name(), String.valueOf(group.order()))));
        return text("sentence", String.join(text("and"), when), String.join(text("and"), then));
    }

    /** Why a promotion gave nothing. */
    public String whyNot(Passed passed) {
        return passed.why() == Why.CONDITION
                ? text("only", clause(new Clause(passed.unmet(), UsualClause.of(passed.unmet()))))
                : text("why." + passed.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String clause(Clause clause) {
        return clause.usual().map(this::usual).orElseGet(() -> text("expression", clause.text()));
    }

    private String usual(UsualClause clause) {
        return switch (clause) {
            case UsualClause.AtOutlets(var outlets) -> text("at-outlets", String.join(text("comma"), outlets));
            case UsualClause.OnWeekdays(var days) -> text("on-weekdays", weekdays(days));
            case UsualClause.InMonths(var months) -> text("in-months", months(months));
            case UsualClause.FromAmount(var amount) -> text("from-amount", number(amount));
            case UsualClause.FromTime(var time) -> text("from-time", time);
            case UsualClause.BeforeTime(var time) -> text("before-time", time);
            case UsualClause.FirstVisit() -> text("first-visit");
            case UsualClause.OfTiers(var tiers) -> text("of-tiers", quoted(tiers));
        };
    }

    private String give(Give give) {
        return switch (give) {
            case Give.Fixed(var points) -> text("give.fixed", number(points), pointsName);
            case Give.Times(var factor) -> text("give.times", number(factor), pointsName);
            case Give.PerUnit(var rates) -> rates(rates);
        };
    }

    private String rates(Map<Currency, BigDecimal> rates) {
        return rates.entrySet().stream()
                .sorted((one, two) ->
                        one.getKey().getCurrencyCode().compareTo(two.getKey().getCurrencyCode()))
                .map(rate -> text(
                        "give.per-unit",
                        number(rate.getValue()),
                        pointsName,
                        rate.getKey().getCurrencyCode()))
                .collect(Collectors.joining(text("comma")));
    }

    private String weekdays(Collection<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, language))
                .collect(Collectors.joining(text("comma")));
    }

    private String months(Collection<Integer> months) {
        return months.stream()
                .map(month -> Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, language))
                .collect(Collectors.joining(text("comma")));
    }

    private String quoted(Collection<String> words) {
        return words.stream().map(word -> text("quoted", word)).collect(Collectors.joining(text("comma")));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("day"), language).format(day);
    }

    private String number(Points points) {
        return number(BigDecimal.valueOf(points.value()));
    }

    private String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    private String text(String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "eu.kontor.program.promotion", language, PromotionSentence.class.getClassLoader(), NO_FALLBACK);
        return values.length == 0
                ? texts.getString(key)
                : new MessageFormat(texts.getString(key), language).format(values);
    }
}
