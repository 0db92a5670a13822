package eu.kontor.ledger.api;

/**
 * A member's balance with one expiry policy: inside a pocket points expire in the order they were earned.
 *
 * <p>A pocket of <b>inactivity</b> expires so many months after the member's last activity. In a pocket of a <b>fixed
 * term</b> points expire at the end of the month so many months after the day on which they were earned, whatever the member
 * does.
 *
 * @param code the number in the database: the months of inactivity (1 to 120), or the months of a fixed term less 1000, so
 *     that its order is the order in which a redemption draws on pockets
 */
public record Pocket(int code) implements Comparable<Pocket> {

    public static final int MAX_MONTHS = 120;

    /** What the code of a fixed term is short of its months. */
    private static final int FIXED_TERM = 1_000;

    public Pocket {
        mustBeMonths(code < 0 ? code + FIXED_TERM : code);
    }

    public static Pocket inactivity(int months) {
        mustBeMonths(months);
        return new Pocket(months);
    }

    public static Pocket fixedTerm(int months) {
        mustBeMonths(months);
        return new Pocket(months - FIXED_TERM);
    }

    private static void mustBeMonths(int months) {
        if (months < 1 || months > MAX_MONTHS) {
            throw new IllegalArgumentException("expiry after 1 to " + MAX_MONTHS + " months, not " + months);
        }
    }

    public boolean isFixedTerm() {
        return code < 0;
    }

    /** {@code inactivity} or {@code fixed-term}, as files and the API name it. */
    public String policy() {
        return isFixedTerm() ? "fixed-term" : "inactivity";
    }

    /** After how many months its points expire: without activity, or since they were earned. */
    public int afterMonths() {
        return isFixedTerm() ? code + FIXED_TERM : code;
    }

    /** Fixed terms before inactivity, because they expire whatever the member does; then the shorter before the longer. */
    @Override
    public int compareTo(Pocket other) {
        return Integer.compare(code, other.code);
    }
}
