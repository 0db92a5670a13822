package eu.kontor.portal.frontdesk;

import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** New keys for new requests; a retry keeps its key, so that nothing is posted twice. */
@Service
public class RequestKeys {

    private static final Pattern KEY = Pattern.compile("desk-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        return at(newKey());
    }

    String newKey() {
        return "desk-" + UUID.randomUUID();
    }

    /** Posted now under a key that was chosen before. */
    Requested at(String key) {
        return new Requested(key, clock.instant());
    }

    /** Whether a text from elsewhere is a key as they are made here. */
    static boolean isOne(String text) {
        return KEY.matcher(text).matches();
    }
}
