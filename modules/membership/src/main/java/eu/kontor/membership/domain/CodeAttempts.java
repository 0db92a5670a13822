package eu.kontor.membership.domain;

import eu.kontor.membership.api.ConfirmationCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Policy: after {@link ConfirmationCodes#MAX_ATTEMPTS} wrong codes in a row the code is locked for
 * {@link ConfirmationCodes#LOCK_MINUTES} minutes; while it is locked even the right code is refused, and nothing is counted.
 */
public record CodeAttempts(int wrongInARow, Optional<Instant> lockedUntil) {

    public boolean isLocked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    public CodeAttempts afterRight() {
        return new CodeAttempts(0, Optional.empty());
    }

    public CodeAttempts afterWrong(Instant now) {
        int wrong = wrongInARow + 1;
        return wrong >= ConfirmationCodes.MAX_ATTEMPTS
                ? new CodeAttempts(0, Optional.of(now.plus(Duration.ofMinutes(ConfirmationCodes.LOCK_MINUTES))))
                : new CodeAttempts(wrong, Optional.empty());
    }
}
