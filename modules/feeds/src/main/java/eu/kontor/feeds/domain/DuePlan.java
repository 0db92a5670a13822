package eu.kontor.feeds.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which file came for which time at which one was due. A file counts for the time that is nearest to it; while the last one is awaited
 * still, for that, unless the next one is due within a quarter of the time between them. If that has its file already, it is one that
 * was awaited longer. What comes once more counts for nothing, least of all for tomorrow.
 */
public final class DuePlan {

    /** A server that stood still for longer has more to tell than files. */
    private static final int LOOKED_AT = 8;

    /** A file that is late comes at any hour; one for the next time comes not long before it. */
    private static final int EARLY_PART = 4;

    private final ExpectedFile expected;
    private final ZoneId zone;
    private final NavigableMap<Instant, Boolean> isThere = new TreeMap<>();
    private final List<Came> came = new ArrayList<>();
    private Optional<Instant> begun = Optional.empty();

    /** @param isLate whether it came after the time by which it was due */
    public record Came(Instant due, long file, boolean isLate) {}

    public DuePlan(ExpectedFile expected, ZoneId zone) {
        this.expected = expected;
        this.zone = zone;
    }

    /** Nothing is expected for then or before; what was missing may come still. */
    public void begins(Instant at) {
        begun = Optional.of(at);
        isThere.put(at, true);
    }

    /** @param isMissing false when a file came for it, or none was expected */
    public void knows(Instant due, boolean isMissing) {
        isThere.put(due, !isMissing);
    }

    public void arrived(long file, Instant at) {
        nearest(at)
                .filter(due -> !isThere.getOrDefault(due, false))
                .or(() -> longestAwaited(at))
                .ifPresent(due -> {
                    isThere.put(due, true);
                    came.add(new Came(due, file, due.isBefore(at)));
                });
    }

    private Optional<Instant> nearest(Instant at) {
        ZonedDateTime last = expected.lastDue(at.atZone(zone));
        Instant before = last.toInstant();
        Instant after = expected.nextDue(last).toInstant();
        Duration ahead = Duration.between(at, after);
        boolean isAwaited = isExpected(before) && !isThere.getOrDefault(before, false);
        boolean isLate = isAwaited
                ? ahead.multipliedBy(EARLY_PART).compareTo(Duration.between(before, after)) > 0
                : Duration.between(before, at).compareTo(ahead) < 0;
        return Optional.of(isLate ? before : after).filter(this::isExpected);
    }

    private Optional<Instant> longestAwaited(Instant at) {
        return isThere.entrySet().stream()
                .filter(each -> !each.getValue() && each.getKey().isBefore(at))
                .map(NavigableMap.Entry::getKey)
                .findFirst();
    }

    public List<Came> came() {
        return List.copyOf(came);
    }

    /** What was due by now, and neither came nor is known to be missing; the oldest first. */
    public List<Instant> newlyMissing(Instant now) {
        List<Instant> missing = new ArrayList<>();
        ZonedDateTime due = expected.lastDue(now.atZone(zone));
        for (int back = 0; back < LOOKED_AT && isExpected(due.toInstant()); back++) {
            if (!isThere.containsKey(due.toInstant())) {
                missing.addFirst(due.toInstant());
            }
            due = expected.lastDue(due.minusMinutes(1));
        }
        return missing;
    }

    /** Nothing was before it began, or else before the first time that is known. */
    private boolean isExpected(Instant due) {
        return !isThere.isEmpty() && due.isAfter(begun.orElseGet(isThere::firstKey));
    }
}
