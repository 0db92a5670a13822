package eu.kontor.rest.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What verified tokens say, each until it expires: what a token says never changes. Whether it still counts is asked at every call. It is
 * known by a hash, so that no token can be read from this memory.
 */
final class SeenTokens {

    /** Each lives some minutes, and a tenant's machines share a few. */
    private static final int MOST_TOKENS = 10_000;

    /** What a token says, without what may change while it is valid. */
    record Said(
            String subject,
            String name,
            Optional<TenantSlug> tenant,
            Set<Role> roles,
            Optional<String> client,
            Optional<String> outlet,
            Optional<Proof> proof,
            Instant issued,
            Instant expires) {}

    /** How a person signed in; a machine has nothing but its secret. */
    record Proof(Instant signedIn, boolean bySecondFactor) {}

    private final Cache<ByteBuffer, Said> said;

    /** @param clock of those who make and verify tokens */
    SeenTokens(Clock clock) {
        said = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<ByteBuffer, Said>creating(
                        (_, said) -> Duration.between(clock.instant(), said.expires())))
                .executor(Runnable::run)
                .build();
    }

    /** @param presented the text of a token, as it came */
    Optional<Said> find(String presented) {
        return Optional.ofNullable(said.getIfPresent(hash(presented)));
    }

    void remember(String presented, Said verified) {
        said.put(hash(presented), verified);
    }

    private static ByteBuffer hash(String presented) {
        return ByteBuffer.wrap(Digest.of(presented));
    }
}
