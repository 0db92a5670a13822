package eu.kontor.ledger.model;

import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveMember.Place;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** What moved, summed by window, place, kind and month. */
final class NaivePositions {

    private final Map<String, long[]> sums = new TreeMap<>();

    /** @param month of the business date */
    void moved(YearMonth window, YearMonth month, Place place, TransferKind kind, int points) {
        long[] sum = sums.computeIfAbsent(window + " " + place + " " + kind + " of " + month, fresh -> new long[2]);
        sum[0] += points;
        sum[1]++;
    }

    /** Sums as {@code points, transfers}. */
    Map<String, long[]> all() {
        return sums;
    }
}
