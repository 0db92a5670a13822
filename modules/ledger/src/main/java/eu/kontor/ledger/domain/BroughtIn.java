package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account, and all that were merged into it, brought to others, less what it drew from them: what was earned with whose card is its
 * own, and so is what was spent with it.
 *
 * @param points by pocket, the soonest to expire first; negative where it drew more
 * @param debts by place
 */
public record BroughtIn(SortedMap<Pocket, Long> points, SortedMap<Place, Long> debts) {

    private static final Comparator<Place> BY_NUMBER =
            Comparator.comparingInt(Place::tenant).thenComparingInt(Place::outlet);

    public static BroughtIn of(Map<Pocket, Long> points, Map<Place, Long> debts) {
        SortedMap<Place, Long> sorted = new TreeMap<>(BY_NUMBER);
        sorted.putAll(debts);
        return new BroughtIn(
                Collections.unmodifiableSortedMap(new TreeMap<>(points)), Collections.unmodifiableSortedMap(sorted));
    }
}
