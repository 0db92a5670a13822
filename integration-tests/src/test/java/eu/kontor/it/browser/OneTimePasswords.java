package eu.kontor.it.browser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a person's phone (RFC 6238: SHA-1, six digits, thirty seconds). Each password is told once: a second use is refused. */
final class OneTimePasswords {

    private static final long PERIOD_SECONDS = Duration.ofSeconds(30).toSeconds();
    private static final int SIX_DIGITS = 1_000_000;

    private final byte[] secret;
    private final Clock clock = Clock.systemUTC();
    private long lastPeriod;

    /** @param secret as Keycloak keeps it */
    OneTimePasswords(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** That of now; where it was told already, the next one, which is valid somewhat early. */
    String next() {
        lastPeriod = Math.max(clock.instant().getEpochSecond() / PERIOD_SECONDS, lastPeriod + 1);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(lastPeriod).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
