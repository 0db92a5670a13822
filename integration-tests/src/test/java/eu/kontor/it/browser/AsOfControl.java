package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import eu.kontor.it.browser.BrowserSystem.Screen;
import java.time.LocalDate;

/** Day and time of the moment that a view shows. */
record AsOfControl(DeskSteps desk) {

    /** On a phone nothing can be typed: what the picker does when a day is pressed. */
    private static final String CHOSEN =
            """
            (picker, day) => {
              picker.value = day;
              picker.dispatchEvent(new CustomEvent('change', { bubbles: true }));
            }
            """;

    boolean isOffered() {
        return desk.page().locator(".k-as-of").isVisible();
    }

    /** Types a day; the view then shows its last minute, of today the one that runs. */
    AsOfControl choose(LocalDate day) {
        Locator field = desk.page().locator(".k-as-of vaadin-date-picker input");
        if (desk.page().viewportSize().width > Screen.PHONE.width()) {
            field.fill(day.toString());
            field.press("Enter");
            hidden("vaadin-date-picker-overlay");
        } else {
            desk.page().locator(".k-as-of vaadin-date-picker").evaluate(CHOSEN, day.toString());
        }
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
