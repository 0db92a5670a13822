package eu.kontor.feeds.domain;

import eu.kontor.kernel.Digest;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The request key of a line: outlet and the till's own reference. The same line in two files, or one that the till's own system
 * has already sent over the API with this key, is then known.
 */
final class FeedKeys {

    /** Enough to tell a few sales on one ticket apart. */
    private static final int HASHED_BYTES = 8;

    private FeedKeys() {}

    static String of(String outlet, String reference) {
        return outlet + '/' + reference;
    }

    /** A till that numbers returns as it numbers sales gives a return the number of its sale, or of another day's. */
    static String ofReturn(String outlet, LocalDate date, String reference) {
        return outlet + '/' + date + '/' + reference + "/return";
    }

    /** One of several sales of which a return takes something back; two long numbers are no key. */
    static String ofOneReturn(String ofReturn, String sale) {
        return ofReturn + '/' + HexFormat.of().formatHex(Digest.of(sale), 0, HASHED_BYTES);
    }

    static String ofPointsReturn(String outlet, LocalDate date, String reference) {
        return outlet + '/' + date + '/' + reference + "/points-return";
    }
}
