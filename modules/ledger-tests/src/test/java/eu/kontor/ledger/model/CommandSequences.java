package eu.kontor.ledger.model;

import eu.kontor.kernel.Activity;
import eu.kontor.ledger.model.Command.Authorize;
import eu.kontor.ledger.model.Command.Capture;
import eu.kontor.ledger.model.Command.CloseWindow;
import eu.kontor.ledger.model.Command.Decide;
import eu.kontor.ledger.model.Command.Duplicates;
import eu.kontor.ledger.model.Command.Earn;
import eu.kontor.ledger.model.Command.Exchange;
import eu.kontor.ledger.model.Command.Expire;
import eu.kontor.ledger.model.Command.Gift;
import eu.kontor.ledger.model.Command.Goodwill;
import eu.kontor.ledger.model.Command.Merge;
import eu.kontor.ledger.model.Command.Part;
import eu.kontor.ledger.model.Command.Post;
import eu.kontor.ledger.model.Command.Race;
import eu.kontor.ledger.model.Command.ReleaseOverdueHolds;
import eu.kontor.ledger.model.Command.Retry;
import eu.kontor.ledger.model.Command.ReturnRedemption;
import eu.kontor.ledger.model.Command.Reuse;
import eu.kontor.ledger.model.Command.ReusedWith;
import eu.kontor.ledger.model.Command.Reverse;
import eu.kontor.ledger.model.Command.RingUpAnew;
import eu.kontor.ledger.model.Command.Separate;
import eu.kontor.ledger.model.Command.Step;
import eu.kontor.ledger.model.Command.TakeBackGoodwill;
import eu.kontor.ledger.model.Command.TakeSnapshot;
import eu.kontor.ledger.model.Command.Tell;
import eu.kontor.ledger.model.Command.Ticket;
import eu.kontor.ledger.model.Command.VoidHold;
import eu.kontor.ledger.model.Command.Wait;
import eu.kontor.ledger.model.Command.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random commands, the same ones for the same seed, over few members, partners and pockets, so that they meet often. */
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

    /** Two members, two contents each: a ticket that is taken back often enough comes to its end. */
    private static final int TICKETS = 2;

    private static final int MOST_POINTS = 40;
    private static final int LONGEST_HOLD_MINUTES = 30;
    private static final int MANY = 1_000;

    /** A moment, past some holds, a day, a month and a half, past the shorter pocket's year. */
    private static final List<Integer> WAITS = List.of(1, 20, 60 * 24, 60 * 24 * 45, 60 * 24 * 200);

    /** Two of inactivity, two of a fixed term: a month and half a year. */
    private static final List<Integer> POCKETS = List.of(6, 12, -999, -994);

    private static final List<Set<Activity>> ACTIVITIES = List.of(
            Set.of(Activity.PURCHASE, Activity.REDEMPTION),
            Set.of(Activity.REDEMPTION),
            Set.of(Activity.PURCHASE, Activity.GIFT_GIVEN),
            Set.of(Activity.GIFT_RECEIVED));

    /** So often goodwill comes between the other commands. */
    private static final int GOODWILL_AFTER_ONE_OF = 6;

    /** And so often accounts are merged, or part. */
    private static final int MERGE_AFTER_ONE_OF = 5;

    /**
     * Of how many sequences which ones have commands that are whole or nothing among the others. The rest are what they were before there
     * were any, and the seeds that are known to lead to planted bugs still do.
     */
    private static final int OF_SEQUENCES = 7;

    private static final Set<Integer> WITH_WHOLE_ONES = Set.of(2, 3, 5);

    private static final int MOST_WHOLE_ONES = 5;

    private final RandomGenerator random;
    private final boolean hasWholeOnes;

    /** Draws nothing from the other, so that sequences of before it could be given are the same with it in between. */
    private final RandomGenerator ofGoodwill;

    private final RandomGenerator ofMerges;

    CommandSequences(long seed) {
        random = new SplittableRandom(seed);
        ofGoodwill = new SplittableRandom(~seed);
        ofMerges = new SplittableRandom(~seed + 1);
        hasWholeOnes = WITH_WHOLE_ONES.contains(Math.floorMod(seed, OF_SEQUENCES));
    }

    List<Command> next() {
        List<Command> commands = some(MOST_COMMANDS, this::command);
        if (!hasWholeOnes) {
            return commands;
        }
        List<Command> all = new ArrayList<>(commands);
        some(MOST_WHOLE_ONES, this::wholeOne).forEach(one -> all.add(between(0, all.size()), one));
        return all;
    }

    private Command wholeOne() {
        return switch (frequency(1, 1, 1)) {
            case 0 -> new Exchange(earn(), new Reverse(nth(), what(), byAStranger()));
            case 1 -> new Exchange(ticket(), new Reverse(nth(), what(), false));
            default -> new RingUpAnew(nth(), among(MEMBERS), of(List.of(0, 7, 7, 7, 20)));
        };
    }

    /** The same, with goodwill given and taken back in between. */
    List<Command> nextWithGoodwill() {
        List<Command> commands = new ArrayList<>();
        for (Command command : next()) {
            commands.add(command);
            if (ofGoodwill.nextInt(GOODWILL_AFTER_ONE_OF) == 0) {
                commands.add(new Post(Stream.generate(this::goodwill)
                        .limit(1 + ofGoodwill.nextInt(2))
                        .toList()));
            }
        }
        return commands;
    }

    /** The same, with members who turn out to be one person, or not. */
    List<Command> nextWithMerges() {
        List<Command> commands = new ArrayList<>();
        for (Command command : nextWithGoodwill()) {
            commands.add(command);
            if (ofMerges.nextInt(MERGE_AFTER_ONE_OF) == 0) {
                int member = 1 + ofMerges.nextInt(MEMBERS + RECEIVERS);
                commands.add(
                        ofMerges.nextInt(3) == 0
                                ? new Separate(member)
                                : new Merge(member, 1 + ofMerges.nextInt(MEMBERS + RECEIVERS)));
            }
        }
        return commands;
    }

    private Step goodwill() {
        return ofGoodwill.nextInt(3) == 0
                ? new TakeBackGoodwill(
                        ofGoodwill.nextInt(MANY), ofGoodwill.nextInt(8) == 0, ofGoodwill.nextInt(10) == 0)
                : new Goodwill(
                        1 + ofGoodwill.nextInt(MEMBERS),
                        1 + ofGoodwill.nextInt(TENANTS),
                        POCKETS.get(ofGoodwill.nextInt(POCKETS.size())),
                        ofGoodwill.nextInt(MOST_POINTS),
                        ofGoodwill.nextBoolean());
    }

    /** What stands twice as often is drawn twice as often. */
    private Command command() {
        return switch (frequency(12, 2, 1, 2, 1, 2, 2, 1, 3, 1)) {
            case 0 -> new Post(some(MOST_STEPS_OF_A_BATCH, this::step));
            case 1 -> new Race(step(), step());
            case 2 -> new Duplicates(step());
            case 3 -> new Wait(of(WAITS));
            case 4 -> new CloseWindow(of(List.of(0, 0, 0, 1, -1)));
            case 5 -> new Tell(of(List.of(0, 0, 1, 20)));
            case 6 -> new Expire(of(List.of(0, 0, 1, 20)));
            case 7 -> new Decide(of(List.of(5, 30)), of(ACTIVITIES));
            case 8 -> new TakeSnapshot(of(List.of(1, 2, MANY)));
            default -> new ReleaseOverdueHolds();
        };
    }

    private Step step() {
        return switch (frequency(10, 6, 5, 2, 5, 4, 2, 1, 4, 3)) {
            case 0 -> earn();
            case 1 ->
                new Authorize(
                        among(MEMBERS), among(TENANTS), among(OUTLETS), points(), between(1, LONGEST_HOLD_MINUTES));
            case 2 -> new Capture(nth(), random.nextBoolean() ? -1 : points(), byAStranger());
            case 3 -> new VoidHold(nth(), byAStranger());
            case 4 -> new Reverse(nth(), what(), byAStranger());
            case 5 ->
                // Sometimes to oneself.
                new Gift(
                        among(MEMBERS + RECEIVERS),
                        among(MEMBERS + RECEIVERS),
                        among(TENANTS),
                        among(OUTLETS),
                        points());
            case 6 -> new Retry(nth());
            case 7 -> new Reuse(nth(), of(List.of(ReusedWith.values())));
            case 8 -> ticket();
            default -> new ReturnRedemption(nth(), random.nextBoolean() ? -1 : points(), byAStranger());
        };
    }

    private Ticket ticket() {
        return new Ticket(among(MEMBERS), among(2), among(TICKETS), of(List.of(0, 7, 7, 7, 20)));
    }

    private Earn earn() {
        int daysAgo = frequency(8, 1) == 0 ? between(0, 70) : of(List.of(-1, MANY));
        List<Part> parts = frequency(3, 2) == 0
                ? List.of(part())
                : Stream.generate(this::part).limit(between(2, MOST_PARTS)).toList();
        return new Earn(among(MEMBERS), among(TENANTS), among(OUTLETS), daysAgo, parts);
    }

    /** Everything, an amount, units of a line for what they were sold for, and for another amount; sometimes more than there is. */
    private What what() {
        return switch (frequency(3, 4, 4, 1)) {
            case 0 -> new What(0, 0, 0);
            case 1 -> new What(0, 0, between(1, NaivePurchase.SOLD));
            case 2 -> new What(among(NaivePurchase.LINES), among(NaivePurchase.MOST_UNITS), -1);
            default -> new What(among(NaivePurchase.LINES), 1, between(1, NaivePurchase.SOLD / 2));
        };
    }

    private Part part() {
        return new Part(frequency(3, 1) == 0 ? -1 : among(TENANTS), of(POCKETS), points());
    }

    private boolean byAStranger() {
        return frequency(9, 1) == 1;
    }

    /** A purchase of nothing, and one of which nothing is left, matter more often than chance would have it. */
    private int points() {
        return frequency(9, 1) == 0 ? between(0, MOST_POINTS) : 0;
    }

    private int nth() {
        return between(0, MANY);
    }

    private int among(int howMany) {
        return between(1, howMany);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(between(1, most)).toList();
    }

    /** @return the place of one of the weights */
    private int frequency(int... weights) {
        int left = random.nextInt(Arrays.stream(weights).sum());
        int place = 0;
        while (left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return place;
    }
}
