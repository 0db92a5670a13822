package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every list offers, at the list of the coalition's brands: rows that are links, an order, a choice of columns, a file of what is shown. */
class AListAtWorkTest {

    private static final String ROWS = "vaadin-grid-cell-content:visible .k-row-link";

    @Test
    void a_row_opens_in_a_new_tab_with_the_control_key_and_leaves_this_one_as_it_was() throws Exception {
        Page page = brands("en");
        String before = page.url();
        String name = page.locator(ROWS).nth(1).innerText().strip();

        Page other = page.context().waitForPage(() -> page.locator(ROWS)
                .nth(1)
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.CONTROL))));
        other.locator(".k-side-panel h2").waitFor();
        assertThat(other.locator(".k-side-panel h2").first().innerText()).isEqualTo(name);
        other.close();
        assertThat(page.url()).isEqualTo(before);

        Page middle = page.context().waitForPage(() -> page.locator("vaadin-grid-cell-content:visible .k-badge")
                .nth(1)
                .click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.MIDDLE)));
        middle.locator(".k-side-panel h2").waitFor();
        assertThat(middle.locator(".k-side-panel h2").first().innerText()).isEqualTo(name);
        middle.close();
    }

    @Test
    void a_press_on_the_link_opens_the_row_here_and_the_address_holds_it() throws Exception {
        Page page = brands("en");
        page.locator(ROWS).first().click();
        page.waitForURL("**tenant=*");
        page.reload();
        page.locator(".k-side-panel h2").waitFor();
    }

    @Test
    void a_header_sorts_and_the_address_keeps_the_order() throws Exception {
        Page page = brands("en");
        List<String> byName = names(page);
        page.locator("vaadin-grid-sorter").first().click();
        page.waitForURL("**sort=name*");
        page.locator("vaadin-grid-sorter").first().click();
        page.waitForURL("**sort=-name*");
        page.waitForFunction(
                "first => document.querySelector('.k-row-link').innerText.trim() !== first", byName.getFirst());
        assertThat(names(page)).isEqualTo(byName.reversed());

        page.reload();
        page.locator(ROWS).first().waitFor();
        assertThat(names(page)).isEqualTo(byName.reversed());
    }

    @Test
    void what_is_looked_for_is_found_without_its_accents_and_kept_in_the_address() throws Exception {
        Page page = brands("en");
        page.locator(".k-list-tools input").fill("CAFE");
        page.waitForURL("**find=CAFE*");
        page.waitForFunction(
                "() => document.querySelectorAll('.k-list-tools [role=status]')[0].innerText.includes('of')");
        assertThat(names(page)).isNotEmpty().allMatch(name -> name.contains("Café"));
    }

    @Test
    void columns_are_chosen_remembered_and_left_out_of_the_file_whose_headers_are_in_the_readers_language()
            throws Exception {
        Page page = brands("es");
        page.locator("vaadin-grid-sorter").first().click();
        page.waitForURL("**sort=name*");
        page.locator(".k-list-columns vaadin-menu-bar-button:visible").first().click();
        page.locator("vaadin-menu-bar-list-box > *").first().click();
        page.waitForFunction("() => document.querySelector('vaadin-grid-column[data-key=state]').hidden");
        page.keyboard().press("Escape");
        page.reload();
        page.locator(ROWS).first().waitFor();
        page.waitForFunction("() => document.querySelector('vaadin-grid-column[data-key=state]').hidden");
        page.waitForFunction("() => Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");

        Download file =
                page.waitForDownload(() -> page.locator(".k-list-export").click());
        List<String> lines =
                Files.readString(file.path(), StandardCharsets.UTF_8).lines().toList();
        assertThat(file.suggestedFilename()).isEqualTo("brands.csv");
        assertThat(lines.getFirst()).startsWith("\uFEFFMarca,").doesNotContain("Estado");
        assertThat(lines).hasSize(names(page).size() + 1);
        assertThat(lines.get(1)).startsWith(names(page).getFirst());
        page.evaluate("localStorage.clear()");
    }

    private static Page brands(String language) throws Exception {
        PreviewPage view =
                PreviewBrowser.page("operator", Screen.DESK, language).open("tenants");
        view.page().locator(ROWS).first().waitFor();
        view.settle();
        return view.page();
    }

    private static List<String> names(Page page) {
        return page.locator(ROWS).allInnerTexts().stream().map(String::strip).toList();
    }
}
