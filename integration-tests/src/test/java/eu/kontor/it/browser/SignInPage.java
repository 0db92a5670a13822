package eu.kontor.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** Keycloak's sign-in: name and password on one page. */
record SignInPage(Page page) {

    void signIn(String username, String password) {
        prove(username, password);
        try {
            page.locator(".k-shell h1, .k-problem h2").first().waitFor();
        } catch (TimeoutError late) {
            MissedPage.keep(page, "sign-in");
            throw late;
        }
    }

    /** Where a second factor, or something else, may follow. Who is asked again is not asked for the name. */
    void prove(String username, String password) {
        page.locator("#password").waitFor();
        if (page.locator("#username").count() > 0) {
            page.locator("#username").fill(username);
        }
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** What it answers to a wrong password. */
    String answerTo(String username, String password) {
        prove(username, password);
        page.locator("#input-error, #input-error-username, .kc-feedback-text, .pf-v5-c-alert, .pf-c-alert")
                .first()
                .waitFor();
        return page.locator("#kc-content, main").first().innerText().replace(username, "");
    }
}
