package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not found is enrolled without typing again, and the first mistake has the cursor. */
class EnrollingAtTheCounterTest {

    @Test
    void the_name_that_was_searched_is_there_already_and_the_cursor_behind_it() throws Exception {
        Page page = searched("Zebedee Quill");

        assertThat(field(page, 0)).hasValue("Zebedee");
        assertThat(field(page, 1)).hasValue("Quill");
        assertThat(field(page, 2)).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"111111", "123456"})
    void a_code_that_is_guessed_first_is_refused_at_its_field(String weak) throws Exception {
        Page page = searched("Zebedee Quill");
        Locator code = page.locator(".k-side-panel vaadin-password-field");
        code.locator("input").fill(weak);
        save(page);

        assertThat(code.locator("[slot=error-message]")).containsText("easily guessed");
        assertThat(code.locator("input")).isFocused();
        assertThat(field(page, 0)).hasValue("Zebedee");
    }

    @Test
    void the_first_mistake_has_the_cursor() throws Exception {
        Page page = searched("Zebedee");
        save(page);

        assertThat(field(page, 1)).isFocused();
        assertThat(page.locator(".k-side-panel vaadin-text-field").nth(1).locator("[slot=error-message]"))
                .containsText("Type the name");
    }

    private static Page searched(String name) throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.DESK, "en").open("front-desk");
        view.settle();
        Page page = view.page();
        page.locator(".k-finder-field input").fill(name);
        page.keyboard().press("Enter");
        assertThat(page.locator(".k-finder .k-notice")).isVisible();
        page.locator(".k-finder-row vaadin-button").last().click();
        assertThat(page.locator(".k-side-panel vaadin-password-field")).isVisible();
        view.settle();
        return page;
    }

    private static Locator field(Page page, int number) {
        return page.locator(".k-side-panel vaadin-text-field input").nth(number);
    }

    private static void save(Page page) {
        page.locator(".k-side-panel vaadin-button[theme~=primary]").click();
    }
}
