package eu.kontor.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The operator's list of brands, and the panel of one. */
record TenantsPage(DeskSteps desk) {

    void suspend(String brand, String name) {
        decide(brand, "Suspend");
        desk.says(name + " is suspended.").waitFor();
    }

    void resume(String brand, String name) {
        decide(brand, "Resume");
        desk.says(name + " is active again.").waitFor();
    }

    private void decide(String brand, String what) {
        desk.open("tenants?tenant=" + brand);
        desk.button(what).first().click();
        desk.page()
                .locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(what))
                .first()
                .click();
    }
}
