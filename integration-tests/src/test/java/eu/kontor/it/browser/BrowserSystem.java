package eu.kontor.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import eu.kontor.launcher.Installation;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.launcher.Ports;
import eu.kontor.launcher.Progress;
import eu.kontor.launcher.ServiceTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One running coalition for all browser tests, with the sample's brands and people, no transactions yet, and a Chromium in front.
 *
 * <p>Its server believes that it is the 20th of last month; {@link #goToThisMonth} starts it again on the 2nd of this one. So the
 * month in which guests were served can be closed.
 */
final class BrowserSystem {

    /** The first settlement window: the month in which the tests' guests are served. */
    static final YearMonth MONTH = YearMonth.from(Instant.now().atZone(ZoneOffset.UTC)).minusMonths(1);

    private static final int SERVICE_DAY = 20;
    private static final int CLOSING_DAY = 2;
    private static final String SAMPLE_PASSWORD = "ronda-sample-2026";
    /** New for every run: the realm in it names the run's own ports, and nobody has been served yet. */
    private static final Path HOME =
            Path.of("target", "browser", String.valueOf(ProcessHandle.current().pid()));

    private static final int FIRST_ANSWER_MILLISECONDS = 30_000;

    private static BrowserSystem only;

    private final Ports ports = Ports.free();
    private final Browser browser;
    private LocalSystem system;

    private BrowserSystem() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> system.close(), "stop-browser-system"));
        system = system(SERVICE_DAY, MONTH);
        system.start(Progress.SILENT);
        applyConfiguration();
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
        system = system(CLOSING_DAY, MONTH.plusMonths(1));
        system.restartServer();
    }

    String address() {
        return system.installation().portalUrl() + "/";
    }

    /** A signed-in person at a desk: a browser of their own, 1440 wide, in English. */
    Desk desk(String username) {
        return desk(username, Screen.DESK, "en");
    }

    Desk desk(String username, Screen screen, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setHasTouch(screen == Screen.PHONE)
                .setLocale(language)
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(FIRST_ANSWER_MILLISECONDS);
        Page page = context.newPage();
        page.navigate(address());
        new SignInPage(page).signIn(username, SAMPLE_PASSWORD);
        return new Desk(page, address());
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

    private LocalSystem system(int day, YearMonth month) {
        Instant clock = month.atDay(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new LocalSystem(new Installation(
                Installation.findCheckout(), HOME, ports, Installation.Size.SMALL, configuration(), clock.toString()));
    }

    /** The sample's configuration, beginning with the month of the tests. */
    private static Path configuration() {
        Path source = Installation.findCheckout().resolve("tenant-config");
        Path copy = HOME.resolve("tenant-config");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(
                            target,
                            Files.readString(file)
                                    .replaceAll("(?m)^firstWindow:.*$", "firstWindow: \"" + MONTH + "\""));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void applyConfiguration() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "api/v1/operations/configuration"))
                .header("Authorization", "Bearer " + ServiceTokens.of(system.installation()).forOperator())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the configuration was not applied: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path chromium() {
        String chosen = System.getenv("KONTOR_CHROMIUM");
        return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
    }
}
