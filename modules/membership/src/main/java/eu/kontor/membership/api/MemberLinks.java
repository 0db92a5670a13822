package eu.kontor.membership.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Members who turned out to be one person: the merged one says into whom, and is otherwise left as it was. Who may do it, and what becomes of
 * the points, is decided where points are known; all of this runs in that transaction, under the poster's role.
 */
public interface MemberLinks {

    /** For so long a mistake can be undone: until then it shows, and not much is mixed up. */
    int DAYS_TO_UNDO = 90;

    /** A person with more accounts than this is none. */
    int MOST_OF_A_PERSON = 10;

    /**
     * Whose card it is.
     *
     * @param asking the brand that asks; empty for the operator
     * @throws eu.kontor.kernel.Refusal {@code CARD_UNKNOWN}, also for members the brand does not know
     */
    MemberId holder(UnitOfWork unit, Optional<TenantId> asking, CardNumber card);

    /** Whether that brand knows whose card it is; the operator knows all. */
    boolean knows(UnitOfWork unit, Optional<TenantId> asking, CardNumber card);

    /**
     * @return false if it was before
     * @throws eu.kontor.kernel.Refusal {@code MERGE_INTO_ONESELF}, {@code MEMBER_NOT_ACTIVE}, {@code MEMBER_MERGED} for either, {@code
     *     MERGE_TOO_MANY}
     */
    boolean link(UnitOfWork unit, MemberId member, MemberId into, String reason);

    /**
     * @return false if it was before
     * @throws eu.kontor.kernel.Refusal {@code MEMBER_NOT_MERGED}, {@code MEMBER_NOT_ACTIVE}, {@code MERGE_TOO_OLD}, {@code
     *     MERGE_LATER_FIRST}
     */
    boolean unlink(UnitOfWork unit, MemberId member, String reason);

    /** What went along with the latest merge of the member, or came back with it. */
    void note(UnitOfWork unit, MemberId member, boolean undone, Points points, Points debt);

    /** Merges of the member and into it, newest first. */
    List<Link> of(UnitOfWork unit, MemberId member);

    /** A reason as it is kept. */
    String reason(String text);

    /**
     * @param survivor into whom it was merged
     * @param undoable until when
     * @param points that went along, and {@code debt}
     */
    record Link(
            long number,
            MemberId member,
            MemberId survivor,
            CardNumber card,
            CardNumber survivingCard,
            Instant mergedAt,
            Instant undoable,
            String reason,
            Points points,
            Points debt,
            Optional<Undone> undone) {

        public boolean stands() {
            return undone.isEmpty();
        }
    }

    /** @param points that came back, and {@code debt} */
    record Undone(Instant at, String reason, Points points, Points debt) {}
}
