package eu.kontor.ledger.model;

import eu.kontor.kernel.Activity;
import eu.kontor.ledger.model.Command.Authorize;
import eu.kontor.ledger.model.Command.Capture;
import eu.kontor.ledger.model.Command.CloseWindow;
import eu.kontor.ledger.model.Command.Decide;
import eu.kontor.ledger.model.Command.Duplicates;
import eu.kontor.ledger.model.Command.Earn;
import eu.kontor.ledger.model.Command.Expire;
import eu.kontor.ledger.model.Command.Gift;
import eu.kontor.ledger.model.Command.Part;
import eu.kontor.ledger.model.Command.Post;
import eu.kontor.ledger.model.Command.Race;
import eu.kontor.ledger.model.Command.ReleaseOverdueHolds;
import eu.kontor.ledger.model.Command.Retry;
import eu.kontor.ledger.model.Command.Reuse;
import eu.kontor.ledger.model.Command.Reverse;
import eu.kontor.ledger.model.Command.Step;
import eu.kontor.ledger.model.Command.TakeSnapshot;
import eu.kontor.ledger.model.Command.Tell;
import eu.kontor.ledger.model.Command.VoidHold;
import eu.kontor.ledger.model.Command.Wait;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random commands over few members, partners and pockets, so that they meet often. */
final class CommandSequences {

    /** Longer ones find little more and shrink slowly. */
    private static final int MOST_COMMANDS = 24;

    private static final int MOST_STEPS_OF_A_BATCH = 5;
    private static final int MOST_PARTS = 4;
    private static final int MEMBERS = 2;

    /** Who has points only by gift. */
    private static final int RECEIVERS = 1;

    private static final int TENANTS = 3;
    private static final int OUTLETS = 2;
    private static final int MOST_POINTS = 40;
    private static final int LONGEST_HOLD_MINUTES = 30;
    private static final int MANY = 1_000;

    /** A moment, past some holds, a day, a month and a half, past the shorter pocket's year. */
    private static final Integer[] WAITS = {1, 20, 60 * 24, 60 * 24 * 45, 60 * 24 * 200};

    /** Two of inactivity, two of a fixed term: a month and half a year. */
    private static final Integer[] POCKETS = {6, 12, -999, -994};

    private static final List<Set<Activity>> ACTIVITIES = List.of(
            Set.of(Activity.PURCHASE, Activity.REDEMPTION),
            Set.of(Activity.REDEMPTION),
            Set.of(Activity.PURCHASE, Activity.GIFT_GIVEN),
            Set.of(Activity.GIFT_RECEIVED));

    private CommandSequences() {}

    static Arbitrary<List<Command>> any() {
        return command().list().ofMinSize(1).ofMaxSize(MOST_COMMANDS);
    }

    private static Arbitrary<Command> command() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        12,
                        step().list()
                                .ofMinSize(1)
                                .ofMaxSize(MOST_STEPS_OF_A_BATCH)
                                .map(Post::new)),
                Tuple.of(2, Combinators.combine(step(), step()).as(Race::new)),
                Tuple.of(1, step().map(Duplicates::new)),
                Tuple.of(2, Arbitraries.of(WAITS).map(Wait::new)),
                Tuple.of(1, Arbitraries.of(0, 0, 0, 1, -1).map(CloseWindow::new)),
                Tuple.of(2, Arbitraries.of(0, 0, 1, 20).map(Tell::new)),
                Tuple.of(2, Arbitraries.of(0, 0, 1, 20).map(Expire::new)),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of(5, 30), Arbitraries.of(ACTIVITIES))
                                .as(Decide::new)),
                Tuple.of(3, Arbitraries.of(1, 2, MANY).map(TakeSnapshot::new)),
                Tuple.of(1, Arbitraries.just(new ReleaseOverdueHolds())));
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Boolean> byAStranger = Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true));
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        Arbitrary<Integer> all = Arbitraries.just(-1);
        return Arbitraries.frequencyOf(
                Tuple.of(10, earn()),
                Tuple.of(6, authorize()),
                Tuple.of(
                        4,
                        Combinators.combine(nth(), Arbitraries.oneOf(all, points()), byAStranger)
                                .as(Capture::new)),
                Tuple.of(2, Combinators.combine(nth(), byAStranger).as(VoidHold::new)),
                Tuple.of(5, Combinators.combine(nth(), byAStranger).as(Reverse::new)),
                Tuple.of(4, gift()),
                Tuple.of(2, nth().map(Retry::new)),
                Tuple.of(1, Combinators.combine(nth(), either).as(Reuse::new)));
    }

    private static Arbitrary<Step> earn() {
        Arbitrary<Integer> daysAgo = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 70)), Tuple.of(1, Arbitraries.of(-1, MANY)));
        Arbitrary<List<Part>> parts = Arbitraries.frequencyOf(
                Tuple.of(3, part().list().ofSize(1)),
                Tuple.of(2, part().list().ofMinSize(2).ofMaxSize(MOST_PARTS)));
        return Combinators.combine(among(MEMBERS), among(TENANTS), among(OUTLETS), daysAgo, parts)
                .as(Earn::new);
    }

    private static Arbitrary<Part> part() {
        Arbitrary<Integer> funder =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(-1)), Tuple.of(1, among(TENANTS)));
        return Combinators.combine(funder, Arbitraries.of(POCKETS), points()).as(Part::new);
    }

    private static Arbitrary<Step> authorize() {
        return Combinators.combine(
                        among(MEMBERS),
                        among(TENANTS),
                        among(OUTLETS),
                        points(),
                        Arbitraries.integers().between(1, LONGEST_HOLD_MINUTES))
                .as(Authorize::new);
    }

    /** Sometimes to oneself. */
    private static Arbitrary<Step> gift() {
        return Combinators.combine(
                        among(MEMBERS + RECEIVERS),
                        among(MEMBERS + RECEIVERS),
                        among(TENANTS),
                        among(OUTLETS),
                        points())
                .as(Gift::new);
    }

    private static Arbitrary<Integer> points() {
        return Arbitraries.integers().between(0, MOST_POINTS);
    }

    private static Arbitrary<Integer> nth() {
        return Arbitraries.integers().between(0, MANY);
    }

    private static Arbitrary<Integer> among(int howMany) {
        return Arbitraries.integers().between(1, howMany);
    }
}
