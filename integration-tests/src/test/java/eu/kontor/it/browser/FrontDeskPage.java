package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The counter, worked by keyboard alone. */
record FrontDeskPage(DeskSteps desk) {

    /** Types the card as a scanner does: digits, then Enter. */
    FrontDeskPage scan(String card) {
        Page page = desk.page();
        page.getByLabel("Card, name or phone").fill(card);
        page.keyboard().press("Enter");
        page.locator(".k-desk-till").waitFor();
        return this;
    }

    String guest() {
        return desk.page().locator(".k-desk h2").first().innerText();
    }

    /** Waits until that guest is shown. */
    String balanceOf(String name) {
        return desk.page()
                .locator(".k-guest")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator(".k-guest-balance")
                .innerText();
    }

    /** F9, points, Enter, the guest's code, Enter. */
    String redeem(int points, String code) {
        Page page = desk.page();
        page.keyboard().press("F9");
        Locator form = page.locator(".k-till").last();
        form.locator("input").first().fill(String.valueOf(points));
        form.locator("input[type=password]").fill(code);
        page.keyboard().press("Enter");
        return resultWith("redeemed");
    }

    /** F10, the other card as a scanner types it, points, Enter, the giver's code, Enter. */
    String give(String otherCard, int points, String code) {
        Page page = desk.page();
        page.keyboard().press("F10");
        Locator form = page.locator(".k-side-panel .k-till");
        form.locator("input").first().fill(otherCard);
        page.keyboard().press("Enter");
        form.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText("The points go to"))
                .waitFor();
        form.locator(".k-till-amount input").fill(String.valueOf(points));
        form.locator("input[type=password]").fill(code);
        page.keyboard().press("Enter");
        return resultWith("given");
    }

    private String resultWith(String word) {
        Locator result = desk.page().locator(".k-desk-result");
        result.filter(new Locator.FilterOptions().setHasText(word)).waitFor();
        return result.innerText();
    }
}
