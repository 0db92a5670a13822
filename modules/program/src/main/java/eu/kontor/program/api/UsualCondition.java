package eu.kontor.program.api;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/**
 * A condition as a form shows it; what of it no field shows is kept as it is written.
 *
 * @param outlets none for all
 * @param weekdays none for all
 * @param fromTime hours and minutes, as in {@code 07:00}
 * @param beforeTime up to {@code 24:00}
 * @param others an expression; empty text for none
 */
public record UsualCondition(
        Set<String> outlets,
        Set<DayOfWeek> weekdays,
        Optional<BigDecimal> fromAmount,
        Optional<String> fromTime,
        Optional<String> beforeTime,
        boolean firstVisit,
        String others) {

    public static final UsualCondition ALWAYS =
            new UsualCondition(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, "");

    public UsualCondition {
        outlets = Set.copyOf(outlets);
        weekdays = Set.copyOf(weekdays);
    }
}
