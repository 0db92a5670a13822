package eu.kontor.portal.views;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** What one person sees of the preview. */
record PreviewPage(Page page, String address) {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> RULES_OF_COLOURS = List.of("color-contrast", "link-in-text-block");

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

    PreviewPage open(String place) {
        page.navigate(address + place);
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
    List<String> accessibilityFindings() {
        return findings(new AxeBuilder(page).withTags(WCAG_2_2_AA));
    }

    /** What axe finds by the rules that look at colours. */
    List<String> colourFindings() {
        return findings(new AxeBuilder(page).withRules(RULES_OF_COLOURS));
    }

    private List<String> findings(AxeBuilder axe) {
        settle();
        return axe.exclude("vaadin-connection-indicator").analyze().getViolations().stream()
                .map(PreviewPage::inOneLine)
                .toList();
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

    private static String inOneLine(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .limit(3)
                        .toList();
    }
}
