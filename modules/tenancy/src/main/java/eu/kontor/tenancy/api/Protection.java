package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Points;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How members' points are protected: from how many points on a redemption needs the member's code, and how fast points may go. The
 * coalition says what every brand must ask at least; a brand may be stricter, never laxer. A gift needs the code always.
 *
 * @param confirmationFrom from so many points on; empty for a brand that asks no more than the coalition does
 */
public record Protection(Optional<Points> confirmationFrom, Map<Act, Map<Scope, PaceLimit>> limits) {

    /** What is counted. */
    public enum Act {
        REDEMPTIONS("redemptions"),
        GIFTS("gifts"),
        /** Of cards that nobody holds, and of guests who never were at the brand. */
        LOOKUPS("lookups"),
        WRONG_CODES("wrongCodes"),
        /** What a person of the front desk gives for purchases. */
        EARNINGS("earnings"),
        /** What a person of the front desk takes back, or moves to another card. */
        CORRECTIONS("corrections");

        private final String key;

        Act(String key) {
            this.key = key;
        }

        /** As it stands in the configuration. */
        public String key() {
            return key;
        }
    }

    /** For whom it is counted. */
    public enum Scope {
        MEMBER("member"),
        /** A client of the API, or a person at a desk. */
        TILL("till"),
        OUTLET("outlet"),
        BRAND("brand");

        private final String key;

        Scope(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * Of a coalition that says nothing. The code is asked for from what a cup and a cake cost on; no member redeems ten times an hour; the
     * other limits are far above a busy house and far below what one who empties accounts would want.
     */
    public static final Protection USUAL = new Protection(
            Optional.of(Points.of(1_000)),
            Map.of(
                    Act.REDEMPTIONS,
                    Map.of(
                            Scope.MEMBER, new PaceLimit(200_000, 400_000, 10, 30),
                            Scope.TILL, new PaceLimit(2_000_000, 10_000_000, 2_000, 20_000),
                            Scope.OUTLET, new PaceLimit(1_000_000, 5_000_000, 1_000, 8_000),
                            Scope.BRAND, new PaceLimit(5_000_000, 25_000_000, 5_000, 50_000)),
                    Act.GIFTS,
                    Map.of(
                            Scope.MEMBER, new PaceLimit(50_000, 100_000, 5, 10),
                            Scope.TILL, new PaceLimit(200_000, 500_000, 60, 300),
                            Scope.OUTLET, new PaceLimit(200_000, 500_000, 60, 300),
                            Scope.BRAND, new PaceLimit(500_000, 2_000_000, 200, 1_000)),
                    Act.LOOKUPS,
                    Map.of(Scope.TILL, PaceLimit.times(600, 3_000)),
                    Act.WRONG_CODES,
                    Map.of(Scope.TILL, PaceLimit.times(60, 300)),
                    Act.EARNINGS,
                    Map.of(Scope.TILL, PaceLimit.points(50_000, 500_000)),
                    Act.CORRECTIONS,
                    Map.of(Scope.TILL, PaceLimit.points(20_000, 100_000))));

    /** Of a brand that says nothing: a redemption needs the code always. */
    public static final Protection OF_A_BRAND = new Protection(Optional.of(Points.of(1)), Map.of());

    public Protection {
        limits = Map.copyOf(limits);
    }

    /** Whether a redemption of so many points needs the member's code. */
    public boolean asksForCode(Points points) {
        return confirmationFrom.filter(from -> !from.isMoreThan(points)).isPresent();
    }

    public PaceLimit limit(Act act, Scope scope) {
        return limits.getOrDefault(act, Map.of()).getOrDefault(scope, PaceLimit.NONE);
    }

    /** What holds where both hold: in each the stricter one. */
    public Protection stricter(Protection other) {
        Optional<Points> from = confirmationFrom.isEmpty() || other.confirmationFrom.isEmpty()
                ? confirmationFrom.or(other::confirmationFrom)
                : Optional.of(confirmationFrom.get().min(other.confirmationFrom.get()));
        return new Protection(from, each((act, scope) -> limit(act, scope).stricter(other.limit(act, scope))));
    }

    /** @param limits as in the configuration: what it does not name stays */
    public Protection withLimits(JsonNode limits) {
        return new Protection(confirmationFrom, each((act, scope) -> limit(act, scope)
                .changedBy(limits.path(act.key()).path(scope.key()))));
    }

    /** @param protection of the coalition's file; what it does not say is {@link #USUAL} */
    public static Protection ofCoalition(JsonNode protection) {
        Protection usual = USUAL.withLimits(protection.path("limits"));
        return protection.has("confirmationFrom")
                ? new Protection(
                        Optional.of(Points.of(protection.get("confirmationFrom").longValue())), usual.limits())
                : usual;
    }

    private static Map<Act, Map<Scope, PaceLimit>> each(Limits limits) {
        Map<Act, Map<Scope, PaceLimit>> made = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            Map<Scope, PaceLimit> ofAct = new EnumMap<>(Scope.class);
            Arrays.stream(Scope.values())
                    .filter(scope -> !limits.of(act, scope).equals(PaceLimit.NONE))
                    .forEach(scope -> ofAct.put(scope, limits.of(act, scope)));
            if (!ofAct.isEmpty()) {
                made.put(act, Map.copyOf(ofAct));
            }
        }
        return made;
    }

    private interface Limits {
        PaceLimit of(Act act, Scope scope);
    }
}
