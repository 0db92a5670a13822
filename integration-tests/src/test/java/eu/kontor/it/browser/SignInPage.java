package eu.kontor.it.browser;

import com.microsoft.playwright.Page;

/** Keycloak's sign-in: the name first, because it decides which organizations are asked about, then the password. */
record SignInPage(Page page) {

    void signIn(String username, String password) {
        page.locator("#username").fill(username);
        if (page.locator("#password").count() == 0) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.locator(".k-shell h1, .k-problem h2").first().waitFor();
    }
}
