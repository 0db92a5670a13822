package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.kontor.it.whole.TheWhole;
import org.junit.jupiter.api.Test;

/** A coalition that asks for a second factor, as every one does that is not a sample. */
class ASecondFactorIsAskedOfWhoMovesMoneyTest {

    private static final String NEEDED = "Your role needs a second factor";

    private final BrowserSystem system = BrowserSystem.running();

    @Test
    void who_sets_one_up_on_the_way_and_is_asked_for_it_from_then_on() {
        Runnable asBefore = TheWhole.running()
                .configure("coalition.yaml", file -> file.replace("secondFactor: offered", "secondFactor: required"));
        try (PersonOfTheShop person = new PersonOfTheShop("renata", "finance");
                DeskSteps desk = system.desk(person.username())) {
            Page page = desk.page();
            heading(page, NEEDED);
            assertThat(page.locator(".k-nav a").count()).isZero();
            desk.open("settlement");
            heading(page, NEEDED);

            link(page, "Set up a second factor");
            new SignInPage(page).prove(person.username(), BrowserSystem.SAMPLE_PASSWORD);
            OneTimePasswords phone =
                    new OneTimePasswords(page.locator("#totpSecret").inputValue());
            page.locator("#totp").fill(phone.next());
            page.locator("#userLabel").fill("phone");
            page.locator("#saveTOTPBtn").click();

            heading(page, NEEDED);
            link(page, "Sign in again");
            new SignInPage(page).prove(person.username(), BrowserSystem.SAMPLE_PASSWORD);
            page.locator("#otp").fill(phone.next());
            page.locator("#kc-login").click();

            page.waitForURL("**/@discos-ronda/settlement");
            page.locator(".k-shell h1").first().waitFor();
            assertThat(desk.jobs()).contains("Settlement");
        } finally {
            asBefore.run();
        }
    }

    @Test
    void and_not_of_who_serves_guests() {
        Runnable asBefore = TheWhole.running()
                .configure("coalition.yaml", file -> file.replace("secondFactor: offered", "secondFactor: required"));
        try (DeskSteps desk = system.desk(People.CAFE_CASHIER)) {
            assertThat(desk.jobs()).contains("Front desk");
        } finally {
            asBefore.run();
        }
    }

    private static void heading(Page page, String words) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                .waitFor();
    }

    private static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .click();
    }
}
