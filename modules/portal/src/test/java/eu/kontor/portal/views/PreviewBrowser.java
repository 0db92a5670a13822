package eu.kontor.portal.views;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import eu.kontor.portal.preview.PortalPreview;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Chromium in front of the preview, for all tests of views; started by the first of them, ended with their process. */
final class PreviewBrowser {

    private static final int PATIENCE_MILLISECONDS = 30_000;

    private static PreviewBrowser only;

    private final PortalPreview preview;
    private final Browser browser;
    private final Map<String, PreviewPage> pages = new HashMap<>();

    private PreviewBrowser() throws Exception {
        preview = new PortalPreview(0);
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /**
     * The page of a person who signed in at that screen and language, whatever it shows now.
     *
     * @param as one of the preview's people, such as {@code cashier}
     */
    static synchronized PreviewPage page(String as, Screen screen, String language) throws Exception {
        if (only == null) {
            only = new PreviewBrowser();
        }
        return only.pages.computeIfAbsent(
                String.join(" ", as, screen.name(), language), first -> only.signIn(as, screen, language));
    }

    /** The language is the one this browser remembers: it comes before the person's own and the browser's. */
    private PreviewPage signIn(String as, Screen screen, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen == Screen.PHONE)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        context.addCookies(List.of(new Cookie("kontor-language", language).setUrl(preview.address())));
        PreviewPage page = new PreviewPage(context.newPage(), preview.address());
        page.open("?as=" + as);
        return page;
    }

    private static Path chromium() {
        String chosen = System.getenv("KONTOR_CHROMIUM");
        return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
    }

    /** The two widths at which every view is designed. */
    enum Screen {
        DESK(1440, 900),
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
