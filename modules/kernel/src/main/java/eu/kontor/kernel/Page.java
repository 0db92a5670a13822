package eu.kontor.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Some rows and where the next ones begin.
 *
 * @param next an opaque cursor; empty on the last page
 */
public record Page<T>(List<T> rows, Optional<String> next) {

    /** The largest page anyone may ask for: keeps an answer under a megabyte and a query under a tenth of a second. */
    public static final int MAX_ROWS = 200;

    public Page {
        rows = List.copyOf(rows);
    }
}
