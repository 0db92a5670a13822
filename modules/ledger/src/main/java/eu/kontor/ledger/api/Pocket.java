package eu.kontor.ledger.api;

/**
 * A member's balance with one expiry policy: inside a pocket points expire in the order they were earned.
 *
 * <p>A pocket of inactivity expires {@code months} after the member's last visit anywhere in the coalition. The number
 * in the database is {@code months}.
 *
 * @param months 1 to 120
 */
public record Pocket(int months) implements Comparable<Pocket> {

    public static final int MAX_MONTHS = 120;

    public Pocket {
        if (months < 1 || months > MAX_MONTHS) {
            throw new IllegalArgumentException("expiry after 1 to " + MAX_MONTHS + " months, not " + months);
        }
    }

    /** The soonest to expire first: the order in which a redemption draws on pockets. */
    @Override
    public int compareTo(Pocket other) {
        return Integer.compare(months, other.months);
    }
}
