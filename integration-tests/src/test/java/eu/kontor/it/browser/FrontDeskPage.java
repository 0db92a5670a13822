package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The counter, worked by keyboard alone. */
record FrontDeskPage(Desk desk) {

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

    /** F9, points, Enter, the guest's code, Enter. */
    String redeem(int points, String code) {
        Page page = desk.page();
        page.keyboard().press("F9");
        Locator form = page.locator(".k-till").last();
        form.locator("input").first().fill(String.valueOf(points));
        form.locator("input[type=password]").fill(code);
        page.keyboard().press("Enter");
        Locator result = page.locator(".k-desk-result");
        result.filter(new Locator.FilterOptions().setHasText("redeemed")).waitFor();
        return result.innerText();
    }
}
