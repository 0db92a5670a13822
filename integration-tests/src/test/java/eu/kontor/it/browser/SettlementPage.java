package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The windows, and the close with its preview. */
record SettlementPage(DeskSteps desk) {

    /** Opens the preview and gives what it says about the sum of all. */
    String preview() {
        desk.button("Preview the close").first().click();
        return desk.page().locator(".k-matrix .k-notice").innerText();
    }

    /** Closes the window of the open preview and waits until the list says so. */
    void close(String month) {
        desk.button("Close " + month).click();
        desk.page()
                .locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close the month"))
                .first()
                .click();
        desk.page()
                .getByText(month + " is closed. The statements are published.")
                .waitFor();
    }

    StatementPage open(String month) {
        Page page = desk.page();
        page.locator("vaadin-grid-cell-content").getByText(month).first().click();
        page.locator(".k-statement").waitFor();
        return new StatementPage(desk);
    }
}
