package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Two tabs of a person of two brands, and a tab whose address names a brand to which its person does not belong. */
class EachTabHasItsBrandTest {

    private static final String CITY = "lisboa-central";
    private static final String SEASIDE = "quinta-do-mar";

    private final BrowserSystem system = BrowserSystem.running();

    @Test
    void and_each_keeps_it_through_actions_reloads_and_what_the_other_does() {
        try (DeskSteps desk = system.desk(People.HOTEL_FINANCE)) {
            Page city = desk.page();
            Page seaside = city.context().newPage();
            List<String> asked = new CopyOnWriteArrayList<>();
            city.onRequest(request -> asked.add(request.url()));

            open(city, "@" + CITY + "/imports");
            open(seaside, "@" + SEASIDE + "/imports");
            assertThat(brandOf(city)).isEqualTo("Hotel Lisboa Central");
            assertThat(brandOf(seaside)).isEqualTo("Quinta do Mar Resort");

            city.locator(".k-nav a").last().click();
            city.waitForURL("**/@" + CITY + "/settlement");
            city.reload();
            city.locator(".k-shell h1").first().waitFor();
            assertThat(brandOf(city)).isEqualTo("Hotel Lisboa Central");
            assertThat(asked)
                    .filteredOn(address -> address.contains("v-r=uidl"))
                    .as("what was done there")
                    .isNotEmpty()
                    .allMatch(address -> address.contains("/@" + CITY + "/"));
        }
    }

    @Test
    void and_switching_in_one_leaves_the_other() {
        try (DeskSteps desk = system.desk(People.HOTEL_FINANCE)) {
            Page first = desk.page();
            open(first, "@" + CITY + "/settlement");
            Page second = first.context().newPage();
            open(second, "@" + CITY + "/settlement");

            second.locator(".k-brand-menu vaadin-menu-bar-button").first().click();
            second.locator("vaadin-menu-bar-item")
                    .getByText("Quinta do Mar")
                    .last()
                    .click();
            second.waitForURL("**/@" + SEASIDE + "/");

            first.locator(".k-nav a").first().click();
            first.waitForURL("**/@" + CITY + "/");
            assertThat(brandOf(first)).isEqualTo("Hotel Lisboa Central");
        }
    }

    @Test
    void and_who_names_none_is_led_to_the_first_of_theirs() {
        try (DeskSteps desk = system.desk(People.CAFE_ADMIN)) {
            open(desk.page(), "settlement?q=x");

            assertThat(desk.page().url()).endsWith("/@forno-grao/settlement?q=x");
        }
    }

    @Test
    void and_a_tab_of_another_brand_says_so_and_offers_the_way_back() {
        try (DeskSteps desk = system.desk(People.CAFE_ADMIN)) {
            Page page = desk.page();
            page.navigate(desk.address() + "@" + CITY + "/settlement");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("This tab is of another brand"))
                    .waitFor();
            assertThat(page.locator(".k-nav a").count()).isZero();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to your brand"))
                    .click();
            page.waitForURL("**/@forno-grao/");
            page.locator(".k-shell h1").first().waitFor();
        }
    }

    @Test
    void and_no_address_of_a_brand_leads_past_the_doors_of_the_api() {
        try (DeskSteps desk = system.desk(People.CAFE_ADMIN)) {
            var answer = desk.page().context().request().get(desk.address() + "@forno-grao/api/v1/whoami");

            assertThat(answer.status()).isIn(401, 404);
        }
    }

    private void open(Page page, String place) {
        page.navigate(system.address() + place);
        page.locator(".k-shell h1").first().waitFor();
    }

    private static String brandOf(Page page) {
        return page.locator(".k-brand-name").first().innerText().strip();
    }
}
