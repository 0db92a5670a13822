package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AFileIsMappedAndCorrectionsAreDecidedInABrowserTest {

    @Test
    void a_dropped_sample_is_shown_tried_and_kept_as_a_draft() throws Exception {
        PreviewPage view = PreviewBrowser.page("finance", Screen.DESK, "en").open("imports/new-layout");
        Page page = view.page();

        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "kasse tag.csv",
                        "text/csv",
                        "Belegnr;Datum;Betrag\n1;03.10.2026;9,50\n".getBytes(StandardCharsets.UTF_8)));

        shown(page, "The first lines");
        shown(page, "Brötchen");
        button(page, "Try it").click();
        shown(page, "Would post");
        shown(page, "Nothing was posted.");
        button(page, "Save as a draft").click();
        shown(page, "is kept below");
        view.settle();
        assertThat(view.accessibilityFindings()).isEmpty();
    }

    @Test
    void a_number_of_two_columns_lines_to_leave_out_and_the_clock_of_the_file_are_said_and_kept() throws Exception {
        PreviewPage view = PreviewBrowser.page("finance", Screen.DESK, "en").open("imports/new-layout");
        Page page = view.page();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "kasse.csv", "text/csv", "Belegnr;Datum\n1;03.10.2026\n".getBytes(StandardCharsets.UTF_8)));
        shown(page, "The first lines");

        page.getByLabel("Join Ticket number (needed) with another column").click();
        choose(page, "Ticket number (needed), joined with", "Datum");
        page.getByLabel("The file’s clock stands in").first().fill("Etc/UTC");
        page.locator("vaadin-combo-box-item:visible", new Page.LocatorOptions().setHasText("Etc/UTC"))
                .click();
        page.getByText("Lines to leave out").first().click();
        button(page, "Leave out lines by a column").click();
        choose(page, "Column", "Menge");
        page.getByLabel("Words, separated by commas").first().fill("Test, Storno");
        page.getByLabel("Lines of sums begin with").first().fill("Summe");
        page.getByLabel("Lines of sums begin with").first().press("Tab");
        view.settle();
        assertThat(view.accessibilityFindings()).isEmpty();
        button(page, "Save as a draft").click();
        shown(page, "is kept below");

        String draft = page.locator("pre").first().textContent();
        assertThat(draft)
                .contains(
                        "\"ticket\":[\"Beleg\",\"Datum\"]",
                        "\"fileZone\":\"Etc/UTC\"",
                        "\"zone\":\"Europe/Lisbon\"",
                        "\"skip\":[{\"column\":\"Menge\",\"is\":[\"Test\",\"Storno\"]}]",
                        "\"totals\":[\"Summe\"]");
    }

    @Test
    void several_corrections_are_chosen_and_posted_at_once_and_one_is_looked_at_first() throws Exception {
        PreviewPage view = PreviewBrowser.page("finance", Screen.DESK, "en").open("imports/held");
        Page page = view.page();
        assertThat(button(page, "Post 0").getAttribute("disabled")).isNotNull();

        page.getByText("T1-000119").first().click();
        Locator side = page.locator(".k-side-panel");
        side.getByText("called off").first().waitFor();
        view.settle();
        assertThat(view.accessibilityFindings()).isEmpty();
        side.locator("vaadin-button", new Locator.LocatorOptions().setHasText("Discard"))
                .click();
        shown(page, "1 correction was discarded");

        page.locator("vaadin-grid vaadin-checkbox").first().click();
        button(page, "Post 3").click();
        page.locator("vaadin-dialog")
                .locator("vaadin-button", new Locator.LocatorOptions().setHasText("Post"))
                .click();
        shown(page, "3 corrections were posted.");
    }

    @Test
    void a_row_that_is_opened_with_the_keyboard_is_not_chosen_for_posting() throws Exception {
        PreviewPage view = PreviewBrowser.page("finance", Screen.DESK, "en").open("imports/held");
        view.settle();
        Page page = view.page();
        page.locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText("T1-0001"))
                .first()
                .evaluate("cell => cell.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', bubbles: true, composed: true, cancelable: true }))");
        page.locator(".k-side-panel").getByText("File, line").first().waitFor();

        assertThat(page.locator("vaadin-checkbox[checked]").count()).isZero();
        assertThat(button(page, "Post 0").count()).isOne();
    }

    private static void choose(Page page, String field, String item) {
        page.locator("vaadin-select")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(field, new Page.GetByTextOptions().setExact(true))))
                .last()
                .click();
        page.locator("vaadin-select-item[role=option]:visible", new Page.LocatorOptions().setHasText(item))
                .first()
                .click();
        page.waitForCondition(() -> page.locator("vaadin-select[opened]").count() == 0);
    }

    private static void shown(Page page, String text) {
        page.getByText(text).first().waitFor();
    }

    private static Locator button(Page page, String text) {
        return page.locator("vaadin-button", new Page.LocatorOptions().setHasText(text))
                .first();
    }
}
