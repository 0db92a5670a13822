package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static eu.kontor.it.api.RunningKontor.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AStaleOrForgedTokenIsRefusedTest {

    /** How much the clocks of Keycloak and the server may differ: {@code clockSkew} in {@code server.xml}. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningKontor kontor = RunningKontor.get();
    private final Clock clock = Clock.systemUTC();
    private final ForgedTokens tokens =
            new ForgedTokens(kontor.token(CAFE), kontor.system().database());

    @Test
    void a_token_that_expired_an_hour_ago_is_refused_and_the_same_token_with_a_minute_left_is_not() {
        whoAmI(tokens.expiring(clock.instant().plusSeconds(60))).mustBe(200);
        whoAmI(tokens.expiring(clock.instant().minusSeconds(3600))).problem(401, "not-signed-in");
    }

    @Test
    void a_token_that_was_good_a_moment_ago_is_refused_once_it_has_expired() {
        Instant almostOver = clock.instant().minus(CLOCK_SKEW).plusSeconds(5);
        String token = tokens.expiring(almostOver);
        whoAmI(token).mustBe(200);

        Instant giveUp = clock.instant().plus(PATIENCE);
        RunningKontor.Answer answer = whoAmI(token);
        while (answer.status() == 200 && clock.instant().isBefore(giveUp)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            answer = whoAmI(token);
        }

        answer.problem(401, "not-signed-in");
    }

    @Test
    void a_token_that_another_key_signed_is_refused() {
        whoAmI(tokens.ofAStranger()).problem(401, "not-signed-in");
    }

    @Test
    void a_token_whose_tenant_was_changed_afterwards_is_refused() {
        assertThat(whoAmI(kontor.token(HOTEL)).json().path("tenant").asText()).isEqualTo(HOTEL);
        whoAmI(tokens.withTenant(HOTEL)).problem(401, "not-signed-in");
    }

    private RunningKontor.Answer whoAmI(String token) {
        return kontor.call("GET", "/whoami").as(token).send();
    }
}
