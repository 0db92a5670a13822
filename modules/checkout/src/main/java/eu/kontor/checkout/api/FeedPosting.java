package eu.kontor.checkout.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The door for files: a batch and the feed's checkpoint in one commit, so that a crash neither loses nor repeats. */
public interface FeedPosting {

    /**
     * Checks and evaluates the lines and finds their members, without writing: while a batch is posted, the next one may
     * be prepared on another thread. Who was enrolled by the batch before may still look like a newcomer; enrolling twice
     * changes nothing.
     *
     * @param by who brought the file
     * @param lines of any kinds, up to {@link eu.kontor.ledger.api.Ledger#MAX_BATCH}
     */
    Prepared prepare(ActorId by, TenantId tenant, List<TillLine> lines, Corrections corrections);

    default Prepared prepare(ActorId by, TenantId tenant, List<TillLine> lines) {
        return prepare(by, tenant, lines, Corrections.POST);
    }

    /** What becomes of a line that would take back what was posted: one whose ticket was posted otherwise, or a state that calls it off. */
    enum Corrections {
        POST,
        /** Nothing is posted for it; the outcome says what it would take back. */
        HOLD
    }

    /** A batch that is ready. */
    interface Prepared {

        /** Whose lines are in it; refused ones are nobody's. */
        Set<MemberId> members();

        /** What its lines are for, whoever's card is on them: named as the ledger knows them. */
        default Set<String> tickets() {
            return Set.of();
        }

        /**
         * Enrols and posts, then runs {@code checkpoint} in the same transaction. May run while the batch before is being posted,
         * and commits after it: a member's lines are posted in the order of the file. One refused line fails no other.
         *
         * @return in the order given
         */
        List<LineOutcome> post(Checkpoint checkpoint, Turn turn);
    }

    /**
     * One of the three is present; none for a line that called off what never was posted.
     *
     * @param standing what the line would take back, and waits for a person to say so
     */
    record LineOutcome(Optional<LineReceipt> receipt, Optional<Refusal> refusal, Optional<PostingId> standing) {

        public LineOutcome(Optional<LineReceipt> receipt, Optional<Refusal> refusal) {
            this(receipt, refusal, Optional.empty());
        }
    }

    /**
     * @param id of the purchase, of the reversal, or of the hold that was captured
     * @param points earned, taken back or redeemed
     * @param replayed the line was known: nothing was posted now
     * @param corrected its ticket had been posted with another card or amount, or was called off, and that was taken back
     */
    record LineReceipt(PostingId id, Points points, Points availableAfter, boolean replayed, boolean corrected) {

        public LineReceipt(PostingId id, Points points, Points availableAfter, boolean replayed) {
            this(id, points, availableAfter, replayed, false);
        }
    }

    /** A batch's place behind the one before it, and before the next one. */
    interface Turn {

        /** Of the batch before, unless that is committed. */
        Set<MemberId> membersBefore();

        /** As {@link #membersBefore}: a ticket that came before with another card is posted in its turn. */
        default Set<String> ticketsBefore() {
            return Set.of();
        }

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
        void write(UnitOfWork unit, List<LineOutcome> outcomes) throws SQLException;
    }
}
