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
    private LocalDate activityBefore;
    private long activeBy;
    private boolean changed;

    /**
     * The last activity, and why it is what it is.
     *
     * @param day may be null: no activity yet
     * @param by the only purchase, or hold that was captured; 0 when there was more, and nothing can undo it
     * @param before what it was before that; may be null
     */
    public record Cause(LocalDate day, long by, LocalDate before) {

        static final Cause NONE = new Cause(null, 0, null);
    }

    public PocketLine(Pocket pocket, long earned, long consumed, long held, Cause last) {
        this.pocket = pocket;
        this.earned = earned;
        this.consumed = consumed;
        this.held = held;
        this.lastActivity = last.day();
        this.activityBefore = last.before();
        this.activeBy = last.by();
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

    /**
     * Activity keeps points alive; an older one that arrives late changes nothing, but what it would be without the last.
     *
     * @param by the purchase or hold by which it was; 0 for what cannot be taken back
     */
    void visited(LocalDate day, long by) {
        if (lastActivity == null || day.isAfter(lastActivity)) {
            active(day, by, by == 0 ? null : lastActivity);
        } else if (activeBy != 0 && activeBy != by && day.equals(lastActivity)) {
            active(day, 0, null);
        } else if (activeBy != 0
                && (activityBefore == null || day.isAfter(activityBefore))
                && day.isBefore(lastActivity)) {
            active(lastActivity, activeBy, day);
        }
    }

    private void active(LocalDate day, long by, LocalDate before) {
        lastActivity = day;
        activeBy = by;
        activityBefore = before;
        changed = true;
    }

    boolean isActiveBy(long posting) {
        return activeBy == posting;
    }

    /** There was activity here, or there would have been without the purchase or redemption. */
    boolean wasActiveWithout(long posting) {
        return isActiveBy(posting) ? activityBefore != null : lastActivity != null;
    }

    /**
     * The purchase or redemption was taken back: nothing was done on its day.
     *
     * @param isAliveWithout there was activity besides it, in any pocket
     */
    void unvisited(boolean isAliveWithout) {
        if (isAliveWithout) {
            active(activityBefore, 0, null);
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

    public Cause cause() {
        return new Cause(lastActivity, activeBy, activityBefore);
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
