package eu.kontor.tenancy.api;

import java.time.Instant;
import java.time.ZoneOffset;

/** Removes rows by a statement that has {@code :before} and {@code :most} and answers how many went, portion by portion. */
public final class KeptRows {

    /** Some tens of milliseconds each. */
    private static final int PORTION = 5_000;

    private KeptRows() {}

    /** Runs work in a transaction under the role that may remove them. */
    @FunctionalInterface
    public interface Under {
        int run(Transactions.Work<Integer> portion);
    }

    public static long remove(Under role, String statement, Instant before) {
        long removed = 0;
        int portion;
        do {
            portion = role.run(unit -> unit.jdbi()
                    .createQuery(statement)
                    .bind("before", before.atOffset(ZoneOffset.UTC))
                    .bind("most", PORTION)
                    .mapTo(Integer.class)
                    .one());
            removed += portion;
        } while (portion == PORTION);
        return removed;
    }
}
