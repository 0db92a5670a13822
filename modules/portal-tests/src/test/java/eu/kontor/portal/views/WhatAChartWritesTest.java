package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatAChartWritesTest {

    private static final String MODEL =
            """
            chart => { chart.model = JSON.stringify({ positions: ['Aug', 'Sep', 'Oct'], lines: [
              { name: 'Issued', tone: 'accent', values: [10, 500, 1000] },
              { name: 'Redeemed', tone: 'grey', values: [900, 20, 1000] },
              { name: 'Before', tone: 'dashed', values: [0, 3, 990] }]}); }
            """;

    private static final String TOPS =
            """
            chart => [...chart.querySelectorAll('text')]
              .filter(text => ['Issued', 'Redeemed', 'Before'].includes(text.textContent))
              .map(text => text.getBoundingClientRect()).sort((one, other) => one.top - other.top)
              .map(box => [box.top, box.bottom]).flat()
            """;

    /** Made where no class is known for it, as a page does that is faster than its scripts. */
    private static final String EARLY =
            """
            () => {
              const early = document.implementation.createHTMLDocument().createElement('kontor-chart');
              early.model = JSON.stringify({ positions: ['Aug', 'Sep'], lines: [{ name: 'Early', tone: 'accent', values: [1, 2] }]});
              document.querySelector('main').append(early);
            }
            """;

    @Test
    void what_was_to_be_drawn_before_its_script_had_come_is_drawn() throws Exception {
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, "en").open("");
        view.page().locator("kontor-chart svg").first().waitFor();
        view.page().evaluate(EARLY);

        view.page().locator("kontor-chart text:has-text('Early')").waitFor();
    }

    @Test
    void the_names_of_lines_that_end_together_stand_one_below_the_other() throws Exception {
        for (Screen screen : Screen.values()) {
            PreviewPage view = PreviewBrowser.page("admin", screen, "en").open("");
            Page page = view.page();
            page.locator("kontor-chart svg").first().waitFor();
            view.settle();
            page.locator("kontor-chart").first().evaluate(MODEL);
            page.locator("kontor-chart")
                    .first()
                    .locator("text:has-text('Before')")
                    .waitFor();

            List<?> edges = (List<?>) page.locator("kontor-chart").first().evaluate(TOPS);
            assertThat(edges).hasSize(6);
            for (int i = 1; i + 1 < edges.size(); i += 2) {
                assertThat(((Number) edges.get(i + 1)).doubleValue())
                        .isGreaterThanOrEqualTo(((Number) edges.get(i)).doubleValue() - 1);
            }
        }
    }
}
