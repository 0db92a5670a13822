package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sorting and finding reach the rows that a list is too long to show. */
class ALongListAtWorkTest {

    private static final String ROWS = "vaadin-grid-cell-content:visible .k-row-link";
    private static final String SAYS = ".k-list-tools [role=status]";

    @Test
    void is_sorted_by_all_of_its_rows_and_its_file_has_them_all() throws Exception {
        Page page = list(5_000, "en");
        page.locator("vaadin-grid-sorter").nth(1).click();
        page.locator("vaadin-grid-sorter").nth(1).click();

        assertThat(page.locator(ROWS).first()).hasText("Guest 4999");
        assertThat(page.locator(SAYS)).hasText("The first 1,000 of 5,000");
        Download file =
                page.waitForDownload(() -> page.locator(".k-list-export").click());
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(5_001).endsWith("Guest 0,0");
        assertThat(lines.get(1)).isEqualTo("Guest 4999,4999");
    }

    @Test
    void is_searched_to_its_end() throws Exception {
        Page page = list(5_000, "es");
        page.locator(".k-list-tools input").fill("4998");

        assertThat(page.locator(SAYS)).hasText("1 de 5.000");
        assertThat(page.locator(ROWS)).hasText(new String[] {"Guest 4998"});
    }

    @Test
    void says_that_it_is_too_long_where_it_cannot_be_read_while_somebody_waits() throws Exception {
        Page page = list(50_000, "en");
        page.locator("vaadin-grid-sorter").nth(1).click();

        assertThat(page.locator("vaadin-notification-card").last()).containsText("More than 20,000 rows");
        page.locator(".k-list-tools input").fill("49998");
        assertThat(page.locator(SAYS)).containsText("0 found among the first 20,000 rows. Narrow the list down");
    }

    private static Page list(int rows, String language) throws Exception {
        PreviewPage view =
                PreviewBrowser.page("operator", Screen.DESK, language).open("long-list/" + rows);
        view.settle();
        return view.page();
    }
}
