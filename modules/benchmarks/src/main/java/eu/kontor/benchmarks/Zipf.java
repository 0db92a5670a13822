package eu.kontor.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Numbers from 1 on, where k comes with a weight of 1 / k^exponent. */
final class Zipf {

    private final double[] cumulated;

    Zipf(int numbers, double exponent) {
        cumulated = new double[numbers];
        double sum = 0;
        for (int k = 1; k <= numbers; k++) {
            sum += 1 / Math.pow(k, exponent);
            cumulated[k - 1] = sum;
        }
    }

    int next(RandomGenerator random) {
        int place = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(place < 0 ? -place : place + 1, cumulated.length);
    }
}
