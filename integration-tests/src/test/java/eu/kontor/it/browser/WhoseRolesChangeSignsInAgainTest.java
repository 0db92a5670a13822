package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** A page that is open, in which nobody presses anything, while its person's roles change in the configuration. */
class WhoseRolesChangeSignsInAgainTest {

    private static final int A_MINUTE_MILLISECONDS = 60_000;

    private final BrowserSystem system = BrowserSystem.running();

    @Test
    void within_a_minute_and_finds_what_the_new_role_does() {
        try (PersonOfTheShop person = new PersonOfTheShop("nadia", "admin");
                DeskSteps desk = system.desk(person.username())) {
            assertThat(desk.jobs()).contains("Settlement", "Front desk");

            person.become("front-desk");

            Page page = desk.page();
            page.locator("#kc-login").waitFor(new Locator.WaitForOptions().setTimeout(A_MINUTE_MILLISECONDS));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            new SignInPage(page).signIn(person.username(), BrowserSystem.SAMPLE_PASSWORD);
            assertThat(desk.jobs()).containsExactly("Front desk", "Goodwill", "Members");
        }
    }

    @Test
    void and_who_left_finds_that_the_tab_is_of_another_brand() {
        PersonOfTheShop person = new PersonOfTheShop("nadia", "finance");
        try (DeskSteps desk = system.desk(person.username())) {
            person.close();

            Page page = desk.page();
            page.locator("#kc-login").waitFor(new Locator.WaitForOptions().setTimeout(A_MINUTE_MILLISECONDS));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            new SignInPage(page).signIn(person.username(), BrowserSystem.SAMPLE_PASSWORD);
            desk.says("This tab is of another brand").waitFor();
        }
    }
}
