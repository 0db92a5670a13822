package eu.kontor.program.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition taken apart at its outermost {@code &&}: all of its clauses have to be met. What cannot be taken apart safely is one clause.
 *
 * @param clauses none for a condition that always holds
 */
public record PromotionCondition(List<Clause> clauses) {

    /** @param usual where a form can show it */
    public record Clause(String text, Optional<UsualClause> usual) {}

    public static PromotionCondition of(String when) {
        if (when.isBlank()) {
            return new PromotionCondition(List.of());
        }
        return new PromotionCondition(parts(when).stream()
                .map(String::strip)
                .map(part -> new Clause(part, UsualClause.of(part)))
                .toList());
    }

    /** Of clauses that a form wrote, with what it left as it was behind them. */
    public static String expression(List<UsualClause> usual, List<String> others) {
        List<String> parts =
                new ArrayList<>(usual.stream().map(UsualClause::expression).toList());
        parts.addAll(others);
        return String.join(" && ", parts);
    }

    /** Whether whoever met the other one meets this: each clause follows from one of the other's. */
    public boolean isImpliedBy(PromotionCondition other) {
        return clauses.stream().allMatch(clause -> other.clauses.stream().anyMatch(given -> follows(clause, given)));
    }

    private static boolean follows(Clause clause, Clause given) {
        return clause.text().equals(given.text())
                || clause.usual().isPresent()
                        && given.usual().isPresent()
                        && clause.usual().get().isImpliedBy(given.usual().get());
    }

    /** {@code ||} and {@code ?} bind less than {@code &&}: with one of them outermost, there is nothing to take apart. */
    private static List<String> parts(String when) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < when.length(); i++) {
            char here = when.charAt(i);
            if (here == '\'' || here == '"') {
                int end = endOfText(when, i);
                if (end < 0) {
                    return List.of(when);
                }
                i = end;
            } else if ("([{".indexOf(here) >= 0) {
                depth++;
            } else if (")]}".indexOf(here) >= 0) {
                depth--;
            } else if (here == '?' && depth == 0
                    || when.startsWith("//", i)
                    || when.startsWith("||", i) && depth == 0) {
                return List.of(when);
            } else if (when.startsWith("&&", i) && depth == 0) {
                parts.add(when.substring(start, i));
                i++;
                start = i + 1;
            }
        }
        parts.add(when.substring(start));
        return depth == 0 && parts.stream().noneMatch(String::isBlank) ? parts : List.of(when);
    }

    /** @return below zero where it is not a plain text: one with escapes, in three quotes, or without an end */
    private static int endOfText(String when, int start) {
        char quote = when.charAt(start);
        if (when.startsWith(String.valueOf(quote).repeat(3), start)) {
            return -1;
        }
        int end = when.indexOf(quote, start + 1);
        return end < 0 || when.substring(start, end).indexOf('\\') >= 0 ? -1 : end;
    }
}
