package eu.kontor.portalkit.lists;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * By which column a list is sorted; in the address {@code points}, or {@code -points} from the largest down.
 *
 * @param column its name
 */
record ListOrder(String column, boolean descending) {

    private static final char DOWN = '-';

    /** @return empty for a column that there is not, or that nothing is sorted by */
    static <T> Optional<ListOrder> parse(String text, Map<String, ListColumn<T>> columns) {
        boolean descending = !text.isEmpty() && text.charAt(0) == DOWN;
        ListColumn<T> column = columns.get(descending ? text.substring(1) : text);
        return column == null || column.order() == null
                ? Optional.empty()
                : Optional.of(new ListOrder(column.name(), descending));
    }

    String text() {
        return descending ? DOWN + column : column;
    }

    <T> Comparator<T> comparator(Map<String, ListColumn<T>> columns) {
        Comparator<T> order = columns.get(column).order();
        return descending ? order.reversed() : order;
    }
}
