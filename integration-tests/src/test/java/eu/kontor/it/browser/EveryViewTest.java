package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.browser.BrowserSystem.Screen;
import eu.kontor.it.whole.TheWhole;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view at a desk and on a phone: nothing for axe to find, nothing cut off, in every language; with a picture of each.
 *
 * <p>Last of all, so that the views show what the other tests did.
 */
@Order(Integer.MAX_VALUE)
class EveryViewTest {

    /** As browsers ask for a language, and as the page then says what it is written in. */
    private static final Map<String, String> LANGUAGES = Map.of("en", "en", "es", "es", "zh-CN", "zh-Hans");

    /** A moment before the first posting. */
    private static final String BEFORE_ALL = "?asOf=" + BrowserSystem.MONTH.atDay(1) + "T00:00";

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("overview", People.CAFE_ADMIN, ""),
                Arguments.of("overview-operator", People.OPERATOR, ""),
                Arguments.of("front-desk", People.CAFE_CASHIER, "front-desk"),
                Arguments.of("members", People.HOTEL_ADMIN, "members"),
                Arguments.of("members-search", People.HOTEL_ADMIN, "members?q=zz"),
                Arguments.of("enrolment", People.HOTEL_ADMIN, "members?panel=enrol"),
                Arguments.of("imports", People.HOTEL_FINANCE, "imports"),
                Arguments.of("settlement", People.OPERATOR, "settlement"),
                Arguments.of("settlement-partner", People.HOTEL_FINANCE, "settlement"),
                Arguments.of("window", People.OPERATOR, "settlement/" + BrowserSystem.MONTH),
                Arguments.of(
                        "statement", People.HOTEL_FINANCE, "settlement/" + BrowserSystem.MONTH + "/lisboa-central"),
                Arguments.of("window-before-all", People.OPERATOR, "settlement/" + BrowserSystem.MONTH + BEFORE_ALL),
                Arguments.of(
                        "statement-before-all",
                        People.HOTEL_FINANCE,
                        "settlement/" + BrowserSystem.MONTH + "/lisboa-central" + BEFORE_ALL),
                Arguments.of("expiry", People.OPERATOR, "expiry"),
                Arguments.of("expiry-tell", People.OPERATOR, "expiry?panel=tell"),
                Arguments.of("expiry-run", People.OPERATOR, "expiry?panel=run"),
                Arguments.of("tenants", People.OPERATOR, "tenants"),
                Arguments.of("tenant", People.OPERATOR, "tenants?tenant=forno-grao"),
                Arguments.of("configuration", People.OPERATOR, "tenants?panel=apply"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void is_accessible_at_a_desk(String name, String person, String place) {
        look(name, person, place, Screen.DESK);
    }

    @ParameterizedTest
    @MethodSource("views")
    void is_accessible_on_a_phone(String name, String person, String place) {
        look(name, person, place, Screen.PHONE);
    }

    @ParameterizedTest
    @MethodSource("views")
    void has_all_its_texts_in_every_language(String name, String person, String place) {
        for (String language : LANGUAGES.keySet()) {
            DeskSteps desk = desk(person, Screen.PHONE, language).open(place);
            desk.takePicture(name + "-390-" + language);

            assertThat(desk.page().locator("html").getAttribute("lang")).isEqualTo(LANGUAGES.get(language));
            assertThat(desk.page().locator(".k-shell").innerText())
                    .as("texts in %s", language)
                    .doesNotContainPattern("![a-z]+\\.[A-Za-z.]+!");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void is_accessible_with_a_guest_in_it(Screen screen) {
        DeskSteps admin = desk(People.CAFE_ADMIN, screen, "en");
        String card = admin.members().enrol("Rosa", "Pinto", "4711").card();
        examine(admin, "member", screen);

        DeskSteps cashier = desk(People.CAFE_CASHIER, screen, "en");
        cashier.frontDesk().scan(card);
        examine(cashier, "front-desk-guest", screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void is_accessible_with_the_past_in_it(Screen screen) {
        String member = somebodyStayed("V-" + screen.width());
        String window = "settlement/" + BrowserSystem.MONTH;
        lookBack("statement-then", desk(People.HOTEL_FINANCE, screen, "en").open(window + "/lisboa-central"), screen);
        lookBack("window-then", desk(People.OPERATOR, screen, "en").open(window), screen);
        lookBack("member-then", desk(People.OPERATOR, screen, "en").open(member), screen);
        assertThat(desk(People.HOTEL_ADMIN, screen, "en").open(member).asOf().isOffered())
                .as("a member's past is for the operator alone")
                .isFalse();
    }

    /** At the minute that runs everything is there; before the first posting nothing; in the future nothing is said. */
    private static void lookBack(String name, DeskSteps desk, Screen screen) {
        AsOfControl control = desk.asOf();
        assertThat(control.choose(TheWhole.running().today()).sign()).startsWith("As of ");
        assertThat(control.figures()).as(name).isPositive();
        examine(desk, name, screen);

        control.choose(BrowserSystem.MONTH.atDay(1));
        assertThat(desk.says("Nothing had been posted").isVisible()).as(name).isTrue();
        assertThat(control.figures()).isZero();
        examine(desk, name + "-nothing", screen);

        control.choose(TheWhole.running().today().plusYears(1));
        assertThat(desk.says("has not come yet").isVisible()).as(name).isTrue();
        assertThat(control.figures()).isZero();
        examine(desk, name + "-future", screen);

        control.backToNow();
        assertThat(control.figures()).as(name).isPositive();
        assertThat(desk.page().url()).doesNotContain("asOf");
    }

    /** @return the place of the member's page */
    private static String somebodyStayed(String reference) {
        DeskSteps admin = desk(People.HOTEL_ADMIN, Screen.DESK, "en");
        MemberPage member = admin.members().enrol("Vera", "Ontem", "4711");
        String card = member.card();
        String place = member.place();
        desk(People.HOTEL_FINANCE, Screen.DESK, "en")
                .imports()
                .drop("purchases-" + reference + ".csv", TillFiles.purchases(card, "120.00", reference));
        return place;
    }

    private static void look(String name, String person, String place, Screen screen) {
        DeskSteps desk = desk(person, screen, "en").open(place);
        assertThat(desk.page().locator(".k-problem").count()).as("refusals").isZero();
        examine(desk, name, screen);
    }

    private static void examine(DeskSteps desk, String name, Screen screen) {
        desk.takePicture(name + "-" + screen.width());

        assertThat(desk.accessibilityFindings()).isEmpty();
        assertThat(desk.widerThanTheWindow()).as("pixels cut off").isNotPositive();
    }

    private static DeskSteps desk(String person, Screen screen, String language) {
        return BrowserSystem.running().deskThatStays(person, screen, language);
    }
}
