package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

/** What the browser prints is handed over: with both parties by law, and without what only a screen needs. */
class AStatementOnPaperTest {

    @Test
    void has_a_head_that_the_screen_does_not_show() throws Exception {
        PreviewPage view = PreviewBrowser.page("finance", Screen.DESK, "en").open("settlement/2026-09/cafe-lumbre");
        view.settle();
        Page page = view.page();
        assertThat(page.locator(".k-printed-head")).isHidden();
        assertThat(page.locator(".k-due")).containsText("pays");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        try {
            assertThat(page.locator(".k-printed-head")).isVisible();
            assertThat(page.locator(".k-printed-head")).containsText("IBAN");
            assertThat(page.locator(".k-printed-head")).containsText("Tax number");
            assertThat(page.locator(".k-printed-head")).containsText("Payment due");
            assertThat(page.locator(".k-as-of")).isHidden();
            assertThat(page.locator(".k-skip")).isHidden();
            assertThat(page.locator(".k-nav").first()).isHidden();
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }
}
