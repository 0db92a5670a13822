package eu.kontor.feeds.domain;

import java.time.LocalDate;

/**
 * The request key of a line: outlet and the till's own reference. The same line in two files, or one that the till's own system
 * has already sent over the API with this key, is then known.
 */
final class FeedKeys {

    private FeedKeys() {}

    static String of(String outlet, String reference) {
        return outlet + '/' + reference;
    }

    /** A till that numbers returns as it numbers sales gives a return the number of its sale, or of another day's. */
    static String ofReturn(String outlet, LocalDate date, String reference) {
        return outlet + '/' + date + '/' + reference + "/return";
    }
}
