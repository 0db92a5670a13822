package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The coalition's main story, told by the people who live it. It moves the clock, hence it comes after those that stay in the month. */
@Order(Integer.MAX_VALUE - 1)
class AHotelGuestRedeemsAtTheCafeTest {

    private static final String CODE = "471183";
    private static final String MONTH = BrowserSystem.MONTH.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + " " + BrowserSystem.MONTH.getYear();

    @Test
    void is_found_by_card_redeems_and_is_on_the_statement_of_the_closed_month() {
        BrowserSystem system = BrowserSystem.running();
        String card = theHotelEnrolsTheGuest(system);
        theHotelImportsTheStay(system, card);
        theCafesCashierRedeems(system, card);
        system.goToThisMonth();
        theOperatorClosesTheMonth(system);
        financeFindsTheTransfer(system);
    }

    private static String theHotelEnrolsTheGuest(BrowserSystem system) {
        try (DeskSteps desk = system.desk(People.HOTEL_ADMIN)) {
            return desk.members().enrol("Amália", "Rosário", CODE).card();
        }
    }

    private static void theHotelImportsTheStay(BrowserSystem system, String card) {
        try (DeskSteps desk = system.desk(People.HOTEL_FINANCE)) {
            ImportsPage imports = desk.imports().drop("purchases-stay.csv", TillFiles.purchases(card, "400.00", "F-1"));

            assertThat(imports.state()).isEqualTo("Done");
            assertThat(imports.figure("Posted")).isEqualTo("1");
        }
    }

    private static void theCafesCashierRedeems(BrowserSystem system, String card) {
        try (DeskSteps desk = system.desk(People.CAFE_CASHIER)) {
            FrontDeskPage counter = desk.frontDesk().scan(card);

            assertThat(counter.guest()).contains("Amália").doesNotContain("Rosário");
            assertThat(counter.redeem(300, CODE)).startsWith("300 Ronda points redeemed: €3.00");
        }
    }

    private static void theOperatorClosesTheMonth(BrowserSystem system) {
        try (DeskSteps desk = system.desk(People.OPERATOR)) {
            SettlementPage settlement = desk.settlement();

            assertThat(settlement.preview()).contains("cancel to zero");
            settlement.close(MONTH);
        }
    }

    private static void financeFindsTheTransfer(BrowserSystem system) {
        try (DeskSteps desk = system.desk(People.CAFE_FINANCE)) {
            StatementPage statement = desk.settlement().open(MONTH);

            assertThat(statement.standing()).startsWith("Closed on");
            assertThat(statement.only("Points redeemed").openTransferOf("Amália Rosário"))
                    .contains("Points redeemed", "300");
        }
    }
}
