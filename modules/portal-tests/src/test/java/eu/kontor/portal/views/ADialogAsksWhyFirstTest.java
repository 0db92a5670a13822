package eu.kontor.portal.views;

import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

/** Where a reason is asked for, the cursor is in it; where none is and it could be regretted, Enter leads back. */
class ADialogAsksWhyFirstTest {

    private static final String CURSOR_IN_A_FIELD =
            "() => document.activeElement?.localName === 'input' && document.activeElement.closest('vaadin-dialog')";

    private static final String CURSOR_ON_THE_WAY_BACK = "() => document.activeElement?.localName === 'vaadin-button'"
            + " && document.activeElement.closest('vaadin-dialog')"
            + " && !document.activeElement.getAttribute('theme')?.includes('primary')";

    @Test
    void declining_goodwill_or_taking_it_back_asks_why() throws Exception {
        Page page = PreviewBrowser.page("admin", Screen.DESK, "en")
                .open("corrections")
                .page();
        page.locator(".k-correction-list vaadin-button:not([theme~=primary])")
                .first()
                .click();
        page.waitForFunction(CURSOR_IN_A_FIELD);
        page.keyboard().press("Escape");
    }

    @Test
    void blocking_a_card_asks_why() throws Exception {
        Page page = PreviewBrowser.page("cashier", Screen.DESK, "en")
                .open("members/3")
                .page();
        page.locator(".k-card-row vaadin-button").first().click();
        page.waitForFunction(CURSOR_IN_A_FIELD);
        page.keyboard().press("Escape");
    }

    @Test
    void suspending_a_brand_is_not_done_by_pressing_enter_twice() throws Exception {
        Page page = PreviewBrowser.page("operator", Screen.DESK, "en")
                .open("tenants?tenant=cafe-lumbre")
                .page();
        page.locator(".k-side-panel vaadin-button:has-text('Suspend')").first().click();
        page.waitForFunction(CURSOR_ON_THE_WAY_BACK);
        page.keyboard().press("Enter");
        page.waitForFunction("() => !document.querySelector('vaadin-dialog[opened]')");
    }
}
