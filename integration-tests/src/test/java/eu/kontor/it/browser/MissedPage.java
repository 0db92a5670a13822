package eu.kontor.it.browser;

import com.microsoft.playwright.Page;
import eu.kontor.it.whole.TheWhole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What there was of a page that did not come: a picture, its text, and what the server's threads did then. */
final class MissedPage {

    private static final Path FOLDER = Path.of("target", "missed-pages");

    private static int kept;

    private MissedPage() {}

    static void keep(Page page, String place) {
        try {
            Path folder = Files.createDirectories(FOLDER);
            String name = place.replace('/', '-') + "-" + (++kept);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
            Files.writeString(folder.resolve(name + ".html"), page.content());
            threads(folder.resolve(name + ".threads"));
            System.err.println(place + " did not come; see " + folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void threads(Path file) throws IOException {
        long server = TheWhole.running().system().processes().get("Open Liberty");
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(server), "Thread.print", "-l")
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start()
                .onExit()
                .join();
    }
}
