package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

class MakingSomethingGoodTest {

    @Test
    void within_the_limit_it_is_given_at_once_and_can_be_undone() throws Exception {
        Page page = desk();
        give(page, "300");

        assertThat(page.locator(".k-desk-result")).containsText("300 Ronda points given");
        page.locator(".k-desk-undo vaadin-button").click();
        assertThat(page.locator(".k-desk-result")).containsText("300 Ronda points taken back");
    }

    @Test
    void above_it_a_colleague_is_asked_who_approves_it_in_the_inbox() throws Exception {
        Page page = desk();
        give(page, "777");
        assertThat(page.locator(".k-desk-result")).containsText("a colleague");

        Page inbox = PreviewBrowser.page("admin", Screen.DESK, "en")
                .open("corrections")
                .page();
        Locator waiting = inbox.locator(".k-correction").filter(new Locator.FilterOptions().setHasText("+900"));
        waiting.getByText("Approve").click();

        assertThat(inbox.locator(".k-notice").first()).containsText("Approved");
        assertThat(waiting).containsText("posted");
        assertThat(waiting.getByText("Approve", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void who_declines_a_taking_back_reads_that_the_guest_keeps_the_points() throws Exception {
        Page inbox = PreviewBrowser.page("admin", Screen.DESK, "en")
                .open("corrections")
                .page();
        inbox.locator(".k-correction")
                .filter(new Locator.FilterOptions().setHasText("−150"))
                .getByText("Decline")
                .click();
        inbox.locator("vaadin-dialog vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Decline"))
                .click();

        assertThat(inbox.locator(".k-notice").first()).containsText("keeps the 150 points");
    }

    @Test
    void the_operator_s_inbox_shows_what_waits_at_all_brands_and_what_the_coalition_is_to_pay() throws Exception {
        Page inbox = PreviewBrowser.page("operator", Screen.DESK, "en")
                .open("corrections")
                .page();
        Locator waiting = inbox.locator(".k-correction").filter(new Locator.FilterOptions().setHasText("+2,500"));
        assertThat(waiting).containsText("Café Lumbre");
        assertThat(waiting).containsText("paid by the coalition");
        waiting.getByText("Approve").click();

        assertThat(inbox.locator(".k-notice").first()).containsText("Approved");
        assertThat(waiting).containsText("posted");
    }

    @Test
    void an_admin_does_not_approve_what_the_coalition_is_to_pay() throws Exception {
        Page inbox = PreviewBrowser.page("admin", Screen.DESK, "en")
                .open("corrections")
                .page();
        Locator waiting = inbox.locator(".k-correction").filter(new Locator.FilterOptions().setHasText("2,500"));

        assertThat(waiting.getByText("Approve", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    @Test
    void enter_behind_what_happened_gives_the_points() throws Exception {
        Page page = desk();
        page.getByText("Make something good").first().click();
        page.locator(".k-side-panel .k-till-amount input").fill("120");
        page.locator(".k-side-panel .k-till-card input").click();
        page.keyboard().type("The soup was cold");
        page.keyboard().press("Enter");

        assertThat(page.locator(".k-desk-result")).containsText("120 Ronda points given");
    }

    private static Page desk() throws Exception {
        PreviewPage view =
                PreviewBrowser.page("cashier", Screen.DESK, "en").open("front-desk?card=" + PreviewDesk.cardOf(3));
        view.settle();
        return view.page();
    }

    private static void give(Page page, String points) {
        page.getByText("Make something good").first().click();
        page.locator(".k-side-panel .k-till-amount input").fill(points);
        page.keyboard().press("Enter");
    }
}
