package eu.kontor.expiry.domain;

import eu.kontor.ledger.api.Pocket;
import java.time.LocalDate;

/**
 * Points expire when the member has not been active anywhere in the coalition for the pocket's months. One activity keeps the
 * points of all such pockets alive; which kinds do is the coalition's setting.
 */
public final class InactivityPolicy {

    private InactivityPolicy() {}

    /** The day on which the points expire if nothing keeps them alive before; as PostgreSQL adds months, so does Java. */
    public static LocalDate expiresOn(LocalDate lastActivity, Pocket pocket) {
        return lastActivity.plusMonths(pocket.afterMonths());
    }
}
