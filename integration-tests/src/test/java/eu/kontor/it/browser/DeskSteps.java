package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** One person's browser: what is on every view, and the way to each of them. */
record DeskSteps(Page page, String address) implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

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

    /** The jobs that the navigation offers, in its order. */
    List<String> jobs() {
        return page.locator(".k-nav a").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    DeskSteps open(String place) {
        page.navigate(address + place);
        try {
            title().waitFor();
        } catch (TimeoutError late) {
            MissedPage.keep(page, place);
            throw late;
        }
        page.waitForFunction(LOADED);
        return this;
    }

    private Locator title() {
        return page.locator(".k-shell h1, .k-problem h2").first();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** What the view says happened. */
    Locator says(String words) {
        return page.getByText(words).first();
    }

    void takePicture(String name) {
        settle();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** How many pixels the page is wider than the window: 0 where nothing must be scrolled sideways. */
    int widerThanTheWindow() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    FrontDeskPage frontDesk() {
        open("front-desk");
        return new FrontDeskPage(this);
    }

    ImportsPage imports() {
        open("imports");
        return new ImportsPage(this);
    }

    SettlementPage settlement() {
        open("settlement");
        return new SettlementPage(this);
    }

    MembersPage members() {
        open("members");
        return new MembersPage(this);
    }

    TenantsPage tenants() {
        open("tenants");
        return new TenantsPage(this);
    }

    /** The control with which this view shows the past. */
    AsOfControl asOf() {
        return new AsOfControl(this);
    }

    /** Waits until what was asked for is shown. */
    void settle() {
        page.waitForFunction(SETTLED);
        page.waitForFunction(LOADED);
        page.waitForFunction(SETTLED);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
