package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People of a brand who had the portal open when it was suspended. */
class AnOpenPageOfASuspendedBrandTest {

    private static final String SHOP = "discos-ronda";
    private static final String SHOP_NAME = "Discos Ronda";
    private static final String HOTEL = "lisboa-central";
    private static final String HOTEL_NAME = "Hotel Lisboa Central";

    private final BrowserSystem system = BrowserSystem.running();
    private Runnable resume = () -> {};

    @AfterEach
    void resume() {
        resume.run();
    }

    @Test
    void enrols_nobody_shows_nothing_and_works_again_once_the_brand_is_resumed() {
        try (DeskSteps desk = system.desk(People.SHOP_ADMIN)) {
            Page page = desk.members().fillEnrolment("Xenia", "Suspensa", "471183");
            suspend(SHOP, SHOP_NAME);

            desk.button("Enrol and issue the card").click();
            refusal(desk, SHOP_NAME);
            assertThat(page.locator(".k-nav a").count()).as("ways to go on").isZero();
            for (String place : new String[] {"members", "settlement", "imports", ""}) {
                desk.open(place);
                refusal(desk, SHOP_NAME);
            }
            desk.open("members?panel=enrol");

            resume();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            page.getByLabel("Given name").waitFor();
            desk.open("members?q=Suspensa");
            desk.says("Nobody matches “Suspensa”").waitFor();
            assertThat(desk.members().enrol("Xenia", "Suspensa", "471183").card())
                    .hasSize(16);
        }
    }

    @Test
    void lets_a_person_of_two_brands_go_on_with_the_other() {
        try (DeskSteps desk = system.desk(People.HOTEL_FINANCE)) {
            desk.settlement();
            suspend(HOTEL, HOTEL_NAME);

            desk.page().locator(".k-nav a").first().click();
            refusal(desk, HOTEL_NAME);

            desk.page().locator(".k-brand-menu vaadin-menu-bar-button").first().click();
            desk.page()
                    .locator("vaadin-menu-bar-item")
                    .getByText("Quinta do Mar")
                    .last()
                    .click();
            desk.page().locator(".k-nav a").first().waitFor();
            assertThat(desk.jobs()).contains("Settlement");
        }
    }

    private void suspend(String brand, String name) {
        operator().tenants().suspend(brand, name);
        resume = () -> {
            operator().tenants().resume(brand, name);
            resume = () -> {};
        };
    }

    private DeskSteps operator() {
        return system.deskThatStays(People.OPERATOR, BrowserSystem.Screen.DESK);
    }

    private static void refusal(DeskSteps desk, String brand) {
        desk.page()
                .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(brand + " is suspended"))
                .waitFor();
        desk.takePicture("suspended-" + BrowserSystem.Screen.DESK.width());
    }
}
