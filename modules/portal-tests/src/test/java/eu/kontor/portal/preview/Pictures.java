package eu.kontor.portal.preview;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes pictures of the preview's views.
 *
 * <p>{@code Pictures DIRECTORY [NAME …]}: every picture, or those whose name begins with one of the given. A name says what is on
 * it: {@code frontdesk-390-es-dark.png}. The system property {@code preview.variants=all} adds Spanish, Chinese and dark to every
 * page; {@code preview.port} names a running preview.
 */
public final class Pictures {

    private static final Map<String, String> NO_BROWSER_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final String CHROMIUM = System.getProperty("preview.chromium", "/usr/bin/chromium");
    private static final int PATIENCE_MILLISECONDS = 6_000;
    private static final int READY_MILLISECONDS = 600;

    /**
     * @param name what is on the picture
     * @param as who signs in, see {@link PreviewSignIn}
     * @param place the address
     * @param act what to do before the picture is taken
     */
    record Shot(String name, String as, String place, Consumer<Page> act) {
        Shot(String name, String as, String place) {
            this(name, as, place, page -> {});
        }
    }

    private record Variant(int width, int height, String language, ColorScheme scheme) {
        String name() {
            return width + "-" + language + (scheme == ColorScheme.DARK ? "-dark" : "");
        }
    }

    private Pictures() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        List<Shot> shots = PreviewShots.all().stream()
                .filter(shot -> wanted.isEmpty() || wanted.stream().anyMatch(shot.name()::startsWith))
                .toList();
        String running = System.getProperty("preview.port");
        if (running != null) {
            take(shots, directory, "http://localhost:" + running + "/");
            return;
        }
        try (PortalPreview preview = new PortalPreview(0)) {
            take(shots, directory, preview.address());
        }
        System.exit(0);
    }

    private static void take(List<Shot> shots, Path directory, String address) {
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_BROWSER_DOWNLOAD));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(CHROMIUM))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            for (Variant variant : variants()) {
                Map<String, List<Shot>> byPerson = shots.stream().collect(Collectors.groupingBy(Shot::as));
                byPerson.forEach(
                        (as, theirs) -> theirs.forEach(shot -> take(browser, variant, shot, address, directory)));
            }
        }
    }

    private static List<Variant> variants() {
        List<Variant> usual = List.of(
                new Variant(1440, 900, "en", ColorScheme.LIGHT), new Variant(390, 844, "en", ColorScheme.LIGHT));
        List<Variant> all = List.of(
                new Variant(1440, 900, "en", ColorScheme.LIGHT),
                new Variant(390, 844, "en", ColorScheme.LIGHT),
                new Variant(1440, 900, "es", ColorScheme.DARK),
                new Variant(390, 844, "zh", ColorScheme.DARK),
                new Variant(1440, 900, "zh", ColorScheme.LIGHT),
                new Variant(390, 844, "es", ColorScheme.LIGHT));
        Set<String> names = Set.of(System.getProperty("preview.variants", "").split(","));
        if (names.contains("all")) {
            return all;
        }
        List<Variant> chosen =
                all.stream().filter(variant -> names.contains(variant.name())).toList();
        return chosen.isEmpty() ? usual : chosen;
    }

    private static void take(Browser browser, Variant variant, Shot shot, String address, Path directory) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(variant.width(), variant.height())
                .setLocale(variant.language().equals("zh") ? "zh-CN" : variant.language())
                .setHasTouch(variant.width() < 800)
                .setColorScheme(variant.scheme()))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    System.out.println(shot.name() + ": " + message.text());
                }
            });
            page.onPageError(error -> System.out.println(shot.name() + ": " + error));
            page.navigate(address + shot.place() + (shot.place().contains("?") ? "&" : "?") + "as=" + shot.as());
            page.waitForSelector(
                    ".k-shell h1, .k-empty h2", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLISECONDS));
            shot.act().accept(page);
            page.waitForTimeout(READY_MILLISECONDS);
            Path file = directory.resolve(shot.name() + "-" + variant.name() + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
            System.out.println(file);
        } catch (RuntimeException e) {
            System.out.println(shot.name() + "-" + variant.name() + " failed: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
