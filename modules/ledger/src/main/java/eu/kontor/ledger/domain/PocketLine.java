package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One pocket of one member as two lines that only grow: points ever earned and points ever consumed. What is left is the
 * part of the first beyond the second, the oldest first. Held points are reserved at its far end and may fall again.
 */
public final class PocketLine {

    private final Pocket pocket;
    private long earned;
    private long consumed;
    private long held;
    private LocalDate lastActivity;
    private boolean changed;

    /** @param lastActivity may be null: no activity yet */
    public PocketLine(Pocket pocket, long earned, long consumed, long held, LocalDate lastActivity) {
        this.pocket = pocket;
        this.earned = earned;
        this.consumed = consumed;
        this.held = held;
        this.lastActivity = lastActivity;
        mustBeWhole();
    }

    /** @return where the earned interval begins */
    long earn(long points) {
        long before = earned;
        earned += points;
        return touched(before);
    }

    /** @return where the consumed interval begins */
    long consume(long points) {
        long before = consumed;
        consumed += points;
        return touched(before);
    }

    void hold(long points) {
        held += points;
        touched(0);
    }

    void release(long points) {
        held -= points;
        touched(0);
    }

    /** Activity keeps points alive; an older one that arrives late changes nothing. */
    void visited(LocalDate day) {
        if (lastActivity == null || day.isAfter(lastActivity)) {
            lastActivity = day;
            changed = true;
        }
    }

    private long touched(long answer) {
        mustBeWhole();
        changed = true;
        return answer;
    }

    private void mustBeWhole() {
        if (held < 0 || available() < 0) {
            throw new IllegalStateException(
                    "a pocket would hold " + earned + " - " + consumed + " - " + held + " points: less than nothing");
        }
    }

    public Pocket pocket() {
        return pocket;
    }

    public long earned() {
        return earned;
    }

    public long consumed() {
        return consumed;
    }

    public long held() {
        return held;
    }

    /** Points that may be redeemed now. */
    public long available() {
        return earned - consumed - held;
    }

    public Optional<LocalDate> lastActivity() {
        return Optional.ofNullable(lastActivity);
    }

    /** False when nothing ever happened here, and no row is kept. */
    boolean isUsed() {
        return earned > 0 || lastActivity != null;
    }

    /** True when the row in the database must be written. */
    public boolean isChanged() {
        return changed;
    }
}
