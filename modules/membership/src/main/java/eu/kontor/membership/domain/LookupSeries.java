package eu.kontor.membership.domain;

import eu.kontor.kernel.CardNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Policy: a queue at a till brings cards in no order, and hardly one that nobody holds. Numbers that follow each other, or many that nobody holds,
 * are somebody's search for numbers. Each server remembers what it was asked in the last hour.
 */
public final class LookupSeries {

    /** Besides the one that is asked for. */
    public static final int NEIGHBOURS = 4;

    public static final int UNKNOWN = 20;

    private static final long NEAR = 10;
    private static final int REMEMBERED = 60;
    private static final Duration LOOKED_BACK = Duration.ofHours(1);

    /** Clients and people at desks of one server. */
    private static final int MOST_CALLERS = 10_000;

    /** Whoever asked last stays the longest. */
    private final Map<String, Deque<Asked>> asked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Asked>> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Asked(long serial, boolean unknown, Instant at) {}

    /** @param who asks; {@code isUnknown}: nobody holds the card */
    public boolean isUnusual(String who, CardNumber card, boolean isUnknown, Instant now) {
        Asked one = new Asked(serial(card), isUnknown, now);
        synchronized (asked) {
            Deque<Asked> last = asked.computeIfAbsent(who, each -> new ArrayDeque<>());
            last.removeIf(before -> before.at().isBefore(now.minus(LOOKED_BACK)) || before.serial() == one.serial());
            long neighbours = last.stream()
                    .filter(before -> Math.abs(before.serial() - one.serial()) <= NEAR)
                    .count();
            last.addLast(one);
            if (last.size() > REMEMBERED) {
                last.removeFirst();
            }
            long unknown = last.stream().filter(Asked::unknown).count();
            return neighbours >= NEIGHBOURS || isUnknown && unknown >= UNKNOWN;
        }
    }

    /** All but the check digit. */
    private static long serial(CardNumber card) {
        return Long.parseLong(card.value(), 0, CardNumber.DIGITS - 1, 10);
    }
}
