package eu.kontor.it.browser;

import com.microsoft.playwright.Page;

/** Keycloak's sign-in page. */
record SignInPage(Page page) {

    void signIn(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.locator(".k-shell h1, .k-problem h2").first().waitFor();
    }
}
