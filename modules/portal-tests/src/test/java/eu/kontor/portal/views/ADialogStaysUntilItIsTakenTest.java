package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.PreviewWorld;
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

    @Test
    void a_guest_who_mistypes_the_code_agrees_at_the_second_attempt() throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.DESK, "en").open("members/6");
        view.settle();
        Page page = view.page();
        page.locator(".k-consent vaadin-button").first().click();
        Locator dialog = page.locator("vaadin-dialog");
        page.waitForFunction("() => document.activeElement?.closest('vaadin-password-field')");
        dialog.locator("vaadin-password-field input").fill("1111");
        dialog.locator("vaadin-button[theme~=primary]").click();
        assertThat(dialog.locator(".k-notice")).isVisible();

        dialog.locator("vaadin-password-field input").fill("2468");
        dialog.locator("vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("Recorded: the guest agrees.")).isVisible();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void nobody_is_erased_without_a_reason_and_a_second_thought() throws Exception {
        PreviewPage view = PreviewBrowser.page("operator", Screen.DESK, "en").open("members/3");
        view.settle();
        Page page = view.page();
        page.getByText("Erase this member").last().click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.locator("vaadin-button[theme~=primary]").click();
        assertThat(dialog.locator(".k-notice")).isVisible();

        dialog.locator("vaadin-text-field input").fill("letter of 4 October");
        dialog.locator("vaadin-button[theme~=primary]").click();
        assertThat(dialog.locator(".k-notice")).containsText("cannot be undone");
        page.keyboard().press("Escape");
    }

    @Test
    void nobody_is_merged_unseen() throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.DESK, "en").open("members/4");
        view.settle();
        Page page = view.page();
        page.getByText("Merge another member into this one").click();
        Locator dialog = page.locator("vaadin-dialog");
        dialog.locator("input").first().fill(PreviewWorld.card(5).value());
        dialog.locator("vaadin-text-field input").last().fill("passport seen");
        dialog.locator("vaadin-button[theme~=primary]").click();

        assertThat(dialog.locator("table")).isVisible();
        assertThat(dialog.locator(".k-notice").last()).containsText("Both are shown above");

        dialog.locator("input").first().fill(PreviewWorld.card(6).value());
        dialog.locator("input").first().press("Tab");
        assertThat(dialog.locator("table")).hasCount(0);
        page.keyboard().press("Escape");
    }

    private static void take(Locator dialog) {
        dialog.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Take the new code"))
                .click();
    }
}
