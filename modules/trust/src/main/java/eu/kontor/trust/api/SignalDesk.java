package eu.kontor.trust.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where people look at signals and say what they made of them: a brand's admins at what concerns the brand, the operator at all.
 *
 * <p>All of them refuse others with {@code NOT_PERMITTED}.
 */
public interface SignalDesk {

    int LONGEST_NOTE = 500;

    /** Newest first. @throws eu.kontor.kernel.Refusal {@code CURSOR_INVALID} */
    Page<SignalRow> list(Caller caller, Wanted wanted, Optional<String> cursor, int limit);

    /** @throws eu.kontor.kernel.Refusal {@code SIGNAL_UNKNOWN} */
    SignalRow get(Caller caller, long signal);

    /**
     * Says what somebody made of it; in the audit trail with the state before and the note.
     *
     * @param version as it was read: another one changed it meanwhile if it is not the same
     * @param note needed to close it
     * @throws eu.kontor.kernel.Refusal {@code SIGNAL_UNKNOWN}, {@code SIGNAL_CHANGED}, {@code SIGNAL_ABOUT_ONESELF}, {@code FIELD_MISSING},
     *     {@code FIELD_TOO_LONG}
     */
    SignalRow change(Caller caller, long signal, int version, SignalState state, String note);

    /** How many there are in each state. */
    Map<SignalState, Long> counts(Caller caller);

    /** What is empty does not matter. */
    record Wanted(Optional<SignalState> state, Optional<SignalKind> kind, Optional<TenantId> tenant) {

        public static final Wanted EVERYTHING = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param tenant empty where it concerns several
     * @param facts what led to it, the first time first
     * @param times how often it happened
     * @param note of who changed it last
     * @param changedBy how people call them
     */
    record SignalRow(
            long id,
            Optional<TenantId> tenant,
            SignalKind kind,
            Signal.About about,
            SignalState state,
            List<Fact> facts,
            int times,
            Instant firstAt,
            Instant lastAt,
            Optional<String> note,
            Optional<String> changedBy,
            Optional<Instant> changedAt,
            int version) {}

    /** One time. */
    record Fact(Instant at, Map<String, String> told) {}
}
