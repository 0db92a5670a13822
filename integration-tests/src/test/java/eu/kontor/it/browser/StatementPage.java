package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;

/** A partner's statement. */
record StatementPage(DeskSteps desk) {

    String result() {
        return desk.page().locator(".k-result").innerText();
    }

    String standing() {
        return desk.page().locator(".k-view-lead").innerText();
    }

    /** The list of transfers. */
    Locator transfers() {
        return desk.page().locator(".k-results vaadin-grid-cell-content");
    }

    /** Lists transfers of that kind only: a busy month has more than anybody reads. */
    StatementPage only(String kind) {
        desk.page().locator(".k-filter vaadin-select").click();
        desk.page().locator("vaadin-select-item").getByText(kind).click();
        return this;
    }

    /** Opens the transfer of a member by pressing its row and gives what the panel beside it says. */
    String openTransferOf(String member) {
        transfers().getByText(member).first().click();
        Locator panel = desk.page().locator(".k-side-panel-content");
        panel.locator("dl").first().waitFor();
        return panel.innerText();
    }
}
