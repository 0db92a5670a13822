package eu.kontor.feeds.persistence;

import eu.kontor.kernel.CardNumber;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds cards among bytes, however long their lines are and however many cards there are. Every encoding that feeds come in writes digits as ASCII does,
 * with zeros between them at most.
 */
final class CardDigits {

    private static final long ALL_DIGITS = Math.powExact(10L, CardNumber.DIGITS);

    private final Set<Long> cards;

    /** @param cards their digits */
    CardDigits(Set<String> cards) {
        this.cards = cards.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads until a card is found, or to the end. */
    boolean areIn(InputStream in) throws IOException {
        Sight sight = new Sight();
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (sight.meets(each)) {
                return true;
            }
        }
        return false;
    }

    boolean areIn(byte[] line) {
        Sight sight = new Sight();
        for (byte each : line) {
            if (sight.meets(each & 0xff)) {
                return true;
            }
        }
        return false;
    }

    private final class Sight {

        private long last;
        private int digits;

        boolean meets(int each) {
            if (each >= '0' && each <= '9') {
                last = (last * 10 + each - '0') % ALL_DIGITS;
                digits++;
                return digits >= CardNumber.DIGITS && cards.contains(last);
            }
            if (!isBetweenDigits(each)) {
                digits = 0;
            }
            return false;
        }
    }

    /** What people and spreadsheets write between the groups of a number, in one byte or two. */
    private static boolean isBetweenDigits(int each) {
        return each == ' ' || each == '-' || each == '\t' || each == 0 || each == 0xA0 || each == 0xC2;
    }
}
