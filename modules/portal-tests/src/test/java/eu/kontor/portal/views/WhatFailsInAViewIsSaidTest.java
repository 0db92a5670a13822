package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever something fails in a view, a sentence says what to do, the view stays, and nothing of what failed is on the page. */
class WhatFailsInAViewIsSaidTest {

    private static final String NOTE = "Guest asked for a late check-out";

    private Page page;

    @ParameterizedTest
    @CsvSource({
        "click, en, recorded under",
        "click, es, quedó registrado",
        "click, zh, 已记录为",
        "push, en, recorded under",
        "fetch, en, recorded under",
        "database, en, away for a moment",
        "database, es, no está disponible",
        "database, zh, 服务暂时中断"
    })
    void and_what_was_typed_stays(String what, String language, String words) throws Exception {
        at("faulty", language);
        field().fill(NOTE);
        press(what);

        assertThat(page.locator("vaadin-notification-card").last()).containsText(words);
        assertThat(field()).hasValue(NOTE);
        assertThat(page.locator("#fails-" + what)).isEnabled();
        nothingRawIsShown();
        press("click");
        assertThat(page.locator("vaadin-notification-card")).not().hasCount(0);
    }

    @Test
    void a_view_that_cannot_be_opened_is_said_and_the_navigation_stays() throws Exception {
        at("faulty/view", "en");

        assertThat(page.locator(".k-problem")).containsText("could not be opened");
        assertThat(page.locator(".k-problem")).containsText("recorded under");
        assertThat(page.locator(".k-problem a")).hasText(new String[] {"Try again", "Go to the start"});
        assertThat(page.locator(".k-nav a")).not().hasCount(0);
        page.locator(".k-problem a").first().click();
        assertThat(page).hasURL(Pattern.compile("/@cafe-lumbre/faulty/view(\\?.*)?$"));
        nothingRawIsShown();
    }

    @Test
    void a_file_that_could_not_be_taken_is_said_at_its_field() throws Exception {
        at("faulty", "es");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("till.csv", "text/csv", "a,b".getBytes(StandardCharsets.UTF_8)));

        assertThat(page.locator("vaadin-upload-file")).containsText("Suelte el fichero de nuevo");
        nothingRawIsShown();
    }

    @Test
    void a_dialog_stays_open_with_what_was_typed_in_it() throws Exception {
        at("faulty", "en");
        press("dialog");
        Locator reason = page.locator("vaadin-dialog vaadin-text-area textarea");
        reason.fill(NOTE);
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();

        assertThat(page.locator("vaadin-dialog .k-notice")).containsText("away for a moment");
        assertThat(reason).hasValue(NOTE);
        nothingRawIsShown();
    }

    @Test
    void a_place_whose_content_did_not_come_offers_to_ask_again() throws Exception {
        at("faulty", "en");
        press("awaited");

        assertThat(page.locator(".awaited .k-notice")).containsText("away for a moment");
        page.locator(".awaited vaadin-button").click();
        assertThat(page.locator(".awaited")).hasText("It came.");
    }

    @Test
    void a_list_whose_next_rows_did_not_come_says_so_and_goes_on() throws Exception {
        at("faulty", "en");
        press("list");
        Locator list = page.locator("vaadin-grid");
        list.getByText("3", new Locator.GetByTextOptions().setExact(true)).waitFor();
        list.evaluate("grid => grid.scrollToIndex(60)");
        assertThat(page.locator("vaadin-notification-card").last()).containsText("away for a moment");

        list.evaluate("grid => grid.scrollToIndex(0)");
        list.evaluate("grid => grid.scrollToIndex(90)");
        list.getByText("92", new Locator.GetByTextOptions().setExact(true)).waitFor();
    }

    private void at(String place, String language) throws Exception {
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, language).open("@cafe-lumbre/" + place);
        view.settle();
        page = view.page();
    }

    private Locator field() {
        return page.locator(".k-view-content > vaadin-text-field input");
    }

    private void press(String what) {
        page.locator("#fails-" + what).click();
    }

    private void nothingRawIsShown() {
        assertThat(page.locator("body").innerText())
                .doesNotContain("6390120004100057", "Exception", "Internal error", "eu.kontor", "com.vaadin");
        assertThat(page.locator(".v-system-error")).hasCount(0);
    }
}
