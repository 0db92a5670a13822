package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.grid.Grid.Column;
import java.util.Comparator;
import java.util.function.Function;

/**
 * A column of a list beside what Vaadin knows of it.
 *
 * @param name the same in every language: in the address, in the browser's memory
 * @param text what a row has there, for files and for finding
 * @param figure whether it is a number, which a file writes without separators of thousands
 * @param order by which it is sorted, or {@code null}
 */
record ListColumn<T>(
        String name, String header, Function<T, String> text, boolean figure, Comparator<T> order, Column<T> column) {

    ListColumn<T> sortedBy(Comparator<T> newOrder) {
        return new ListColumn<>(name, header, text, figure, newOrder, column);
    }
}
