package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a role may not do is absent from the navigation and refused at its address. */
class RolesAreKeptApartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "olivia | Overview, Goodwill, Program, Members, Settlement, Expiry, Brands, Signals, Messages, Audit trail, Personal data",
                "ines   | Overview, Front desk, Goodwill, Program, Members, Imports, Settlement, Signals, Audit trail",
                "paulo  | Overview, Members, Imports, Settlement",
                "joana  | Front desk, Goodwill, Members",
            })
    void navigation_offers_what_the_role_does(String person, String jobs) {
        assertThat(String.join(", ", at(person).jobs())).isEqualTo(jobs);
    }

    @ParameterizedTest
    @CsvSource({
        "joana, settlement",
        "joana, imports",
        "joana, tenants",
        "joana, expiry",
        "paulo, front-desk",
        "paulo, tenants",
        "ines, tenants",
        "ines, expiry",
        "olivia, front-desk",
        "olivia, imports",
    })
    void an_address_of_another_role_is_refused(String person, String place) {
        DeskSteps desk = at(person).open(place);

        assertThat(desk.says("Your role does not allow this.").isVisible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"paulo, quinta-do-mar", "ines, lisboa-central", "paulo, lisboa-central?asOf=2026-01-01T00:00"})
    void another_brands_statement_is_refused(String person, String partner) {
        DeskSteps desk = at(person).open("settlement/" + BrowserSystem.MONTH + "/" + partner);

        assertThat(desk.page().locator(".k-statement").count()).isZero();
        assertThat(desk.says("Your role does not allow this.").isVisible()).isTrue();
    }

    private static DeskSteps at(String person) {
        return BrowserSystem.running().deskThatStays(person, BrowserSystem.Screen.DESK);
    }
}
