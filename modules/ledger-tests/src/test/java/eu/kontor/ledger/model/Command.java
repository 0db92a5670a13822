package eu.kontor.ledger.model;

import eu.kontor.kernel.Activity;
import java.util.List;
import java.util.Set;

/**
 * One thing that is done to the ledger. Holds and purchases are named by their place among those that exist when the
 * command runs (modulo their number), so that a sequence keeps its meaning when some of its commands are taken out.
 */
sealed interface Command {

    /** One batch. */
    record Post(List<Step> steps) implements Command {}

    /** Two single postings at the same moment, on two connections. */
    record Race(Step first, Step second) implements Command {}

    /** The same posting at the same moment, on three connections. */
    record Duplicates(Step step) implements Command {}

    /** A ticket on which something is sold and something comes back: two batches in one transaction, both or neither. */
    record Exchange(Step sale, Reverse back) implements Command {}

    /**
     * A purchase that was rung up wrongly: what is left of it is taken back, and it is rung up anew, in one batch, both or neither. For
     * another member it is moved, for the same one corrected.
     *
     * @param points that it earns now
     */
    record RingUpAnew(int nth, int member, int points) implements Command {}

    /** Two members turn out to be one person. */
    record Merge(int member, int into) implements Command {}

    /** It was a mistake. */
    record Separate(int member) implements Command {}

    record Wait(int minutes) implements Command {}

    /** @param offset months from the earliest open window */
    record CloseWindow(int offset) implements Command {}

    /** Everybody is told what runs out, as of some days ago. */
    record Tell(int daysAgo) implements Command {}

    /** Other activities keep points alive from now on. */
    record Decide(int noticeDays, Set<Activity> activities) implements Command {}

    /** Lets what was announced, as of some days ago. */
    record Expire(int daysAgo) implements Command {}

    /** Keeps what balances and positions are, or as many portions of it before it is cut off. */
    record TakeSnapshot(int portions) implements Command {}

    /** Gives back what was held too long. */
    record ReleaseOverdueHolds() implements Command {}

    /** One item of a batch. */
    sealed interface Step {}

    /**
     * @param daysAgo of the business date; -1 is tomorrow, and very many lie before the first window
     * @param parts of the award
     */
    record Earn(int member, int tenant, int outlet, int daysAgo, List<Part> parts) implements Step {}

    /** @param funder -1 for the purchase's own tenant */
    record Part(int funder, int pocket, int points) {}

    record Authorize(int member, int tenant, int outlet, int points, int minutes) implements Step {}

    /** @param points -1 for all that is held */
    record Capture(int nth, int points, boolean byAStranger) implements Step {}

    record VoidHold(int nth, boolean byAStranger) implements Step {}

    /** @param what of it, see {@link NaivePurchase#returned} */
    record Reverse(int nth, What what, boolean byAStranger) implements Step {}

    /**
     * @param line 0 for an amount without lines
     * @param units of the line
     * @param amount -1 for what the line was sold for; 0 with line 0 for everything that is left
     */
    record What(int line, int units, int amount) {}

    /** @param points -1 for all that is left */
    record ReturnRedemption(int nth, int points, boolean byAStranger) implements Step {}

    /** @param pocket into which they come */
    record Goodwill(int member, int tenant, int pocket, int points, boolean byOperator) implements Step {}

    /** A goodwill is taken back, or tried to be as if it were a purchase. */
    record TakeBackGoodwill(int nth, boolean asAPurchase, boolean byAStranger) implements Step {}

    record Gift(int member, int recipient, int tenant, int outlet, int points) implements Step {}

    /** An earlier request once more, as it was. */
    record Retry(int nth) implements Step {}

    /**
     * A ticket, under a key of its own: so few that they come again, for whom they were and for others.
     *
     * @param points that it earns: what differs in its content, beside whose card it is
     */
    record Ticket(int member, int tenant, int ticket, int points) implements Step {}

    /** An earlier request's key with another body, with another act, or for another member. */
    record Reuse(int nth, ReusedWith what) implements Step {}

    enum ReusedWith {
        ANOTHER_BODY,
        ANOTHER_ACT,
        ANOTHER_MEMBER
    }
}
