package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

/** Elena changes the hotel's base rate, Bruno approves, and the next bill earns by it. */
class AProgramIsChangedInABrowserTest {

    @Test
    void a_rate_is_changed_planned_approved_by_a_colleague_and_published() throws Exception {
        Page elena = open("maker", "program");
        assertThat(elena.locator(".k-example")).containsText("120");
        elena.getByText("New draft").click();
        elena.waitForURL("**/program/draft/**");
        String place = elena.url().replaceAll("^.*?(program/draft/\\d+).*$", "$1");

        Locator base = elena.locator("vaadin-big-decimal-field")
                .filter(new Locator.FilterOptions().setHasText("Base rate: points per EUR"));
        assertThat(base).hasAttribute("readonly", "");
        elena.getByText("Take it over").first().click();
        elena.locator("vaadin-dialog vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Take it over"))
                .click();
        assertThat(elena.locator(".k-notice").first()).containsText("decided here");

        base.locator("input").fill("4");
        base.locator("input").press("Tab");
        assertThat(elena.locator(".k-program-changes")).containsText("Base rate in EUR: 2 → 4 Ronda points per EUR");
        assertThat(elena.locator(".k-program-changes")).containsText("Guests earn more.");
        assertThat(elena.locator(".k-example")).containsText("240");

        elena.reload();
        assertThat(base.locator("input")).hasValue("4");
        elena.getByText("Submit for approval").click();
        assertThat(elena.locator(".k-notice").first()).containsText("Submitted");
        assertThat(elena.getByText("Approve", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);

        Page bruno = open("checker", place);
        bruno.getByText("Approve", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(bruno.locator(".k-notice").first()).containsText("Approved");
        bruno.getByText("Publish", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(bruno.locator(".k-notice").first()).containsText("Published as version 4");

        Page next = open("checker", "program");
        assertThat(next.locator(".k-program-sentences")).containsText("4");
        assertThat(next.locator(".k-example")).containsText("240");
    }

    @Test
    void a_tab_that_saves_second_is_told_so_and_keeps_what_was_typed() throws Exception {
        Page first = open("admin", "program/draft/8");
        Page second = first.context().newPage();
        second.navigate(first.url());
        Locator inFirst = coffee(first);
        Locator inSecond = coffee(second);
        assertThat(inSecond).hasValue("3");

        inFirst.fill("5");
        inFirst.press("Tab");
        assertThat(first.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        inSecond.fill("6");
        inSecond.press("Tab");

        assertThat(second.locator(".k-notice").first()).containsText("Nothing of yours was saved");
        assertThat(inSecond).hasValue("6");
        second.getByText("Read it again").click();
        assertThat(coffee(second)).hasValue("5");
        second.close();
    }

    @Test
    void a_promotion_is_written_in_a_form_and_the_bill_beside_it_says_what_it_gives_and_why_not() throws Exception {
        Page page = open("maker", "program");
        page.getByText("New draft").click();
        page.waitForURL("**/program/draft/**");
        page.getByText("Add a promotion").click();
        Locator promotion = page.locator(".k-promotion");
        type(promotion, "Name in English", "Large bill");
        type(promotion, "Name in Spanish", "Cuenta grande");
        type(promotion, "Name in Chinese", "大额账单");
        type(promotion, "So many times", "3");
        assertThat(page.locator(".k-program-changes")).containsText("New – Large bill");
        assertThat(page.locator(".k-example")).containsText("by promotion (Large bill)");

        type(promotion, "Bill of at least", "100");
        assertThat(promotion.locator(".k-promotion-sentence"))
                .containsText("When a guest buys something, for 100 or more: 3 × the Ronda points");
        assertThat(page.locator(".k-not-given")).containsText("Large bill: only for 100 or more");

        Locator others = promotion.locator("vaadin-text-area");
        others.locator("textarea").fill("purchase.sum > 3");
        others.locator("textarea").press("Tab");
        assertThat(others).containsText("line 1, column 1");
        assertThat(others).containsText("purchase.amount");
        others.locator("textarea").fill("lines.count < 5");
        others.locator("textarea").press("Tab");
        assertThat(promotion.locator(".k-promotion-sentence")).containsText("where lines.count < 5");

        page.reload();
        assertThat(page.locator(".k-promotion vaadin-text-area textarea")).hasValue("lines.count < 5");
    }

    private static void type(Locator promotion, String label, String text) {
        Locator input = promotion.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        input.fill(text);
        input.press("Tab");
    }

    private static Locator coffee(Page page) {
        return page.locator(".k-program-rule vaadin-big-decimal-field input").first();
    }

    private static Page open(String person, String place) throws Exception {
        PreviewPage view = PreviewBrowser.page(person, Screen.DESK, "en").open(place);
        view.settle();
        return view.page();
    }
}
