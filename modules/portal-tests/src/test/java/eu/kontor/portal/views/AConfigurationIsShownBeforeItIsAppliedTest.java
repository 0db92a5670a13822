package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing can be applied before somebody has seen, in words, what it would change. */
class AConfigurationIsShownBeforeItIsAppliedTest {

    private static final String FOLDER = "kontor.tenant.config";

    @TempDir
    static Path folder;

    @BeforeAll
    static void thereIsAFolder() {
        System.setProperty(FOLDER, folder.toString());
    }

    @AfterAll
    static void thereIsNone() {
        System.clearProperty(FOLDER);
    }

    @Test
    void section_by_section_and_applied_only_then() throws Exception {
        PreviewPage view = PreviewBrowser.page("operator", Screen.DESK, "en").open("tenants");
        view.settle();
        Page page = view.page();
        button(page, "Apply configuration").click();
        assertThat(button(page, "See what would change")).isVisible();
        assertThat(button(page, "Apply now")).hasCount(0);

        button(page, "See what would change").click();
        assertThat(page.locator(".k-plan")).containsText("statements are due 30 → 14 days after the close");
        assertThat(page.locator(".k-plan")).containsText("pays 0.01 → 0.0095 per point issued");

        view.settle();
        button(page, "Apply now").click();
        assertThat(page.locator(".k-outcome")).containsText("Applied");
    }

    private static Locator button(Page page, String words) {
        return page.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText(words));
    }
}
