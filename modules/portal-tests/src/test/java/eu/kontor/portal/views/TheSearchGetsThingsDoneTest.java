package eu.kontor.portal.views;

import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

/** From the key to where a thing is done, by keyboard alone. */
class TheSearchGetsThingsDoneTest {

    private static Page typed(String person, String language, String words, String first) throws Exception {
        Page page = PreviewBrowser.page(person, Screen.DESK, language)
                .open("members")
                .page();
        page.keyboard().press("Control+k");
        page.locator(".k-search-field input").fill(words);
        page.locator(".k-search-results li:first-child a:has-text('" + first + "')")
                .waitFor();
        page.keyboard().press("Enter");
        return page;
    }

    @Test
    void the_month_that_can_be_closed_is_shown_before_it_is_closed() throws Exception {
        Page page = typed("operator", "en", "close oct", "Close October");
        page.waitForURL("**/settlement?panel=close*");
        page.locator(".k-side-panel:visible vaadin-button").first().waitFor();
    }

    @Test
    void a_member_is_enrolled_and_the_cursor_is_in_the_form() throws Exception {
        Page page = typed("admin", "es", "inscribir", "Inscribir");
        page.waitForURL("**/members?panel=enrol*");
        page.waitForFunction("() => document.querySelector('.k-side-panel')?.contains(document.activeElement)");
    }

    @Test
    void a_card_is_blocked_after_the_reason_in_which_the_cursor_stands() throws Exception {
        Page page = typed("cashier", "en", "block card " + PreviewDesk.cardOf(4), "Block card");
        page.locator("vaadin-dialog input").first().waitFor();
        page.waitForFunction("() => document.activeElement?.localName === 'input'"
                + " && document.activeElement.closest('vaadin-dialog') !== null");
        page.waitForURL("**/members/4?*");
        page.keyboard().press("Escape");
    }

    @Test
    void a_purchase_is_taken_back_at_the_counter_by_the_tills_reference() throws Exception {
        Page page = typed("cashier", "en", "reverse T-8002", "T-8002");
        page.waitForURL("**/front-desk?*card=*");
        page.locator(".k-side-panel:visible h2").waitFor();
    }

    @Test
    void whoever_reads_none_of_it_finds_their_language_by_its_english_name() throws Exception {
        Page page = typed("admin", "zh", "language", "English");
        page.waitForFunction("() => document.documentElement.lang === 'en'");
    }
}
