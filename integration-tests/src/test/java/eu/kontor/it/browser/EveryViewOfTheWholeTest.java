package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.browser.BrowserSystem.Screen;
import eu.kontor.it.whole.TheWhole;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view is filled by the running whole. How views look, in every language, theme and width, is tested over the portal's preview.
 *
 * <p>Last of all, so that the views show what the other tests did.
 */
@Order(Integer.MAX_VALUE)
class EveryViewOfTheWholeTest {

    private static final String WINDOW = "settlement/" + BrowserSystem.MONTH;

    /** A moment before the first posting. */
    private static final String BEFORE_ALL = "?asOf=" + BrowserSystem.MONTH.atDay(1) + "T00:00";

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of(People.CAFE_ADMIN, ""),
                Arguments.of(People.OPERATOR, ""),
                Arguments.of(People.CAFE_CASHIER, "front-desk"),
                Arguments.of(People.HOTEL_ADMIN, "members"),
                Arguments.of(People.HOTEL_ADMIN, "members?q=zz"),
                Arguments.of(People.HOTEL_ADMIN, "members?panel=enrol"),
                Arguments.of(People.HOTEL_FINANCE, "imports"),
                Arguments.of(People.OPERATOR, "settlement"),
                Arguments.of(People.HOTEL_FINANCE, "settlement"),
                Arguments.of(People.OPERATOR, WINDOW),
                Arguments.of(People.HOTEL_FINANCE, WINDOW + "/lisboa-central"),
                Arguments.of(People.OPERATOR, WINDOW + BEFORE_ALL),
                Arguments.of(People.HOTEL_FINANCE, WINDOW + "/lisboa-central" + BEFORE_ALL),
                Arguments.of(People.OPERATOR, "expiry"),
                Arguments.of(People.OPERATOR, "expiry?panel=tell"),
                Arguments.of(People.OPERATOR, "expiry?panel=run"),
                Arguments.of(People.OPERATOR, "privacy"),
                Arguments.of(People.OPERATOR, "messages"),
                Arguments.of(People.OPERATOR, "signals"),
                Arguments.of(People.OPERATOR, "audit"),
                Arguments.of(People.OPERATOR, "tenants"),
                Arguments.of(People.OPERATOR, "tenants?tenant=forno-grao"),
                Arguments.of(People.OPERATOR, "tenants?panel=apply"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void comes_with_all_its_texts_and_nothing_refused(String person, String place) {
        DeskSteps desk = desk(person, Screen.DESK).open(place);

        assertThat(desk.page().locator(".k-problem").count()).as("refusals").isZero();
        assertThat(desk.page().locator(".k-shell").innerText()).doesNotContainPattern("![a-z]+\\.[A-Za-z.]+!");
    }

    @Test
    void serves_a_guest_on_a_phone() {
        DeskSteps admin = desk(People.CAFE_ADMIN, Screen.PHONE);
        String card = admin.members().enrol("Rosa", "Pinto", "471183").card();
        assertThat(admin.widerThanTheWindow()).as("pixels cut off").isNotPositive();

        DeskSteps cashier = desk(People.CAFE_CASHIER, Screen.PHONE);
        assertThat(cashier.frontDesk().scan(card).guest()).contains("Rosa Pinto");
        assertThat(cashier.widerThanTheWindow()).as("pixels cut off").isNotPositive();
    }

    @Test
    void looks_back() {
        String member = somebodyStayed();
        lookBack("statement", desk(People.HOTEL_FINANCE, Screen.DESK).open(WINDOW + "/lisboa-central"));
        lookBack("window", desk(People.OPERATOR, Screen.DESK).open(WINDOW));
        lookBack("member", desk(People.OPERATOR, Screen.DESK).open(member));
        assertThat(desk(People.HOTEL_ADMIN, Screen.DESK).open(member).asOf().isOffered())
                .as("a member's past is for the operator alone")
                .isFalse();
    }

    /** At the minute that runs everything is there; before the first posting nothing; in the future nothing is said. */
    private static void lookBack(String name, DeskSteps desk) {
        AsOfControl control = desk.asOf();
        assertThat(control.choose(TheWhole.running().today()).sign()).startsWith("As of ");
        assertThat(control.figures()).as(name).isPositive();

        control.choose(BrowserSystem.MONTH.atDay(1));
        assertThat(desk.says("Nothing had been posted").isVisible()).as(name).isTrue();
        assertThat(control.figures()).isZero();

        control.choose(TheWhole.running().today().plusYears(1));
        assertThat(desk.says("has not come yet").isVisible()).as(name).isTrue();
        assertThat(control.figures()).isZero();

        control.backToNow();
        assertThat(control.figures()).as(name).isPositive();
        assertThat(desk.page().url()).doesNotContain("asOf");
    }

    /** @return the place of the member's page */
    private static String somebodyStayed() {
        MemberPage member = desk(People.HOTEL_ADMIN, Screen.DESK).members().enrol("Vera", "Ontem", "471183");
        String card = member.card();
        String place = member.place();
        desk(People.HOTEL_FINANCE, Screen.DESK)
                .imports()
                .drop("purchases-before.csv", TillFiles.purchases(card, "120.00", "V-1"));
        return place;
    }

    private static DeskSteps desk(String person, Screen screen) {
        return BrowserSystem.running().deskThatStays(person, screen);
    }
}
