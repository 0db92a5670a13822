package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Several tabs of one browser, one of which is signed out; and what a browser brings along when somebody signs in. */
class OneSignOutEndsAllTabsTest {

    private static final String SESSION = "KONTOR_SESSION";

    private final BrowserSystem system = BrowserSystem.running();

    @Test
    void whichever_it_is_and_without_a_token_in_an_address() {
        try (DeskSteps desk = system.desk(People.CAFE_ADMIN)) {
            Page first = desk.page();
            List<String> addresses = new CopyOnWriteArrayList<>();
            first.context().onRequest(request -> addresses.add(request.url()));
            Page second = first.context().newPage();
            open(second, "@forno-grao/settlement");
            Page third = first.context().newPage();
            open(third, "@forno-grao/members");

            signOut(second);

            for (Page tab : List.of(second, first, third)) {
                tab.locator("#kc-login").waitFor();
            }
            assertThat(addresses).noneMatch(address -> address.contains("id_token") || address.contains("eyJ"));
            first.navigate(system.address() + "@forno-grao/settlement");
            first.locator("#kc-login").waitFor();
        }
    }

    @Test
    void also_one_that_asks_when_it_is_over_already() {
        try (DeskSteps desk = system.desk(People.CAFE_ADMIN)) {
            Page first = desk.page();
            Page second = first.context().newPage();
            second.navigate(system.address() + "sign-out");
            second.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out"))
                    .waitFor();
            signOut(first);
            first.locator("#kc-login").waitFor();

            second.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out"))
                    .click();

            second.locator("#kc-login").waitFor();
        }
    }

    @Test
    void and_no_other_site_can_do_it() {
        try (DeskSteps desk = system.desk(People.CAFE_ADMIN)) {
            Page page = desk.page();
            var answer = page.context()
                    .request()
                    .post(
                            system.address() + "sign-out",
                            RequestOptions.create()
                                    .setHeader("Origin", "https://elsewhere.example")
                                    .setHeader("Sec-Fetch-Site", "cross-site"));

            assertThat(answer.status()).isEqualTo(403);
            page.navigate(system.address() + "sign-out");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Stay signed in"))
                    .click();
            page.locator(".k-shell h1").first().waitFor();
        }
    }

    @Test
    void and_who_signs_in_gets_a_session_of_their_own_whatever_cookie_was_there() {
        try (DeskSteps cashier = system.desk(People.CAFE_CASHIER)) {
            String planted = sessionOf(cashier.page().context());
            Page page = system.strangersPage(BrowserSystem.Screen.DESK);
            page.context().addCookies(List.of(new Cookie(SESSION, planted).setUrl(system.address())));

            page.navigate(system.address());
            new SignInPage(page).signIn(People.CAFE_ADMIN, BrowserSystem.SAMPLE_PASSWORD);

            assertThat(sessionOf(page.context())).isNotEqualTo(planted);
            assertThat(page.locator(".k-person-name").first().innerText()).contains("Inês");
            page.context().close();
        }
    }

    private void open(Page page, String place) {
        page.navigate(system.address() + place);
        page.locator(".k-shell h1").first().waitFor();
    }

    private static void signOut(Page page) {
        page.locator(".k-person-name").first().click();
        page.locator("vaadin-menu-bar-item").getByText("Sign out").last().click();
    }

    private static String sessionOf(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
