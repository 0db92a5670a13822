package eu.kontor.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import eu.kontor.it.whole.TheWhole;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Chromium in front of the running coalition, for all browser tests. */
final class BrowserSystem {

    /** The first settlement window: the month in which the tests' guests are served. */
    static final YearMonth MONTH = TheWhole.MONTH;

    static final String SAMPLE_PASSWORD = "ronda-sample-2026";
    private static final String LANGUAGE = "en";
    private static final int FIRST_ANSWER_MILLISECONDS = 30_000;

    private static BrowserSystem only;

    /** The address of a system that already runs, to write page objects against; nothing is started then. */
    private static final String ELSEWHERE = System.getProperty("kontor.it.url", "");

    private final String address = ELSEWHERE.isEmpty() ? TheWhole.running().address() + "/" : ELSEWHERE;
    private final Browser browser;
    private final Map<String, DeskSteps> staying = new HashMap<>();

    private BrowserSystem() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** Started by the first test that needs it, stopped with the tests' process. */
    static synchronized BrowserSystem running() {
        if (only == null) {
            only = new BrowserSystem();
        }
        return only;
    }

    /** Starts the server again with a clock in the month after {@link #MONTH}. */
    void goToThisMonth() {
        staying.values().forEach(DeskSteps::close);
        staying.clear();
        TheWhole.running().goToThisMonth();
    }

    String address() {
        return address;
    }

    /** A signed-in person at a desk: a browser of their own, 1440 wide, in English. */
    DeskSteps desk(String username) {
        return desk(username, Screen.DESK);
    }

    /** A desk at which a person of that screen already sits; not to be closed. Signing in for each view takes minutes. */
    DeskSteps deskThatStays(String username, Screen screen) {
        return staying.computeIfAbsent(String.join(" ", username, screen.name()), first -> desk(username, screen));
    }

    /** The language is the one this browser remembers: it comes before the person's own and the browser's. */
    private DeskSteps desk(String username, Screen screen) {
        Page page = strangersPage(screen);
        page.navigate(address());
        new SignInPage(page).signIn(username, SAMPLE_PASSWORD);
        return new DeskSteps(page, address());
    }

    /** A page of a browser in which nobody is signed in. */
    Page strangersPage(Screen screen) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen == Screen.PHONE)
                .setLocale(LANGUAGE)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(FIRST_ANSWER_MILLISECONDS);
        context.addCookies(List.of(new Cookie("kontor-language", LANGUAGE).setUrl(address())));
        return context.newPage();
    }

    /** A browser that was never here: nobody has signed in, and nothing is kept. */
    DeskSteps stranger() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(Screen.DESK.width(), Screen.DESK.height())
                .setLocale(LANGUAGE));
        context.setDefaultTimeout(FIRST_ANSWER_MILLISECONDS);
        return new DeskSteps(context.newPage(), address());
    }

    void signIn(Page page, String username) {
        new SignInPage(page).signIn(username, SAMPLE_PASSWORD);
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

    private static Path chromium() {
        String chosen = System.getenv("KONTOR_CHROMIUM");
        return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
    }
}
