package eu.kontor.ledger.api;

import eu.kontor.kernel.Points;
import java.time.LocalDate;

/** Lapses the points of members without a visit; may be stopped and run again. */
public interface Expiry {

    /**
     * Lapses every pocket whose member's last activity lies its months before {@code asOf} or longer; business date of
     * the transfers is {@code asOf}. Held points do not lapse.
     */
    Expired run(LocalDate asOf);

    /** What {@link #run} would do. */
    Expired preview(LocalDate asOf);

    record Expired(LocalDate asOf, long members, Points points) {}
}
