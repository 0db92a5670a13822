package eu.kontor.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Short fingerprints of requests: the first 16 bytes of SHA-256, in canonical text. */
public final class Digest {

    public static final int BYTES = 16;

    private Digest() {}

    public static byte[] of(String canonicalText) {
        try {
            byte[] full = MessageDigest.getInstance("SHA-256").digest(canonicalText.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(full, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
