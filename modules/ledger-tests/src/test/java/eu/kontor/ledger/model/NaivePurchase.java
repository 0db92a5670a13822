package eu.kontor.ledger.model;

import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A purchase, who paid for it, and how it was taken back if it was. */
final class NaivePurchase {
    final long number;
    final long member;
    final int tenant;
    final List<Part> parts = new ArrayList<>();
    boolean isReversed;

    NaivePurchase(long number, long member, int tenant) {
        this.number = number;
        this.member = member;
        this.tenant = tenant;
    }

    /** What came from one funder into one pocket. */
    static final class Part {
        final Source source;
        final int months;
        int points;
        int expired;
        int taken;

        Part(Source source, int months) {
            this.source = source;
            this.months = months;
        }

        int missing() {
            return points - expired - taken;
        }
    }

    void earned(Place funder, int months, int points) {
        Source source = new Source(number, funder);
        Part part = parts.stream()
                .filter(known -> known.source.equals(source) && known.months == months)
                .findFirst()
                .orElseGet(() -> {
                    Part fresh = new Part(source, months);
                    parts.add(fresh);
                    return fresh;
                });
        part.points += points;
    }

    /** What earned nothing is taken back as one part of nothing. */
    Stream<String> reversal() {
        if (!isReversed) {
            return Stream.of();
        }
        if (parts.isEmpty()) {
            return Stream.of("reversal of " + number + " part 1 at " + tenant + "/0: taken 0 owed 0 expired 0");
        }
        return IntStream.range(0, parts.size()).mapToObj(i -> {
            Part part = parts.get(i);
            return "reversal of " + number + " part " + (i + 1) + " at " + part.source.funder() + ": taken "
                    + part.taken + " owed " + part.missing() + " expired " + part.expired;
        });
    }
}
