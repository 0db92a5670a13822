package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Beside the pid files: which checkout started them. A setting can point two checkouts at one directory. */
final class CheckoutMark {

    private CheckoutMark() {}

    static void write(Installation installation) {
        try {
            Files.writeString(file(installation), installation.checkout() + "\n");
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The file " + file(installation) + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** @throws LauncherFailure if another checkout than ours started what runs in this installation */
    static void refuseAnother(Installation installation) {
        Path other;
        try {
            other = Path.of(Files.readString(file(installation)).strip());
            if (Files.isSameFile(other, installation.checkout())) {
                return;
            }
        } catch (IOException e) {
            // No mark, or a checkout that is gone: nobody else can be using these processes from there.
            return;
        }
        throw new LauncherFailure("What runs in " + installation.home() + " was started by the checkout " + other
                + "; stop it there first.");
    }

    private static Path file(Installation installation) {
        return installation.pidFile("checkout").resolveSibling("checkout");
    }
}
