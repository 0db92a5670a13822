package eu.kontor.checkout.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.List;

/** The door for files: a batch and the feed's checkpoint in one commit, so that a crash neither loses nor repeats. */
public interface FeedPosting {

    /** Resolves, evaluates and posts like {@link Checkout#purchases}, then runs {@code checkpoint} in the same transaction. */
    List<Checkout.PurchaseOutcome> post(TenantId tenant, List<Purchase> purchases, Checkpoint checkpoint);

    @FunctionalInterface
    interface Checkpoint {
        void write(UnitOfWork unit, List<Checkout.PurchaseOutcome> outcomes) throws SQLException;
    }
}
