package eu.kontor.proof.seal;

import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealHash.PageHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tree over the newest pages, which change one by one: only the way from a changed leaf to the root is hashed anew. A page that
 * was not there before moves its neighbours, and then all is.
 */
final class SealTree {

    private final TreeMap<Page, byte[]> leaves = new TreeMap<>();
    private final Map<Page, Integer> places = new HashMap<>();

    /** From the leaves up to the root; empty when they are to be made anew. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    void put(PageHead head) {
        byte[] leaf = SealHash.leaf(head);
        boolean isKnown = leaves.put(head.page(), leaf) != null;
        if (!isKnown) {
            levels.clear();
        } else if (!levels.isEmpty()) {
            change(places.get(head.page()), leaf);
        }
    }

    /** As {@link SealHash#root}; of no pages, zeroes. */
    byte[] root() {
        if (leaves.isEmpty()) {
            return SealHash.nothing();
        }
        if (levels.isEmpty()) {
            grow();
        }
        return levels.getLast().getFirst();
    }

    private void change(int leafPlace, byte[] leaf) {
        int place = leafPlace;
        levels.getFirst().set(place, leaf);
        for (int height = 1; height < levels.size(); height++) {
            place /= 2;
            levels.get(height).set(place, SealHash.node(levels.get(height - 1), 2 * place));
        }
    }

    private void grow() {
        places.clear();
        leaves.keySet().forEach(page -> places.put(page, places.size()));
        levels.add(new ArrayList<>(leaves.values()));
        while (levels.getLast().size() > 1) {
            levels.add(SealHash.above(levels.getLast()));
        }
    }
}
