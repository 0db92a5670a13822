package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What people must prove, and how lately.
 *
 * @param secondFactorRequired whether operators, admins and finance act only after a sign-in with a second factor
 * @param recent after a sign-in, how long a person may do what cannot be undone, before being asked again who they are
 */
public record SignInRules(boolean secondFactorRequired, Duration recent) {

    /** Who moves money, or decides what others may. */
    private static final Set<Role> WHO_MOVE_MONEY = Set.of(Role.OPERATOR, Role.ADMIN, Role.FINANCE);

    /** How the realm's sign-in names its second factors in {@code amr} (RFC 8176): a one-time password, a security key. */
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "hwk");

    /** What holds where nothing is said: an hour is long enough to close a month, and too short for a desk left open over lunch. */
    public static final SignInRules USUAL = new SignInRules(true, Duration.ofHours(1));

    /** Of a coalition that is looked at and tested with: as long as a session lasts. */
    public static final SignInRules OF_A_SAMPLE = new SignInRules(false, Duration.ofHours(12));

    /** @param method one of a token's {@code amr} */
    public static boolean isSecondFactor(String method) {
        return SECOND_FACTORS.contains(method);
    }

    /** Whether somebody who signed in then may do now what cannot be undone. */
    public boolean isRecent(Instant signedIn, Instant now) {
        return signedIn.plus(recent).isAfter(now);
    }

    /** Whether who has these roles must have shown a second factor. */
    public boolean needsSecondFactor(Set<Role> roles) {
        return secondFactorRequired && roles.stream().anyMatch(WHO_MOVE_MONEY::contains);
    }

    /** @param signIn the key {@code signIn} of the coalition's file; perhaps missing */
    public static SignInRules of(JsonNode signIn, boolean isSample) {
        SignInRules usual = isSample ? OF_A_SAMPLE : USUAL;
        return new SignInRules(
                signIn.has("secondFactor")
                        ? signIn.path("secondFactor").asText().equals("required")
                        : usual.secondFactorRequired(),
                Duration.ofMinutes(
                        signIn.path("recentMinutes").asLong(usual.recent().toMinutes())));
    }
}
