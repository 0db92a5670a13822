package eu.kontor.expiry.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How far on its line a pocket was announced to expire, per day on which points run out by its policy. */
public final class Announced {

    private final Map<LocalDate, Long> through = new HashMap<>();

    public void add(LocalDate runsOutOn, long lineThrough) {
        through.put(runsOutOn, lineThrough);
    }

    /** 0 for a day that was not announced. */
    public long through(LocalDate runsOutOn) {
        return through.getOrDefault(runsOutOn, 0L);
    }
}
