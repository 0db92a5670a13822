package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ATableBesideAPanelTest {

    @Test
    void no_column_is_cut_off_and_all_come_back_when_the_panel_is_closed() throws Exception {
        PreviewPage view = PreviewBrowser.page("operator", Screen.DESK, "en").open("signals?signal=9");
        view.settle();
        Page page = view.page();
        Locator table = page.locator("vaadin-grid").first();

        assertThat(table).hasAttribute("data-narrow", "");
        assertThat(table).not().hasAttribute("overflow", Pattern.compile(".*end.*"));

        page.locator(".k-side-panel .k-panel-header vaadin-button").click();
        assertThat(table).not().hasAttribute("data-narrow", "");
        assertThat(table.getByText("Times")).isVisible();
    }

    @Test
    void a_table_whose_script_comes_late_chooses_its_columns_all_the_same() throws Exception {
        PreviewPage view = PreviewBrowser.page("operator", Screen.DESK, "en");
        view.page().route("**/lists.js", late -> {
            view.page().waitForTimeout(800);
            late.resume();
        });
        try {
            view.open("messages");
            Locator table = view.page().locator("vaadin-grid").first();
            assertThat(table.getByText("Waiting behind it")).isVisible();
            assertThat(table.locator("vaadin-grid-column[data-phone]")).hasJSProperty("hidden", true);
        } finally {
            view.page().unroute("**/lists.js");
        }
    }
}
