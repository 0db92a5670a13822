package eu.kontor.ledger.domain;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is left of one pocket, lot by lot, the oldest first. */
final class OpenLots {

    private final Deque<IssuedLot> lots = new ArrayDeque<>();

    void add(IssuedLot lot) {
        lots.add(lot);
    }

    /** The lot that is next to leave the pocket. */
    IssuedLot at(long consumed) {
        while (lots.getFirst().after() <= consumed) {
            lots.removeFirst();
        }
        return lots.getFirst();
    }

    /**
     * Points that were issued together.
     *
     * @param issued the day; a gift does not change it
     * @param after up to where they reach on the pocket's line of points ever earned
     */
    record IssuedLot(Place issuer, LocalDate issued, long after) {}
}
