package eu.kontor.ledger.domain;

import java.math.BigInteger;

/**
 * A share of an award, exact: a third is a third, so that whatever comes in any order adds up.
 *
 * @param over at most {@code under}
 */
record AwardShare(BigInteger over, BigInteger under) {

    static final AwardShare NOTHING = new AwardShare(BigInteger.ZERO, BigInteger.ONE);
    static final AwardShare ALL = new AwardShare(BigInteger.ONE, BigInteger.ONE);

    static AwardShare of(long over, long under) {
        return new AwardShare(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    AwardShare plus(AwardShare other) {
        return reduced(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    AwardShare times(AwardShare other) {
        return reduced(over.multiply(other.over), under.multiply(other.under));
    }

    /** What is missing to all. */
    AwardShare rest() {
        return new AwardShare(under.subtract(over), under);
    }

    /** So many whole points of an award; the fraction stays with the member until the rest comes back. */
    long of(long points) {
        return BigInteger.valueOf(points).multiply(over).divide(under).longValueExact();
    }

    /** Two hundred lines would make long numbers of short ones. */
    private static AwardShare reduced(BigInteger over, BigInteger under) {
        BigInteger common = over.gcd(under);
        return common.signum() == 0 ? NOTHING : new AwardShare(over.divide(common), under.divide(common));
    }
}
