package eu.kontor.kernel;

/**
 * A whole, non-negative number of points of the coalition's currency.
 *
 * @param value points, {@code 0 .. MAX}
 */
public record Points(long value) implements Comparable<Points> {

    /** One million million: far above any real balance, far below where a sum of a billion of them overflows. */
    public static final long MAX = 1_000_000_000_000L;

    public static final Points ZERO = new Points(0);

    public Points {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("points must lie between 0 and " + MAX + " but are " + value);
        }
    }

    public static Points of(long value) {
        return value == 0 ? ZERO : new Points(value);
    }

    public Points plus(Points other) {
        return of(value + other.value);
    }

    /** @throws IllegalArgumentException when {@code other} is greater: points are never negative */
    public Points minus(Points other) {
        return of(value - other.value);
    }

    public Points min(Points other) {
        return value <= other.value ? this : other;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isMoreThan(Points other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
