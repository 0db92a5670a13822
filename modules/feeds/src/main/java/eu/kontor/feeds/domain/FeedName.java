package eu.kontor.feeds.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.regex.Pattern;

/**
 * The name of a feed's file, safe as a name in any folder: letters, digits, dots, hyphens and underscores, not beginning with
 * a dot.
 */
public record FeedName(String value) {

    /** Leaves room for the number and the ending that we add below the 255 bytes that file systems allow. */
    public static final int MAX_LENGTH = 120;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0," + (MAX_LENGTH - 1) + "}");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._-]");

    /** @throws Refusal {@code FEED_NAME_INVALID} */
    public FeedName {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new Refusal(RefusalCode.FEED_NAME_INVALID, "file", String.valueOf(value));
        }
    }

    /** For files that were dropped in a folder, where nobody could be told: other characters become underscores. */
    public static FeedName nearest(String text) {
        String name = FOREIGN.matcher(text).replaceAll("_");
        if (name.isEmpty() || name.startsWith(".")) {
            name = "_" + name;
        }
        return new FeedName(name.length() <= MAX_LENGTH ? name : name.substring(name.length() - MAX_LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
