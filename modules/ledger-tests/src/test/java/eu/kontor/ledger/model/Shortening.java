package eu.kontor.ledger.model;

import eu.kontor.ledger.model.Command.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes commands, and then items of batches, out of a sequence as long as it still fails (A. Zeller, R. Hildebrandt: Simplifying and
 * Isolating Failure-Inducing Input, 2002). What races may fail once and not again, so that the shortest one found is what remains, not
 * the shortest there is.
 */
final class Shortening {

    /** A sequence is a fraction of a second; nobody waits longer than minutes for a failure to be printed. */
    private static final int MOST_TRIALS = 400;

    private final Predicate<List<Command>> fails;
    private int trials;

    Shortening(Predicate<List<Command>> fails) {
        this.fails = fails;
    }

    List<Command> shortestOf(List<Command> failing) {
        List<Command> shorter = without(failing, List::copyOf);
        for (int place = 0; place < shorter.size(); place++) {
            if (shorter.get(place) instanceof Post post && post.steps().size() > 1) {
                List<Command> around = shorter;
                int here = place;
                List<Command.Step> steps =
                        without(post.steps(), fewer -> replaced(around, here, new Post(List.copyOf(fewer))));
                shorter = replaced(shorter, place, new Post(steps));
            }
        }
        return shorter;
    }

    /** Runs of halves, quarters and so on, down to single ones. */
    private <T> List<T> without(List<T> all, Sequence<T> sequence) {
        List<T> left = all;
        for (int run = Math.max(1, all.size() / 2); run >= 1; run /= 2) {
            int from = 0;
            while (from < left.size() && left.size() > 1) {
                List<T> fewer = new ArrayList<>(left.subList(0, from));
                fewer.addAll(left.subList(Math.min(from + run, left.size()), left.size()));
                if (!fewer.isEmpty() && trials++ < MOST_TRIALS && fails.test(sequence.of(fewer))) {
                    left = fewer;
                } else {
                    from += run;
                }
            }
        }
        return List.copyOf(left);
    }

    private static List<Command> replaced(List<Command> commands, int place, Command by) {
        List<Command> changed = new ArrayList<>(commands);
        changed.set(place, by);
        return List.copyOf(changed);
    }

    @FunctionalInterface
    private interface Sequence<T> {
        List<Command> of(List<T> parts);
    }
}
