package eu.kontor.program.domain;

import eu.kontor.program.api.UsualCondition;
import eu.kontor.program.domain.PromotionCondition.Clause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition between its form and its expression, both ways: whatever the form says comes back from what it wrote. */
public final class ConditionForm {

    /** What a field shows; the first clause of each, a second one stays written. */
    private enum Field {
        OUTLETS,
        WEEKDAYS,
        FROM_AMOUNT,
        FROM_TIME,
        BEFORE_TIME,
        FIRST_VISIT
    }

    private ConditionForm() {}

    public static UsualCondition read(String when) {
        Map<Field, UsualClause> shown = new EnumMap<>(Field.class);
        List<String> others = new ArrayList<>();
        for (Clause clause : PromotionCondition.of(when).clauses()) {
            Optional<Field> field = clause.usual().flatMap(ConditionForm::field);
            if (field.isEmpty() || shown.putIfAbsent(field.get(), clause.usual().orElseThrow()) != null) {
                others.add(clause.text());
            }
        }
        return new UsualCondition(
                shown.get(Field.OUTLETS) instanceof UsualClause.AtOutlets(var outlets) ? outlets : java.util.Set.of(),
                shown.get(Field.WEEKDAYS) instanceof UsualClause.OnWeekdays(var days) ? days : java.util.Set.of(),
                shown.get(Field.FROM_AMOUNT) instanceof UsualClause.FromAmount(var amount)
                        ? Optional.of(amount)
                        : Optional.empty(),
                shown.get(Field.FROM_TIME) instanceof UsualClause.FromTime(var time)
                        ? Optional.of(time)
                        : Optional.empty(),
                shown.get(Field.BEFORE_TIME) instanceof UsualClause.BeforeTime(var time)
                        ? Optional.of(time)
                        : Optional.empty(),
                shown.containsKey(Field.FIRST_VISIT),
                String.join(" && ", others));
    }

    /** A purchase without a time is before every time, so that <em>before</em> says from midnight on, too. */
    public static String write(UsualCondition form) {
        List<UsualClause> clauses = new ArrayList<>();
        if (!form.outlets().isEmpty()) {
            clauses.add(new UsualClause.AtOutlets(form.outlets()));
        }
        if (!form.weekdays().isEmpty()) {
            clauses.add(new UsualClause.OnWeekdays(form.weekdays()));
        }
        form.fromAmount().ifPresent(amount -> clauses.add(new UsualClause.FromAmount(amount)));
        form.fromTime()
                .or(() -> form.beforeTime().map(before -> "00:00"))
                .ifPresent(time -> clauses.add(new UsualClause.FromTime(time)));
        form.beforeTime().ifPresent(time -> clauses.add(new UsualClause.BeforeTime(time)));
        if (form.firstVisit()) {
            clauses.add(new UsualClause.FirstVisit());
        }
        String others = form.others().strip();
        if (others.isEmpty()) {
            return PromotionCondition.expression(clauses, List.of());
        }
        return PromotionCondition.expression(
                clauses, List.of(clauses.isEmpty() || bindsTight(others) ? others : '(' + others + ')'));
    }

    private static Optional<Field> field(UsualClause clause) {
        return Optional.ofNullable(
                switch (clause) {
                    case UsualClause.AtOutlets outlets -> Field.OUTLETS;
                    case UsualClause.OnWeekdays days -> Field.WEEKDAYS;
                    case UsualClause.FromAmount amount -> Field.FROM_AMOUNT;
                    case UsualClause.FromTime time -> Field.FROM_TIME;
                    case UsualClause.BeforeTime time -> Field.BEFORE_TIME;
                    case UsualClause.FirstVisit visit -> Field.FIRST_VISIT;
                    case UsualClause.InMonths months -> null;
                    case UsualClause.OfTiers tiers -> null;
                });
    }

    /** Written behind {@code &&} it means what it means alone, if it can still be taken apart there. */
    private static boolean bindsTight(String others) {
        int alone = PromotionCondition.of(others).clauses().size();
        return PromotionCondition.of("true && " + others).clauses().size() == alone + 1;
    }
}
