package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import java.time.LocalDate;

/**
 * Points lapse when the member has not been anywhere in the coalition for the pocket's months. A visit is a purchase or a
 * captured redemption at any partner; one visit keeps the points of all pockets alive.
 */
public final class InactivityPolicy {

    private InactivityPolicy() {}

    /** The day on which the points lapse if no visit comes before; as PostgreSQL adds months, so does Java. */
    public static LocalDate lapsesOn(LocalDate lastActivity, Pocket pocket) {
        return lastActivity.plusMonths(pocket.months());
    }

    static boolean hasLapsed(LocalDate lastActivity, Pocket pocket, LocalDate asOf) {
        return !lapsesOn(lastActivity, pocket).isAfter(asOf);
    }
}
