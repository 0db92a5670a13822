package eu.kontor.program.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What a program says about the protection of its members' points; never laxer than the coalition. */
final class ProtectionDocument {

    private static final String REQUIRED = "confirmationRequired";
    private static final String FROM = "confirmationFrom";
    private static final String LIMITS = "limits";

    private ProtectionDocument() {}

    /** What of it the section says itself. */
    static Set<Kind> named(JsonNode section) {
        Set<Kind> named = EnumSet.noneOf(Kind.class);
        if (section.has(REQUIRED) || section.has(FROM)) {
            named.add(Kind.CONFIRMATION);
        }
        if (section.has(LIMITS)) {
            named.add(Kind.LIMITS);
        }
        return named;
    }

    /** Who says nothing asks always. Who said false, when that was usual, asks no more than the coalition does. */
    static Protection read(JsonNode section) {
        Optional<Points> from = section.path(REQUIRED).asBoolean(true)
                ? Optional.of(Points.of(section.path(FROM).asLong(1)))
                : Optional.empty();
        return new Protection(from, Protection.OF_A_BRAND.limits()).withLimits(section.path(LIMITS));
    }

    /** What there was a word for before keeps its text, and is not published once more. */
    static void write(ObjectNode document, Protection protection) {
        document.put(REQUIRED, protection.confirmationFrom().isPresent());
        protection
                .confirmationFrom()
                .filter(from -> from.value() > 1)
                .ifPresent(from -> document.put(FROM, from.value()));
        if (!protection.limits().isEmpty()) {
            ObjectNode limits = document.putObject(LIMITS);
            for (Act act : Act.values()) {
                for (Scope scope : Scope.values()) {
                    PaceLimit limit = protection.limit(act, scope);
                    if (!limit.equals(PaceLimit.NONE)) {
                        write(limits.withObject("/" + act.key()).putObject(scope.key()), limit);
                    }
                }
            }
        }
    }

    private static void write(ObjectNode node, PaceLimit limit) {
        for (Bound bound : Bound.values()) {
            if (bound.of(limit) != PaceLimit.UNLIMITED) {
                node.put(bound.key, bound.of(limit));
            }
        }
    }

    static List<Mistake> validate(JsonNode section) {
        List<Mistake> mistakes = new ArrayList<>();
        if (section.has(FROM) && !section.path(REQUIRED).asBoolean(true)) {
            mistakes.add(new Mistake(
                    "/" + FROM, "no " + FROM + " beside \"confirmationRequired: false\"; leave out one of the two"));
        }
        String wrongCodes = Act.WRONG_CODES.key();
        if (section.path(LIMITS).has(wrongCodes)) {
            mistakes.add(new Mistake(
                    "/" + LIMITS + "/" + wrongCodes,
                    "no " + wrongCodes + " of a brand's own; how many wrong confirmation codes a till may send is said"
                            + " for all brands (protection/limits/" + wrongCodes + " in coalition.yaml)"));
        }
        return mistakes;
    }

    /** @param coalition the coalition's file as it will be in force */
    static List<Mistake> validateWithin(JsonNode coalition, JsonNode section) {
        Protection least = Protection.ofCoalition(coalition.path("protection"));
        Protection said = read(section);
        List<Mistake> mistakes = new ArrayList<>();
        Points floor = least.confirmationFrom().orElseThrow();
        if (said.confirmationFrom().filter(from -> from.isMoreThan(floor)).isPresent()) {
            mistakes.add(new Mistake(
                    "/" + FROM,
                    "at most " + floor.value()
                            + " points, from which on the coalition asks every brand for the member's code"
                            + " (protection/confirmationFrom in coalition.yaml); a brand may ask from fewer"
                            + " on, never from more"));
        }
        for (Act act : Act.values()) {
            for (Scope scope : Scope.values()) {
                for (Bound bound : Bound.values()) {
                    long most = bound.of(least.limit(act, scope));
                    long wanted = bound.of(said.limit(act, scope));
                    if (wanted != PaceLimit.UNLIMITED && wanted > most) {
                        mistakes.add(new Mistake(
                                "/" + LIMITS + "/" + act.key() + "/" + scope.key() + "/" + bound.key,
                                "at most " + most
                                        + ", the coalition's own limit; a brand may be stricter, never laxer"));
                    }
                }
            }
        }
        return mistakes;
    }

    private enum Bound {
        POINTS_PER_HOUR("pointsPerHour", PaceLimit::pointsPerHour),
        POINTS_PER_DAY("pointsPerDay", PaceLimit::pointsPerDay),
        PER_HOUR("perHour", PaceLimit::timesPerHour),
        PER_DAY("perDay", PaceLimit::timesPerDay),
        POINTS_AT_ONCE("pointsAtOnce", PaceLimit::pointsAtOnce);

        private final String key;
        private final ToLongFunction<PaceLimit> value;

        Bound(String key, ToLongFunction<PaceLimit> value) {
            this.key = key;
            this.value = value;
        }

        long of(PaceLimit limit) {
            return value.applyAsLong(limit);
        }
    }
}
