package eu.kontor.portal.frontdesk;

import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** New keys for new requests; a retry keeps its key, so that nothing is posted twice. */
@Service
public class RequestKeys {

    private final Clock clock;

    @Inject
    public RequestKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Under what something is posted. The moment belongs to the request as its key does: a retry with another one would be another
     * request.
     *
     * @param key {@code desk-} and a random UUID
     * @param at when it was first posted
     */
    record Requested(String key, Instant at) {}

    Requested next() {
        return new Requested("desk-" + UUID.randomUUID(), clock.instant());
    }
}
