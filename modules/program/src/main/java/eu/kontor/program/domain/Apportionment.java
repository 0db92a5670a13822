package eu.kontor.program.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole number in proportion to weights so that nothing is lost or invented: rounded down, the rest to the largest remainders. */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param whole from 0 to the sum of the weights: no part is greater than its weight
     * @param weights none negative
     */
    static long[] of(long whole, long[] weights) {
        long[] parts = new long[weights.length];
        long sum = Arrays.stream(weights).sum();
        if (whole == 0) {
            return parts;
        }
        BigInteger[] remainders = new BigInteger[weights.length];
        long rest = whole;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] divided = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            rest -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(rest)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
