package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.TransferKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of every purchase's points in one pocket, told again from the beginning: what was taken back was taken out of the
 * lot of its purchase as far as that was there, everything else out of the oldest.
 *
 * <p>The intervals of the transfers say this too, as long as nothing was taken back before points lapsed: a reversal consumes the
 * front of the line, and so the interval of another lot.
 */
public final class LotHistory {

    private final Map<Long, Long> left = new LinkedHashMap<>();
    private final Map<Long, Long> lapsed = new HashMap<>();

    /**
     * The next thing that happened.
     *
     * @param posting the purchase or gift, if points came in
     * @param takenFor the purchase that was taken back; any number for other kinds
     */
    public void add(TransferKind kind, long posting, long points, long takenFor) {
        if (kind.sign() > 0) {
            left.merge(posting, points, Long::sum);
            return;
        }
        long missing = points;
        if (kind == TransferKind.REVERSE) {
            missing -= takeFrom(takenFor, missing);
        }
        while (missing > 0) {
            long oldest = left.keySet().iterator().next();
            long taken = takeFrom(oldest, missing);
            if (kind == TransferKind.EXPIRE) {
                lapsed.merge(oldest, taken, Long::sum);
            }
            missing -= taken;
        }
    }

    private long takeFrom(long lot, long atMost) {
        long there = left.getOrDefault(lot, 0L);
        long taken = Math.min(there, atMost);
        if (taken == there) {
            left.remove(lot);
        } else {
            left.put(lot, there - taken);
        }
        return taken;
    }

    /** How much of a purchase lapsed. */
    public long lapsedOf(long purchase) {
        return lapsed.getOrDefault(purchase, 0L);
    }
}
