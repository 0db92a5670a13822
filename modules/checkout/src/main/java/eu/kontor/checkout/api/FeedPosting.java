package eu.kontor.checkout.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The door for files: a batch and the feed's checkpoint in one commit, so that a crash neither loses nor repeats. */
public interface FeedPosting {

    /**
     * Checks and evaluates the purchases and finds their members, without writing: while a batch is posted, the next one may
     * be prepared on another thread. Who was enrolled by the batch before may still look like a newcomer; enrolling twice
     * changes nothing.
     */
    Prepared prepare(TenantId tenant, List<Purchase> purchases);

    /** A batch that is ready. */
    interface Prepared {

        /** Whose purchases are in it; refused ones are nobody's. */
        Set<MemberId> members();

        /**
         * Enrols and posts like {@link Checkout#purchases}, then runs {@code checkpoint} in the same transaction. May run while
         * the batch before is being posted, and commits after it: a member's purchases are posted in the order of the file.
         */
        List<Checkout.PurchaseOutcome> post(Checkpoint checkpoint, Turn turn);
    }

    /** A batch's place behind the one before it, and before the next one. */
    interface Turn {

        /** Of the batch before, unless that is committed. */
        Set<MemberId> membersBefore();

        /** Waits until the batch before has locked its members: a batch that held locks before it could make it wait. */
        void awaitLocksBefore();

        /** This batch has locked its members, and waits for nobody but the batch before. */
        void locked();

        /**
         * Waits for the commit of the batch before.
         *
         * @throws RuntimeException if it was not committed; then nothing after it may be
         */
        void awaitCommitBefore();
    }

    @FunctionalInterface
    interface Checkpoint {
        void write(UnitOfWork unit, List<Checkout.PurchaseOutcome> outcomes) throws SQLException;
    }
}
