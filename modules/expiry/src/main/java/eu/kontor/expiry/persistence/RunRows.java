package eu.kontor.expiry.persistence;

import eu.kontor.expiry.api.Expiry.Progress;
import eu.kontor.expiry.api.Expiry.RunState;
import eu.kontor.kernel.Points;
import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** How far the runs of expiry came. */
public final class RunRows {

    private static final String BEGIN = SqlFile.read("expiry/begin_run");
    private static final String REACHED = SqlFile.read("expiry/reached");
    private static final String LOCK = SqlFile.read("expiry/lock_run");
    private static final String ADVANCE = SqlFile.read("expiry/advance_run");
    private static final String END = SqlFile.read("expiry/end_run");
    private static final String STOP = SqlFile.read("expiry/stop_run");
    private static final String LATEST = SqlFile.read("expiry/latest_run");

    private final Handle jdbi;

    public RunRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record RunRow(
            LocalDate asOf,
            long members,
            Points points,
            Instant startedAt,
            Instant movedAt,
            boolean isStopped,
            boolean isEnded) {

        Progress progress() {
            RunState state = isStopped ? RunState.STOPPED : isEnded ? RunState.ENDED : RunState.RUNNING;
            return new Progress(asOf, state, members, points, startedAt, movedAt, 0);
        }
    }

    public void begin(LocalDate asOf, Instant now) {
        jdbi.createUpdate(BEGIN).bind("asOf", asOf).bind("now", utc(now)).execute();
    }

    /** @return the member up to whom all are done; empty when it was stopped or has ended */
    public OptionalLong reached(LocalDate asOf) {
        return throughMember(REACHED, asOf);
    }

    /** The same, and nobody else moves it until the transaction ends. */
    public OptionalLong lock(LocalDate asOf) {
        return throughMember(LOCK, asOf);
    }

    private OptionalLong throughMember(String sql, LocalDate asOf) {
        return jdbi.createQuery(sql)
                .bind("asOf", asOf)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    public void advance(LocalDate asOf, long throughMember, long members, long points, Instant now) {
        jdbi.createUpdate(ADVANCE)
                .bind("asOf", asOf)
                .bind("throughMember", throughMember)
                .bind("members", members)
                .bind("points", points)
                .bind("now", utc(now))
                .execute();
    }

    public void end(LocalDate asOf, Instant now) {
        jdbi.createUpdate(END).bind("asOf", asOf).bind("now", utc(now)).execute();
    }

    /** @return the day of a run that was stopped by this */
    public Optional<LocalDate> stop(Instant now) {
        return jdbi.createQuery(STOP)
                .bind("now", utc(now))
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The one that moved last; whether it was interrupted the row does not say. */
    public Optional<Progress> latest() {
        return jdbi.createQuery(LATEST).mapTo(RunRow.class).findOne().map(RunRow::progress);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
