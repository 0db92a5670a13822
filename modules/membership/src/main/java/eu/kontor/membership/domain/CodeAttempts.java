package eu.kontor.membership.domain;

import eu.kontor.membership.api.ConfirmationCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Policy: what one caller tried of one member's code. After {@link ConfirmationCodes#MAX_ATTEMPTS} wrong codes in a row it is locked for that
 * caller, the first time for a quarter of an hour, then for an hour, half a day, and a day each time. While it is locked even the right code is
 * refused, and nothing is counted. A right one forgets all of it, and so does a quiet week.
 *
 * @param locks how often in a row it was locked
 */
public record CodeAttempts(int wrongInARow, int locks, Optional<Instant> lockedUntil) {

    public static final CodeAttempts NONE = new CodeAttempts(0, 0, Optional.empty());

    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private static final List<Duration> LOCKED_FOR =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(1));

    public boolean isLocked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    public CodeAttempts afterWrong(Instant now) {
        int wrong = wrongInARow + 1;
        return wrong >= ConfirmationCodes.MAX_ATTEMPTS
                ? new CodeAttempts(0, locks + 1, Optional.of(now.plus(lockedFor())))
                : new CodeAttempts(wrong, locks, Optional.empty());
    }

    private Duration lockedFor() {
        return LOCKED_FOR.get(Math.min(locks, LOCKED_FOR.size() - 1));
    }

    public int triesLeft() {
        return ConfirmationCodes.MAX_ATTEMPTS - wrongInARow;
    }
}
