package eu.kontor.feeds.domain;

/**
 * The request key of a line: outlet and the till's own reference. The same line in two files, or one that the till's own system
 * has already sent over the API with this key, is then known.
 */
final class FeedKeys {

    private FeedKeys() {}

    static String of(String outlet, String reference) {
        return outlet + '/' + reference;
    }
}
