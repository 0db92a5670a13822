package eu.kontor.feeds.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Lines of files that would take back what was posted, and wait because the tenant's mapping says {@code corrections: hold}. Who looks
 * needs ADMIN, FINANCE or FEED; who decides ADMIN or FINANCE. Every decision is in the audit trail.
 */
public interface HeldCorrections {

    /** As many as a person looks through before pressing a button; each is posted in a transaction of its own. */
    int MOST_AT_ONCE = 200;

    /** Those that wait, newest first. */
    Page<HeldCorrection> list(Caller caller, Optional<String> cursor, int limit);

    /** How many wait. */
    long waiting(Caller caller);

    /**
     * Posts them as they would have been posted when they came; what was taken back meanwhile is not taken back again. One that cannot
     * be posted stays, with the reason, and keeps no other from it.
     *
     * @return in the order given
     * @throws eu.kontor.kernel.Refusal {@code FIELD_MISSING} for none, {@code BATCH_TOO_LARGE}, {@code SIGN_IN_TOO_OLD}: it takes back what was
     *     posted
     */
    List<Decision> post(Caller caller, List<Long> ids);

    /**
     * What stands stays. The same line is known from then on.
     *
     * @throws eu.kontor.kernel.Refusal {@code FIELD_MISSING} for none, {@code BATCH_TOO_LARGE}
     */
    List<Decision> discard(Caller caller, List<Long> ids);

    enum Kind {
        SALE,
        CALLED_OFF,
        REFUND,
        REDEMPTION,
        REDEMPTION_CALLED_OFF;

        /** {@code called-off}. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param amount of a sale
     * @param points that a sale earned, or that a redemption took; empty where nobody has evaluated it yet
     */
    record Version(String card, Optional<MoneyAmount> amount, Optional<Points> points) {}

    /**
     * @param feed the import in which it came first
     * @param line of the file, the first one of a ticket
     * @param text that line as it stands there
     * @param standing what is posted for the ticket now; empty where nothing is any more
     * @param says what the line says instead; empty where it takes everything back
     */
    record HeldCorrection(
            long id,
            Kind kind,
            String outlet,
            LocalDate businessDate,
            String reference,
            long feed,
            String fileName,
            long line,
            String text,
            Optional<Version> standing,
            Optional<Version> says,
            Instant heldAt) {}

    enum Outcome {
        POSTED,
        DISCARDED,
        REFUSED
    }

    /** @param reason the sentence for a person, when REFUSED */
    record Decision(long id, Outcome outcome, Optional<String> reason) {}
}
