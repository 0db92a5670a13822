package eu.kontor.ledger.api;

import eu.kontor.kernel.Digest;
import java.util.Arrays;
import java.util.Optional;

/**
 * What makes a request exactly-once, within one tenant and whosever card it is for.
 *
 * @param key the caller's unique text, at most {@value #MAX_LENGTH} characters
 * @param digest of the request's content, the card among it: the same key with another digest is {@code REQUEST_KEY_REUSED}
 * @param ticket what it is for, where the caller names it: the same ticket under another key is known, with another digest of its
 *     own it is {@code TICKET_DIFFERS}
 * @param by who asks; the same request of another one is the same request
 */
public record RequestKey(String key, byte[] digest, Optional<Ticket> ticket, ActorId by) {

    public static final int MAX_LENGTH = 128;

    public RequestKey {
        if (key == null || key.isBlank() || key.length() > MAX_LENGTH || digest.length != Digest.BYTES) {
            throw new IllegalArgumentException("a request key has 1 to " + MAX_LENGTH + " characters and a digest");
        }
    }

    /** Of nobody who is known yet. */
    public RequestKey(String key, byte[] digest, Optional<Ticket> ticket) {
        this(key, digest, ticket, ActorId.NONE);
    }

    /** The same, asked by an actor. */
    public RequestKey by(ActorId actor) {
        return new RequestKey(key, digest, ticket, actor);
    }

    /** For no ticket. */
    public RequestKey(String key, byte[] digest) {
        this(key, digest, Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestKey that
                && key.equals(that.key)
                && Arrays.equals(digest, that.digest)
                && ticket.equals(that.ticket);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
