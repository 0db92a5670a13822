package eu.kontor.portal.views;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import eu.kontor.portal.preview.PortalPreview;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Chromium in front of the preview for each thread of tests, because Playwright keeps to one; they share the preview. Started by the first
 * test that asks, ended with the process.
 */
final class PreviewBrowser {

    private static final int PATIENCE_MILLISECONDS = 30_000;

    private static final ThreadLocal<PreviewBrowser> OF_THIS_THREAD = new ThreadLocal<>();

    private static PortalPreview preview;

    private final String address;
    private final Browser browser;
    private final Map<Screen, PreviewPage> pages = new EnumMap<>(Screen.class);

    private PreviewBrowser(String address) {
        this(address, List.of());
    }

    private PreviewBrowser(String address, List<String> more) {
        this.address = address;
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(Stream.concat(
                                        Stream.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
                                        more.stream())
                                .toList()));
    }

    /**
     * The page at that screen, for a person and a language: what is opened there next is theirs.
     *
     * @param as one of the preview's people, such as {@code cashier}
     */
    static PreviewPage page(String as, Screen screen, String language) throws Exception {
        PreviewBrowser mine = OF_THIS_THREAD.get();
        if (mine == null) {
            mine = new PreviewBrowser(sharedAddress());
            OF_THIS_THREAD.set(mine);
        }
        return mine.pages.computeIfAbsent(screen, mine::newPage).as(as, language);
    }

    /** A Chromium of its own, on a device such as its arguments say; whoever asks closes the browser of the page's context. */
    static PreviewPage pageOn(List<String> arguments, String as) throws Exception {
        return new PreviewBrowser(sharedAddress(), arguments)
                .newPage(Screen.DESK)
                .as(as, "en");
    }

    private static synchronized String sharedAddress() throws Exception {
        if (preview == null) {
            preview = new PortalPreview(0);
        }
        return preview.address();
    }

    /** For whoever closed one: a month closes once, and the preview is everybody's. */
    static synchronized void reopenTheMonth() {
        if (preview != null) {
            preview.reopenTheMonth();
        }
    }

    private PreviewPage newPage(Screen screen) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen == Screen.PHONE)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return new PreviewPage(context.newPage(), address);
    }

    private static Path chromium() {
        String chosen = System.getenv("KONTOR_CHROMIUM");
        return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
    }

    /** The widths at which every view is designed. */
    enum Screen {
        DESK(1440, 900),
        TABLET(1024, 768),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }
}
