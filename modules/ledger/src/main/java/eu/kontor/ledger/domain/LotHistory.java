package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.TransferKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What became of every purchase's points in one pocket, told again from the beginning: what was taken back was taken out of the
 * lots of its purchase and funder as far as they were there, everything else out of the oldest.
 *
 * <p>The intervals of the transfers say this too, as long as nothing was taken back before points expired: a reversal consumes the
 * front of the line, and so the interval of another lot.
 */
public final class LotHistory {

    private final Deque<Lot> left = new ArrayDeque<>();
    private final Map<Source, Long> expired = new HashMap<>();
    private final Map<Long, Deque<Lot>> redeemed = new HashMap<>();

    /**
     * Where points came from.
     *
     * @param posting the purchase or gift
     * @param tenant the funder
     */
    public record Source(long posting, int tenant, int outlet) {}

    private static final class Lot {
        private final Source source;
        private long points;

        Lot(Source source, long points) {
            this.source = source;
            this.points = points;
        }

        long take(long atMost) {
            long taken = Math.min(points, atMost);
            points -= taken;
            return taken;
        }
    }

    /** Points came in. */
    public void came(Source source, long points) {
        left.add(new Lot(source, points));
    }

    /** What is there of a purchase's points was taken back, and what was missing of them was taken from the oldest. */
    public void takenBack(Source source, long points) {
        long missing = points;
        for (Iterator<Lot> lots = left.iterator(); lots.hasNext() && missing > 0; ) {
            Lot lot = lots.next();
            if (lot.source.equals(source)) {
                missing -= lot.take(missing);
                if (lot.points == 0) {
                    lots.remove();
                }
            }
        }
        gone(TransferKind.REVERSE, missing);
    }

    /** The oldest points left, by a redemption that may come back. */
    public void redeemed(long capture, long points) {
        Deque<Lot> drawn = redeemed.computeIfAbsent(capture, fresh -> new ArrayDeque<>());
        leave(points, (source, taken) -> drawn.addLast(new Lot(source, taken)));
    }

    /** Points of a redemption are there again, the last that it took: whose they were they are again. */
    public void cameBack(long capture, long points) {
        Deque<Lot> drawn = redeemed.get(capture);
        Deque<Lot> back = new ArrayDeque<>();
        long missing = points;
        while (missing > 0) {
            Lot last = drawn.getLast();
            long part = last.take(missing);
            if (last.points == 0) {
                drawn.removeLast();
            }
            back.addFirst(new Lot(last.source, part));
            missing -= part;
        }
        left.addAll(back);
    }

    /** The oldest points left. */
    public void gone(TransferKind kind, long points) {
        leave(points, (source, taken) -> {
            if (kind == TransferKind.EXPIRE) {
                expired.merge(source, taken, Long::sum);
            }
        });
    }

    private void leave(long points, BiConsumer<Source, Long> whose) {
        long missing = points;
        while (missing > 0) {
            Lot oldest = left.getFirst();
            long taken = oldest.take(missing);
            if (oldest.points == 0) {
                left.removeFirst();
            }
            whose.accept(oldest.source, taken);
            missing -= taken;
        }
    }

    /** How much of a purchase expired. */
    public long expiredOf(Source purchase) {
        return expired.getOrDefault(purchase, 0L);
    }
}
