package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for room before something large is written: half an unpacked server helps nobody. */
final class DiskSpace {

    private static final long MEGABYTE = 1024L * 1024;

    private DiskSpace() {}

    /**
     * @param directory where it is going to be written; exists
     * @param megabytes how much that takes
     * @param what it is, for the sentence that says that it does not fit
     * @throws LauncherFailure if there is less room
     */
    static void need(Path directory, int megabytes, String what) {
        long free;
        try {
            free = Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            // A file system that does not say how much room it has may have enough; writing will tell.
            return;
        }
        if (free < megabytes) {
            throw new LauncherFailure("The disk of " + directory + " is full: " + free + " MB are free, " + megabytes
                    + " MB are needed for " + what + ".");
        }
    }
}
