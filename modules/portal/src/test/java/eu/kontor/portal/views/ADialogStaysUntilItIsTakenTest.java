package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

class ADialogStaysUntilItIsTakenTest {

    @Test
    void a_code_that_is_refused_is_told_of_and_typed_anew() throws Exception {
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, "en").open("members/3");
        view.settle();
        Page page = view.page();
        page.getByText("New confirmation code").first().click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.locator("vaadin-password-field input").fill("123456");
        dialog.locator("vaadin-text-field input").fill("forgotten, passport seen");
        take(dialog);

        assertThat(dialog.locator(".k-notice")).isVisible();
        assertThat(dialog.locator("vaadin-text-field input")).hasValue("forgotten, passport seen");

        dialog.locator("vaadin-password-field input").fill("730518");
        take(dialog);
        assertThat(page.getByText("The new confirmation code holds.")).isVisible();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void a_card_is_not_blocked_without_a_reason() throws Exception {
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, "en").open("members/3");
        view.settle();
        Page page = view.page();
        page.locator(".k-card-row vaadin-button").first().click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.locator("vaadin-button[theme~=primary]").click();

        assertThat(dialog).containsText("Say why, in a few words");

        dialog.locator("vaadin-text-field input").fill("lost on 4 October");
        dialog.locator("vaadin-button[theme~=primary]").click();
        assertThat(dialog).hasCount(0);
    }

    private static void take(Locator dialog) {
        dialog.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Take the new code"))
                .click();
    }
}
