package eu.kontor.outbox.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Messages that failed so often that nobody tries them any more, and what the operator does about them. */
public interface SetAsideMessages {

    int LONGEST_REASON = 200;

    /** What the last attempt ended with, in kinds that a person can act on. */
    enum Why {
        /** The database cannot keep what it says (SQL state 22: data exceptions). */
        NOT_STORABLE,
        /** It contradicts what is kept already (SQL state 23: integrity). */
        CONTRADICTS,
        /** Its handler was stopped because it took too long. */
        TOO_SLOW,
        /** The server ended during the last attempt, or lost it. */
        NEVER_ENDED,
        /** Its handler refused it, with a reason. */
        REFUSED,
        /** Its handler failed otherwise. */
        FAILED
    }

    /**
     * @param id of the message, by which it is tried again or closed
     * @param key what its order hangs on; of a message about a member, the member's number
     * @param reference the sender's number for what happened
     * @param detail what the last attempt ended with, in the words of who failed; never a stack trace
     * @param waiting how many messages of the same key wait for it; none where the handlers allow them to pass
     */
    record SetAside(
            long id,
            TenantId tenant,
            String topic,
            String key,
            long reference,
            Instant since,
            int attempts,
            Why why,
            String detail,
            long waiting) {

        /** Whom it is about, if its key says so. */
        public Optional<MemberId> member() {
            boolean isNumber =
                    !key.isEmpty() && key.length() < 19 && key.chars().allMatch(c -> c >= '0' && c <= '9');
            return isNumber && Long.parseLong(key) > 0
                    ? Optional.of(new MemberId(Long.parseLong(key)))
                    : Optional.empty();
        }
    }

    /**
     * @param setAside how many are
     * @param oldest for how long the oldest one has been; zero when there is none
     * @param triedAgain messages that failed or leave the house, and what waits behind them
     */
    record Standing(long setAside, Duration oldest, long triedAgain) {}

    /**
     * The oldest first.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code CURSOR_INVALID}
     */
    Page<SetAside> list(Caller caller, Optional<String> cursor, int limit);

    /**
     * Gives it one more attempt, at once; when that fails it is set aside again.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code MESSAGE_UNKNOWN}
     */
    void tryAgain(Caller caller, long id);

    /**
     * Gives it up: nobody is told what it says. It is kept in the audit trail with the reason.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code MESSAGE_UNKNOWN}, {@code FIELD_MISSING}, {@code FIELD_TOO_LONG}
     */
    void close(Caller caller, long id, String reason);

    /** For health and metrics: numbers only, for whoever asks. */
    Standing standing();
}
