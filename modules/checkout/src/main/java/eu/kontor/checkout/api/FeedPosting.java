package eu.kontor.checkout.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.List;

/** The door for files: a batch and the feed's checkpoint in one commit, so that a crash neither loses nor repeats. */
public interface FeedPosting {

    /**
     * Checks and evaluates the purchases and finds their members, without writing: while a batch is posted, the next one may
     * be prepared on another thread. Who was enrolled by the batch before may still look like a newcomer; enrolling twice
     * changes nothing.
     */
    Prepared prepare(TenantId tenant, List<Purchase> purchases);

    /** A batch that is ready. */
    @FunctionalInterface
    interface Prepared {

        /** Enrols and posts like {@link Checkout#purchases}, then runs {@code checkpoint} in the same transaction. */
        List<Checkout.PurchaseOutcome> post(Checkpoint checkpoint);
    }

    @FunctionalInterface
    interface Checkpoint {
        void write(UnitOfWork unit, List<Checkout.PurchaseOutcome> outcomes) throws SQLException;
    }
}
