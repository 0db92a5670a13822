package eu.kontor.portal.frontdesk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** New keys for new requests; a retry keeps its key, so that nothing is posted twice. */
@ApplicationScoped
public class RequestKeys {

    /** {@code desk-} and a random UUID. */
    public String next() {
        return "desk-" + UUID.randomUUID();
    }
}
