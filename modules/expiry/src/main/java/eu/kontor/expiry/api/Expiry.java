package eu.kontor.expiry.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets points expire that ran out and were announced to do so ({@link ExpiryNotices}). Operator only. */
public interface Expiry {

    /**
     * Lets expire what was announced for {@code asOf} or before and whose day has not moved since; business date of the transfers
     * is {@code asOf}. Held points do not expire. May be stopped anywhere and run again: it goes on where it was, and what
     * expired is not due any more.
     *
     * @return what this call expired
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}
     */
    Expired run(Caller caller, LocalDate asOf);

    /** Asks the run under way to stop after its batch. By the clock none begins again until somebody runs it. */
    void stop(Caller caller);

    /** The run that moved last. */
    Optional<Progress> progress(Caller caller);

    /** Of whom what expires by a day, past or to come, if nobody is active before: largest first. */
    Page<PreviewRow> preview(Caller caller, LocalDate asOf, Optional<String> cursor, int limit);

    /** All of it, for downloads. */
    void streamPreview(Caller caller, LocalDate asOf, Consumer<PreviewRow> sink);

    PreviewSum previewSum(Caller caller, LocalDate asOf);

    /** What {@link #previewSum} counts, by the tenant that issued the points, largest first. */
    Map<TenantId, Points> previewByIssuer(Caller caller, LocalDate asOf);

    record Expired(LocalDate asOf, long members, Points points) {}

    enum RunState {
        RUNNING,
        /** Not stopped by anybody, and no batch for some minutes: the server was cut off. It goes on when it is run again. */
        INTERRUPTED,
        STOPPED,
        ENDED
    }

    /**
     * @param moved when its last batch was committed: a run that was cut off stands still
     * @param left members who are still due, counted when the run was interrupted; else 0
     */
    record Progress(
            LocalDate asOf, RunState state, long members, Points points, Instant started, Instant moved, long left) {

        public Progress interrupted(long stillDue) {
            return new Progress(asOf, RunState.INTERRUPTED, members, points, started, moved, stillDue);
        }
    }

    /**
     * Points of a pocket that run out on one day.
     *
     * @param runsOutOn by the pocket's policy
     * @param points what is left of them, without held ones
     * @param lineThrough up to where they reach on the pocket's line of points ever earned
     * @param announced the latest notice, if there was one for this day
     * @param expiring what of them expires by the day of the preview; the rest was not announced in time
     */
    record PreviewRow(
            MemberId member,
            Pocket pocket,
            LocalDate runsOutOn,
            Points points,
            long lineThrough,
            Optional<Announced> announced,
            Points expiring) {}

    /** @param expiresOn the day that the member was told */
    record Announced(LocalDate toldOn, LocalDate expiresOn) {}

    /** How many members and points: all that run out, those that expire, those that were not told at all. */
    record PreviewSum(LocalDate asOf, Amount runningOut, Amount expiring, Amount untold) {}

    record Amount(long members, Points points) {}
}
