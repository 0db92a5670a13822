package eu.kontor.ledger.api;

import eu.kontor.kernel.Digest;
import java.util.Arrays;

/**
 * What makes a request exactly-once, within one member and tenant.
 *
 * @param key the caller's unique text, at most {@value #MAX_LENGTH} characters
 * @param digest of the request's content: the same key with another digest is {@code REQUEST_KEY_REUSED}
 */
public record RequestKey(String key, byte[] digest) {

    public static final int MAX_LENGTH = 128;

    public RequestKey {
        if (key == null || key.isBlank() || key.length() > MAX_LENGTH || digest.length != Digest.BYTES) {
            throw new IllegalArgumentException("a request key has 1 to " + MAX_LENGTH + " characters and a digest");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestKey that && key.equals(that.key) && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
