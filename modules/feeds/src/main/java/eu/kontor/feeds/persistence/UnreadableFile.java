package eu.kontor.feeds.persistence;

import java.io.IOException;

/** A file that can be looked into by nobody: damaged, in too many wrappings, larger than any table, or of a kind that feeds do not read. */
final class UnreadableFile extends IOException {

    UnreadableFile(String why) {
        super(why);
    }

    UnreadableFile(IOException why) {
        super(why.getMessage(), why);
    }
}
