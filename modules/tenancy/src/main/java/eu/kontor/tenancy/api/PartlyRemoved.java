package eu.kontor.tenancy.api;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Some of what was too old went, and some could not: says how many went, and why the first of the others did not. */
public final class PartlyRemoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long removed;

    private PartlyRemoved(long removed, RuntimeException why) {
        super(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage(), why);
        this.removed = removed;
    }

    public long removed() {
        return removed;
    }

    /** Removes of one piece, such as a brand or a folder, what is too old there. */
    @FunctionalInterface
    public interface Removal<T> {
        long of(T piece) throws IOException;
    }

    /**
     * Every piece by itself: one that fails holds up no other.
     *
     * @return how many went
     * @throws PartlyRemoved after all were tried, if any failed
     */
    public static <T> long ofEach(Iterable<T> pieces, Removal<T> removal) {
        long removed = 0;
        RuntimeException first = null;
        for (T piece : pieces) {
            try {
                removed += removal.of(piece);
            } catch (IOException e) {
                first = remembered(first, new UncheckedIOException(e));
            } catch (RuntimeException e) {
                first = remembered(first, e);
            }
        }
        if (first != null) {
            throw new PartlyRemoved(removed, first);
        }
        return removed;
    }

    private static RuntimeException remembered(RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
