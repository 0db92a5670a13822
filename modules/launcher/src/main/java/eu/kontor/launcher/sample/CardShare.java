package eu.kontor.launcher.sample;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Decides by a fixed seed which transactions of a brand carry a card, and whose: some members come often, many now and then. */
final class CardShare {

    /** Nobody comes more than five times as often as the middle one. */
    private static final double MOST_FREQUENT = 5;

    /** Spread of the logarithm of how often members come. */
    private static final double SPREAD = 0.8;

    private final Random random;
    private final List<SampleMembers.Member> guests;
    private final double share;
    private final double[] weightsUpTo;

    /**
     * @param guests who come to the brand at all
     * @param share of the transactions that carry a card, 0 to 1
     */
    CardShare(long seed, List<SampleMembers.Member> guests, double share) {
        this.random = new Random(seed);
        this.guests = guests;
        this.share = share;
        this.weightsUpTo = new double[guests.size()];
        double sum = 0;
        for (int i = 0; i < weightsUpTo.length; i++) {
            sum += Math.min(MOST_FREQUENT, Math.exp(SPREAD * random.nextGaussian()));
            weightsUpTo[i] = sum;
        }
    }

    /** Whose card the next transaction carries; empty when it carries none. */
    Optional<SampleMembers.Member> next() {
        if (random.nextDouble() >= share) {
            return Optional.empty();
        }
        double point = random.nextDouble() * weightsUpTo[weightsUpTo.length - 1];
        int found = java.util.Arrays.binarySearch(weightsUpTo, point);
        return Optional.of(guests.get(Math.min(guests.size() - 1, found < 0 ? -found - 1 : found + 1)));
    }
}
