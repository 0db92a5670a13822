package eu.kontor.ledger.api;

import eu.kontor.kernel.Digest;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a request is for, whatever key it comes under and whosever card: a ticket is posted once at its tenant.
 *
 * @param date the business date: numbers of tills begin again
 * @param name outlet, date, reference and kind
 * @param digest of what cannot change without the ticket being another sale, the card among it: a till may tell more of a ticket than
 *     the night's file does
 * @param anew what was posted for it before and taken back is not it, even if it was the same
 */
public record Ticket(LocalDate date, String name, byte[] digest, boolean anew) {

    public Ticket {
        if (digest.length != Digest.BYTES) {
            throw new IllegalArgumentException("a ticket has a digest of " + Digest.BYTES + " bytes");
        }
    }

    /** As a till sends it, once or again. */
    public Ticket(LocalDate date, String name, byte[] digest) {
        this(date, name, digest, false);
    }

    /** The same, rung up anew by somebody who took it back. */
    public Ticket rungUpAnew() {
        return new Ticket(date, name, digest, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket that
                && date.equals(that.date)
                && name.equals(that.name)
                && anew == that.anew
                && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
