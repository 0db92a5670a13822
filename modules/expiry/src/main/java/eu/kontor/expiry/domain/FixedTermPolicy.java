package eu.kontor.expiry.domain;

import eu.kontor.ledger.api.Pocket;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Points of a fixed term can be used through the end of the month the pocket's months after they were earned, and expire on
 * the first of the next. A lot that came late with an older date waits for those in front of it, in the member's favour.
 */
public final class FixedTermPolicy {

    private FixedTermPolicy() {}

    /** @param latest the latest day on which the lot, or one in front of it, was earned */
    public static LocalDate expiresOn(LocalDate latest, Pocket pocket) {
        return YearMonth.from(latest).plusMonths(pocket.afterMonths() + 1L).atDay(1);
    }
}
