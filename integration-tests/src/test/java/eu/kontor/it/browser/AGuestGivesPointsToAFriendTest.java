package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** At the café's counter, with points that the hotel issued, for a friend whom only the hotel knows. */
class AGuestGivesPointsToAFriendTest {

    private static final String CODE = "471183";

    @Test
    void who_is_told_by_first_name_and_has_the_points_at_once() {
        BrowserSystem system = BrowserSystem.running();
        String card = enrol(system, "Beatriz");
        String friend = enrol(system, "Duarte");
        try (DeskSteps desk = system.desk(People.HOTEL_FINANCE)) {
            desk.imports().drop("purchases-gift.csv", TillFiles.purchases(card, "400.00", "G-1"));
        }

        try (DeskSteps desk = system.desk(People.CAFE_CASHIER)) {
            FrontDeskPage counter = desk.frontDesk().scan(card);

            assertThat(counter.give(friend, 250, CODE)).startsWith("250 Ronda points given to Duarte.");
        }

        // The café, where the friend never was, is not told what he has.
        try (DeskSteps desk = system.desk(People.HOTEL_ADMIN)) {
            assertThat(desk.frontDesk().scan(friend).balanceOf("Duarte")).isEqualTo("250");
        }
    }

    private static String enrol(BrowserSystem system, String givenName) {
        try (DeskSteps desk = system.desk(People.HOTEL_ADMIN)) {
            return desk.members().enrol(givenName, "Vasconcelos", CODE).card();
        }
    }
}
