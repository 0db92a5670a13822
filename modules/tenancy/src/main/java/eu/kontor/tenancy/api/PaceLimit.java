package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many points, and how often, within an hour and within a day. {@link #UNLIMITED} where there is no limit.
 *
 * @param timesPerHour how often
 * @param pointsAtOnce in one act; who may not do more alone asks a second person
 */
public record PaceLimit(long pointsPerHour, long pointsPerDay, long timesPerHour, long timesPerDay, long pointsAtOnce) {

    public static final long UNLIMITED = Long.MAX_VALUE;

    public static final PaceLimit NONE = new PaceLimit(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);

    public PaceLimit(long pointsPerHour, long pointsPerDay, long timesPerHour, long timesPerDay) {
        this(pointsPerHour, pointsPerDay, timesPerHour, timesPerDay, UNLIMITED);
    }

    /** Points in one act and in a day only. */
    public static PaceLimit points(long atOnce, long perDay) {
        return new PaceLimit(UNLIMITED, perDay, UNLIMITED, UNLIMITED, atOnce);
    }

    /** How often only. */
    public static PaceLimit times(long perHour, long perDay) {
        return new PaceLimit(UNLIMITED, UNLIMITED, perHour, perDay);
    }

    public PaceLimit stricter(PaceLimit other) {
        return new PaceLimit(
                Math.min(pointsPerHour, other.pointsPerHour),
                Math.min(pointsPerDay, other.pointsPerDay),
                Math.min(timesPerHour, other.timesPerHour),
                Math.min(timesPerDay, other.timesPerDay),
                Math.min(pointsAtOnce, other.pointsAtOnce));
    }

    /** What a configuration says in place of this. */
    PaceLimit changedBy(JsonNode limit) {
        return new PaceLimit(
                limit.path("pointsPerHour").asLong(pointsPerHour),
                limit.path("pointsPerDay").asLong(pointsPerDay),
                limit.path("perHour").asLong(timesPerHour),
                limit.path("perDay").asLong(timesPerDay),
                limit.path("pointsAtOnce").asLong(pointsAtOnce));
    }
}
