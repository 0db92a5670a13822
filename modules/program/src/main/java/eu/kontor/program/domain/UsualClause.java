package eu.kontor.program.domain;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of a condition that a form can show: it reads and writes expressions of one shape, and answers them without the expression
 * language. {@code AClauseMeansWhatItsExpressionMeansTest} holds one against the other.
 */
public sealed interface UsualClause {

    /** In the shape in which {@link #of} reads it. */
    String expression();

    boolean holds(PromotionFacts facts);

    /** Whether whatever meets the other one meets this. */
    boolean isImpliedBy(UsualClause other);

    /** @param outlets by code */
    record AtOutlets(Set<String> outlets) implements UsualClause {

        public AtOutlets {
            outlets = java.util.Collections.unmodifiableSet(new TreeSet<>(outlets));
        }

        @Override
        public String expression() {
            return "purchase.outlet in " + texts(outlets);
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return outlets.contains(facts.occasion().outlet());
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof AtOutlets narrower && outlets.containsAll(narrower.outlets);
        }
    }

    /** On these days of the week. */
    record OnWeekdays(Set<DayOfWeek> days) implements UsualClause {

        public OnWeekdays {
            days = java.util.Collections.unmodifiableSet(EnumSet.copyOf(days));
        }

        @Override
        public String expression() {
            return "calendar.weekday in "
                    + texts(days.stream().map(OnWeekdays::word).toList());
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return days.contains(facts.occasion().date().getDayOfWeek());
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof OnWeekdays narrower && days.containsAll(narrower.days);
        }

        public static String word(DayOfWeek day) {
            return day.name().toLowerCase(Locale.ROOT);
        }
    }

    /** In these months, which is how a season is said. @param months 1 to 12 */
    record InMonths(Set<Integer> months) implements UsualClause {

        public InMonths {
            months = java.util.Collections.unmodifiableSet(new TreeSet<>(months));
        }

        @Override
        public String expression() {
            return "calendar.month in [" + months.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ']';
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return months.contains(facts.occasion().date().getMonthValue());
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof InMonths narrower && months.containsAll(narrower.months);
        }
    }

    /** Of purchases that are worth so much. */
    record FromAmount(BigDecimal amount) implements UsualClause {

        @Override
        public String expression() {
            return "purchase.amount >= " + amount.toPlainString();
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return facts.paid().amount().compareTo(amount) >= 0;
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof FromAmount narrower && amount.compareTo(narrower.amount) <= 0;
        }
    }

    /** From a time of the day on. @param time hours and minutes, as in {@code 07:00} */
    record FromTime(String time) implements UsualClause {

        @Override
        public String expression() {
            return "calendar.time >= '" + time + '\'';
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return facts.time().compareTo(time) >= 0;
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof FromTime narrower && time.compareTo(narrower.time) <= 0;
        }
    }

    /** Before a time of the day; a purchase without a time is before every one. @param time up to {@code 24:00} */
    record BeforeTime(String time) implements UsualClause {

        @Override
        public String expression() {
            return "calendar.time < '" + time + '\'';
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return facts.time().compareTo(time) < 0;
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof BeforeTime narrower && time.compareTo(narrower.time) >= 0;
        }
    }

    /** The purchase by which somebody becomes a member of the brand's program. */
    record FirstVisit() implements UsualClause {

        @Override
        public String expression() {
            return "member.firstVisit";
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return facts.earner().filter(earner -> earner.isFirstVisit()).isPresent();
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof FirstVisit;
        }
    }

    /** Of members of these tiers. */
    record OfTiers(Set<String> tiers) implements UsualClause {

        public OfTiers {
            tiers = java.util.Collections.unmodifiableSet(new TreeSet<>(tiers));
        }

        @Override
        public String expression() {
            return "member.tier in " + texts(tiers);
        }

        @Override
        public boolean holds(PromotionFacts facts) {
            return tiers.contains(facts.earner().map(earner -> earner.tier()).orElse(""));
        }

        @Override
        public boolean isImpliedBy(UsualClause other) {
            return other instanceof OfTiers narrower && tiers.containsAll(narrower.tiers);
        }
    }

    /** Empty for what only the expression language can say. */
    static Optional<UsualClause> of(String expression) {
        String text = expression.strip();
        if (text.equals("member.firstVisit")) {
            return Optional.of(new FirstVisit());
        }
        return Shapes.matched(Shapes.OUTLETS, text, items -> new AtOutlets(Set.copyOf(items)))
                .or(() -> Shapes.matched(Shapes.TIERS, text, items -> new OfTiers(Set.copyOf(items))))
                .or(() -> Shapes.weekdays(text))
                .or(() -> Shapes.months(text))
                .or(() -> Shapes.one(Shapes.AMOUNT, text, number -> new FromAmount(new BigDecimal(number))))
                .or(() -> Shapes.one(Shapes.FROM_TIME, text, FromTime::new))
                .or(() -> Shapes.one(Shapes.BEFORE_TIME, text, BeforeTime::new));
    }

    private static String texts(Collection<String> items) {
        return items.stream().map(item -> '\'' + item + '\'').collect(Collectors.joining(", ", "[", "]"));
    }

    /** How clauses are written. Plain texts only: what has an escape in it is left to the expression language. */
    final class Shapes {

        private static final String ITEM = "(?:'[^'\"\\\\\\n]*'|\"[^'\"\\\\\\n]*\")";
        private static final String LIST = "\\s+in\\s*\\[\\s*(" + ITEM + "(?:\\s*,\\s*" + ITEM + ")*)\\s*]";
        private static final String CLOCK = "\\s*['\"]((?:[01]\\d|2[0-4]):[0-5]\\d)['\"]";
        private static final Pattern ONE_ITEM = Pattern.compile("['\"]([^'\"]*)['\"]");
        private static final Pattern OUTLETS = Pattern.compile("purchase\\.outlet" + LIST);
        private static final Pattern TIERS = Pattern.compile("member\\.tier" + LIST);
        private static final Pattern WEEKDAYS = Pattern.compile("calendar\\.weekday" + LIST);
        private static final Pattern MONTHS =
                Pattern.compile("calendar\\.month\\s+in\\s*\\[\\s*(\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)\\s*]");
        private static final Pattern AMOUNT = Pattern.compile("purchase\\.amount\\s*>=\\s*(\\d{1,12}(?:\\.\\d{1,3})?)");
        private static final Pattern FROM_TIME = Pattern.compile("calendar\\.time\\s*>=" + CLOCK);
        private static final Pattern BEFORE_TIME = Pattern.compile("calendar\\.time\\s*<" + CLOCK);
        private static final int MONTHS_OF_A_YEAR = 12;

        private Shapes() {}

        private static Optional<UsualClause> matched(
                Pattern shape, String text, Function<List<String>, UsualClause> clause) {
            return one(shape, text, list -> clause.apply(items(list)));
        }

        private static Optional<UsualClause> one(Pattern shape, String text, Function<String, UsualClause> clause) {
            Matcher matched = shape.matcher(text);
            return matched.matches() ? Optional.of(clause.apply(matched.group(1))) : Optional.empty();
        }

        /** A word that is no weekday is never met: it is left to the language, which says the same. */
        private static Optional<UsualClause> weekdays(String text) {
            Matcher matched = WEEKDAYS.matcher(text);
            if (!matched.matches()) {
                return Optional.empty();
            }
            List<DayOfWeek> days = items(matched.group(1)).stream()
                    .flatMap(word -> List.of(DayOfWeek.values()).stream()
                            .filter(day -> OnWeekdays.word(day).equals(word)))
                    .toList();
            boolean isAllDays = days.size() == items(matched.group(1)).size();
            return isAllDays ? Optional.of(new OnWeekdays(Set.copyOf(days))) : Optional.empty();
        }

        private static Optional<UsualClause> months(String text) {
            Matcher matched = MONTHS.matcher(text);
            if (!matched.matches()) {
                return Optional.empty();
            }
            Set<Integer> months = Pattern.compile("\\s*,\\s*")
                    .splitAsStream(matched.group(1).strip())
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            boolean isOfAYear = months.stream().allMatch(month -> month >= 1 && month <= MONTHS_OF_A_YEAR);
            return isOfAYear ? Optional.of(new InMonths(months)) : Optional.empty();
        }

        private static List<String> items(String list) {
            return ONE_ITEM.matcher(list)
                    .results()
                    .map(item -> item.group(1))
                    .distinct()
                    .toList();
        }
    }
}
