package eu.kontor.server;

import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The one place that reads the machine's time; everybody else is given a {@link Clock}. Only the end of a token is held against the
 * machine's own time, by which Keycloak made it.
 *
 * <p>The setting {@code kontor.clock}, an ISO instant, is what the service believes the time is when it starts; from then on time
 * passes as usual. A scenario repeats on any day with it.
 */
@Service
public class SystemClock {

    private final Clock clock;

    @Inject
    public SystemClock(Config settings) {
        this.clock = from(Clock.systemUTC(), settings.getOptionalValue("kontor.clock", String.class));
    }

    @Produces
    @Singleton
    public Clock clock() {
        return clock;
    }

    static Clock from(Clock machine, Optional<String> start) {
        return start.map(Instant::parse)
                .map(instant -> Clock.offset(machine, Duration.between(machine.instant(), instant)))
                .orElse(machine);
    }
}
