package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;

/** Day and time of the moment that a view shows. */
record AsOfControl(DeskSteps desk) {

    boolean isOffered() {
        return desk.page().locator(".k-as-of").isVisible();
    }

    /** Types a day; the view then shows its last minute, of today the one that runs. */
    AsOfControl choose(LocalDate day) {
        Locator field = desk.page().locator(".k-as-of vaadin-date-picker input");
        field.fill(day.toString());
        field.press("Enter");
        hidden("vaadin-date-picker-overlay");
        desk.page().locator(".k-past").waitFor();
        desk.settle();
        return this;
    }

    /** What says that the past is shown. */
    String sign() {
        return desk.page().locator(".k-past > .k-strong").innerText();
    }

    /** How many tables of figures, or balances, the view shows. */
    int figures() {
        return desk.page().locator(".k-lines, .k-balance").count();
    }

    void backToNow() {
        desk.button("Back to now").click();
        hidden(".k-past");
        desk.settle();
    }

    private void hidden(String part) {
        desk.page().locator(part).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
