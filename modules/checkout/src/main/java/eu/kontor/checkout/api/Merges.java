package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.MemberLinks.Link;
import eu.kontor.membership.api.Members.MemberDetails;
import java.util.List;
import java.util.Optional;

/**
 * Two members turn out to be one person. The one is merged into the other: its cards go on finding the person, earn and pay for it; its points,
 * debts and what is pending go along; what was bought with it is returned to the person, too. Nothing is overwritten, so that it can be undone
 * for {@value eu.kontor.membership.api.MemberLinks#DAYS_TO_UNDO} days.
 *
 * <p>For people who may replace cards, and who signed in lately: OPERATOR, ADMIN, FRONT_DESK; a brand merges members enrolled with it, no
 * machine any. Each step is in the audit trail with its reason.
 */
public interface Merges {

    /**
     * Both side by side, and what the person would have. Nothing is done.
     *
     * @throws Refusal {@code CARD_UNKNOWN}, also for members the caller does not know; {@code NOT_PERMITTED}
     */
    Comparison compare(Caller caller, CardNumber card, CardNumber into);

    /**
     * Asked once more, the first answer.
     *
     * @throws Refusal as {@link #compare}, {@code SIGN_IN_TOO_OLD}, {@code MERGE_INTO_ONESELF}, {@code MEMBER_MERGED}, {@code
     *     MEMBER_NOT_ACTIVE}, {@code MERGE_TOO_MANY}
     */
    Merged merge(Caller caller, MergeWish wish);

    /** What undoing it would do. Nothing is done. */
    Parting parting(Caller caller, CardNumber card);

    /**
     * The merged member stands for itself again. What it brought in comes back, with what was earned since with its cards and without what was
     * spent with them, as far as the person still has it. Asked once more, the first answer.
     *
     * @param card of the merged member
     * @throws Refusal as {@link #compare}, {@code SIGN_IN_TOO_OLD}, {@code MEMBER_NOT_MERGED}, also where the caller does not know the other one,
     *     {@code MEMBER_NOT_ACTIVE}, {@code MERGE_TOO_OLD}, {@code MERGE_LATER_FIRST}
     */
    Merged undo(Caller caller, CardNumber card, String reason);

    /** Merges of a member and into it, newest first: with those whom the caller knows. */
    List<Link> of(Caller caller, MemberId member);

    /**
     * @param card any card of the member who is merged
     * @param into any card of the one who stays
     * @param reason kept in the audit trail
     */
    record MergeWish(CardNumber card, CardNumber into, String reason) {}

    /** @param balance of all accounts that are one with this one already */
    record Side(MemberDetails member, MemberBalance balance) {}

    /**
     * @param after what the person would have; empty where it cannot be
     * @param refusal why it cannot be
     */
    record Comparison(Side merged, Side surviving, Optional<MemberBalance> after, Optional<Refusal> refusal) {}

    /**
     * @param merged and {@code surviving} as they would be afterwards
     * @param refusal why it cannot be; then both are as they are
     */
    record Parting(Link link, MemberBalance merged, MemberBalance surviving, Optional<Refusal> refusal) {}

    /**
     * @param available what the surviving member has now, and {@code debt}
     * @param replayed it was done before
     */
    record Merged(Link link, Points available, Points debt, boolean replayed) {}
}
