package eu.kontor.portal.views;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What one person sees of the preview, and then another one: a page whose browser has what it once loaded. */
final class PreviewPage {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> RULES_OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String AXE = resource("/axe.min.js");
    private static final String BOXES = resource("/eu/kontor/portal/views/boxes.js");

    /**
     * Axe in the page itself, which has no frames: by its builder every look would open a second page and send all that is right to and fro.
     * What is wrong comes back, in one line per rule.
     */
    private static final String LOOK =
            """
            async (kindAndValues) => {
              const answer = await axe.run(
                { exclude: [['vaadin-connection-indicator']] },
                { runOnly: kindAndValues, resultTypes: ['violations'] });
              return answer.violations.map(rule => rule.id + ': ' + rule.help + ' at '
                + JSON.stringify(rule.nodes.slice(0, 3).map(node => node.target)));
            }
            """;

    /** No part of the view shows a skeleton. */
    private static final String LOADED = "() => !document.querySelector('[aria-busy=true]')";

    /** The server's last answer is shown, and no transition of the theme is under way. */
    private static final String SETTLED =
            """
            () => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
                && document.getAnimations().every(animation => animation.playState !== 'running'
                    || animation.effect?.getTiming().iterations === Infinity)
                && document.fonts.status === 'loaded'
            """;

    private final Page page;
    private final String address;
    private String who = "";
    private String signsIn = "";

    PreviewPage(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /**
     * Whose what is opened next is. A session keeps its person and its language, so that others begin another one; the language is the one
     * that the browser remembers, which comes before the person's own and the browser's.
     */
    PreviewPage as(String person, String language) {
        String wanted = person + " " + language;
        if (!wanted.equals(who)) {
            page.navigate("about:blank");
            page.context().clearCookies();
            page.context().addCookies(List.of(new Cookie("kontor-language", language).setUrl(address)));
            signsIn = "as=" + person;
            who = wanted;
        }
        return this;
    }

    Page page() {
        return page;
    }

    PreviewPage open(String place) {
        String join = signsIn.isEmpty() ? "" : place.contains("?") ? "&" : "?";
        page.navigate(address + place + join + signsIn);
        signsIn = "";
        page.locator(".k-shell h1, .k-problem h2").first().waitFor();
        page.waitForFunction(LOADED);
        return this;
    }

    PreviewPage in(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return this;
    }

    /** Waits until what was asked for is shown. */
    void settle() {
        page.waitForFunction(SETTLED);
        page.waitForFunction(LOADED);
        page.waitForFunction(SETTLED);
    }

    int refusals() {
        return page.locator(".k-problem").count();
    }

    /** What axe finds against WCAG 2.2 AA, in one line per rule. */
    List<?> accessibilityFindings() {
        return findings("tag", WCAG_2_2_AA);
    }

    /** What is wrong with the boxes of the view, in one line each. */
    List<?> boxFindings() {
        settle();
        return (List<?>) page.evaluate(BOXES);
    }

    /** What axe finds by the rules that look at colours. */
    List<?> colourFindings() {
        return findings("rule", RULES_OF_COLOURS);
    }

    private List<?> findings(String kind, List<String> values) {
        settle();
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(LOOK, Map.of("type", kind, "values", values));
    }

    /** How many pixels the page is wider than the window: 0 where nothing must be scrolled sideways. */
    int widerThanTheWindow() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    void takePicture(String name) {
        settle();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    String background() {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static String resource(String name) {
        try (InputStream file = AxeBuilder.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
