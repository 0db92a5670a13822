package eu.kontor.portalkit.lists;

import eu.kontor.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows of a cursor-paged use case by their position, fetched as far as someone has scrolled and kept for scrolling back.
 *
 * <p>Not for several threads: a list belongs to one browser window.
 */
public final class CursorRows<T> {

    /** One screen and a half of rows: the first page answers fast and scrolling meets prepared rows. */
    public static final int PAGE = 50;

    /** More rows than anyone scrolls through; beyond it a list asks to be narrowed and the session's memory stays small. */
    public static final int MOST = 1_000;

    private final Source<T> source;
    private final List<T> rows = new ArrayList<>();
    private Optional<String> next = Optional.empty();
    /** The last page that was taken had more rows than there was room for. */
    private boolean isLonger;

    private CursorRows(Source<T> source) {
        this.source = source;
    }

    /** Fetches the first page at once, so that its refusal, or that there is nothing, is known before anything is shown. */
    public static <T> CursorRows<T> begin(Source<T> source) {
        CursorRows<T> begun = new CursorRows<>(source);
        begun.take(source.page(Optional.empty(), PAGE));
        return begun;
    }

    /** Rows that are all there. */
    public static <T> CursorRows<T> of(List<T> all) {
        return begin((cursor, limit) -> new Page<>(all, Optional.empty()));
    }

    /** The rows {@code offset .. offset + limit - 1}, as far as there are any; fetches what is missing. */
    public List<T> rows(int offset, int limit) {
        int end = Math.min(offset + limit, MOST);
        while (rows.size() < end && next.isPresent()) {
            take(source.page(next, PAGE));
        }
        return List.copyOf(rows.subList(Math.min(offset, rows.size()), Math.min(end, rows.size())));
    }

    /** Fetches what is missing of the rows that a list shows, in pages as large as there are. */
    public void fetchAll() {
        while (hasMore()) {
            take(source.page(next, Page.MAX_ROWS));
        }
    }

    /**
     * Hands out the rows from the first one to the last, also those that a list does not show, without keeping them. May run beside a
     * list that is scrolled.
     */
    public void each(Consumer<T> taker) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> page = source.page(cursor, Page.MAX_ROWS);
            page.rows().forEach(taker);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /**
     * Hands out the first rows, also those that a list does not show, without keeping them.
     *
     * @param many and, because they come in pages, a few more
     * @return whether these were all
     */
    boolean first(int many, Consumer<T> taker) {
        if (next.isEmpty() && !isLonger) {
            List.copyOf(rows).forEach(taker);
            return true;
        }
        Optional<String> cursor = Optional.empty();
        int handed = 0;
        do {
            Page<T> page = source.page(cursor, Page.MAX_ROWS);
            page.rows().forEach(taker);
            handed += page.rows().size();
            cursor = page.next();
        } while (cursor.isPresent() && handed < many);
        return cursor.isEmpty();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How many are fetched so far. */
    public int fetched() {
        return rows.size();
    }

    /** Whether scrolling on brings more. */
    public boolean hasMore() {
        return next.isPresent() && rows.size() < MOST;
    }

    /** Whether there are more rows than a list shows. */
    public boolean isCut() {
        return rows.size() >= MOST && (next.isPresent() || isLonger);
    }

    private void take(Page<T> page) {
        int room = MOST - rows.size();
        isLonger |= page.rows().size() > room;
        rows.addAll(page.rows().subList(0, Math.min(page.rows().size(), room)));
        next = page.next();
    }

    /** The use case. */
    @FunctionalInterface
    public interface Source<T> {
        Page<T> page(Optional<String> cursor, int limit);
    }
}
