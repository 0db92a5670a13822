package eu.kontor.portalkit.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is left of a list when somebody looks for words in it or sorts it. Its rows are all read, also those that it is too long to show, and
 * only as many are kept as it shows.
 *
 * @param rows the first of them, in their order
 * @param found how many there are
 * @param looked how many rows were looked at
 * @param isWhole whether these were all that the list has
 */
record ChosenRows<T>(List<T> rows, int found, int looked, boolean isWhole) {

    /** So many are read in about a second. A longer list must be narrowed down. */
    static final int MOST_READ = 20_000;

    /** @param most rows that are kept */
    static <T> ChosenRows<T> of(CursorRows<T> all, Predicate<T> wanted, Optional<Comparator<T>> order, int most) {
        Best<T> best = new Best<>(wanted, order, most);
        boolean isWhole = all.first(MOST_READ, best::look);
        return new ChosenRows<>(best.rows(), best.found, best.looked, isWhole);
    }

    private static final class Best<T> {

        private final Predicate<T> wanted;
        private final Optional<Comparator<T>> order;
        private final int most;
        private final List<T> kept = new ArrayList<>();
        private int found;
        private int looked;

        Best(Predicate<T> wanted, Optional<Comparator<T>> order, int most) {
            this.wanted = wanted;
            this.order = order;
            this.most = most;
        }

        void look(T row) {
            looked++;
            if (wanted.test(row)) {
                found++;
                if (order.isPresent() || kept.size() < most) {
                    kept.add(row);
                }
                if (kept.size() / 2 >= most) {
                    sortAndCut();
                }
            }
        }

        List<T> rows() {
            sortAndCut();
            return List.copyOf(kept);
        }

        /** Sorting keeps equals in the order in which they came, so that cutting in between changes nothing. */
        private void sortAndCut() {
            order.ifPresent(kept::sort);
            if (kept.size() > most) {
                kept.subList(most, kept.size()).clear();
            }
        }
    }
}
