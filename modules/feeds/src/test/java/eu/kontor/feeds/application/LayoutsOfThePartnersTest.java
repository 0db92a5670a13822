package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutsOfThePartnersTest {

    private static final String STAYS =
            """
            [{"name": "stays", "layout": "hotel-stays", "files": "stays-*.csv",
              "columns": {"card": "loyalty_card", "outlet": "hotel", "status": "reservation_status",
                          "departure_date": "reservation_status_date", "rate": "adr", "weekend_nights": "stays_in_weekend_nights",
                          "week_nights": "stays_in_week_nights", "reference": "reservation"},
              "constants": {"currency": "EUR", "category": "room"},
              "values": {"outlet": {"Resort Hotel": "main"}}}]""";

    private static final String TICKETS =
            """
            [{"name": "tills", "layout": "tickets",
              "columns": {"date": "Date", "time": "Time", "ticket": "Transaction", "item": "Item", "card": "Card"},
              "constants": {"currency": "EUR", "outlet": "main"},
              "items": {"Bread": {"price": "3.20", "category": "bakery"}, "Coffee": {"price": "2.60", "category": "drinks"}, "NONE": {}}}]""";

    private static final String GERMAN =
            """
            [{"name": "kasse", "layout": "purchases", "encoding": "windows-1252", "decimalMark": ",", "datePattern": "dd.MM.uuuu",
              "columns": {"card": "Kundenkarte", "amount": "Betrag", "business_date": "Datum", "reference": "Beleg"},
              "constants": {"currency": "EUR", "outlet": "main"}}]""";

    private final FeedStage stage = FeedStage.open("layouts" + System.nanoTime());

    @Test
    void a_completed_stay_is_a_purchase_of_rate_times_nights_on_the_day_of_departure() throws Exception {
        stage.configure(STAYS);
        String card = FeedStage.card(7);
        FeedReceipt receipt = stage.process(
                "stays-2026-10.csv",
                "hotel,adr,stays_in_weekend_nights,stays_in_week_nights,reservation_status,reservation_status_date,reservation,loyalty_card\n"
                        + "Resort Hotel,75.335,2,1,Check-Out,2026-10-02,A1," + card + "\n"
                        + "Resort Hotel,75,2,1,Canceled,2026-10-02,A2," + card + "\n"
                        + "Resort Hotel,75,2,1,Check-Out,2026-10-02,A3,\n"
                        + "Resort Hotel,0,2,1,Check-Out,2026-10-02,A4," + card + "\n"
                        + "Grand Hotel,75,2,1,Check-Out,2026-10-02,A5," + card + "\n");

        assertThat(receipt.format()).isEqualTo("hotel-stays");
        assertThat(receipt.linesPosted()).isEqualTo(1);
        assertThat(receipt.points().value()).isEqualTo(226);
        assertThat(receipt.skipped()).isEqualTo(Map.of("not-completed", 1L, "no-card", 1L, "no-charge", 1L));
        assertThat(stage.rejects(receipt).getLast()).contains(",6,outlet-unknown,");
    }

    @Test
    void neighbouring_lines_of_a_ticket_are_one_purchase_priced_by_the_list() throws Exception {
        stage.configure(TICKETS);
        String card = FeedStage.card(8);
        FeedReceipt receipt = stage.process(
                "till.csv",
                String.join(
                        "\n",
                        "Date,Time,Transaction,Item,Card",
                        "2026-10-30,09:58:11,1,Bread," + card,
                        "2026-10-30,10:05:34,2,Coffee," + card,
                        "2026-10-30,10:05:34,2,Coffee," + card,
                        "2026-10-30,10:05:34,2,NONE," + card,
                        "2026-10-30,10:07:57,3,Bread,",
                        "2026-10-30,10:08:41,4,Coffee," + card,
                        "2026-10-30,10:08:41,4,Unicorn," + card,
                        "2026-10-30,10:13:03,5,NONE," + card));

        assertThat(receipt.purchases()).isEqualTo(2);
        assertThat(receipt.linesPosted()).isEqualTo(3);
        assertThat(receipt.points().value()).isEqualTo(3 + 5);
        assertThat(receipt.skipped()).isEqualTo(Map.of("no-item", 2L, "no-card", 1L));
        assertThat(receipt.linesRefused()).isEqualTo(2);
        assertThat(stage.rejects(receipt))
                .satisfiesExactly(
                        header -> assertThat(header).endsWith(",kontor_line,kontor_code,kontor_reason"),
                        neighbour -> assertThat(neighbour).contains(",7,feed-line-of-refused-ticket,"),
                        guilty -> assertThat(guilty).contains("Unicorn").contains(",8,feed-item-without-price,"));
    }

    @Test
    void a_ticket_of_too_many_lines_is_refused_to_its_last_line() {
        stage.configure(TICKETS);
        StringBuilder text = new StringBuilder("Date,Time,Transaction,Item,Card\n");
        for (int i = 0; i < 450; i++) {
            text.append("2026-10-30,10:00:00,77,Bread,")
                    .append(FeedStage.card(9))
                    .append('\n');
        }
        text.append("2026-10-30,10:01:00,78,Bread,").append(FeedStage.card(9)).append('\n');

        FeedReceipt receipt = stage.process("party.csv", text.toString());

        assertThat(receipt.linesRefused()).isEqualTo(450);
        assertThat(receipt.linesPosted()).isEqualTo(1);
    }

    @Test
    void a_tenants_own_columns_separator_numbers_dates_and_encoding_are_configuration() {
        stage.configure(GERMAN);
        String text =
                "Beleg;Datum;Kundenkarte;Betrag;Bemerkung\nK1;30.10.2026;" + FeedStage.card(3) + ";1234,50;für Gäste\n";

        FeedReceipt receipt =
                stage.process("kasse.csv", text.getBytes(java.nio.charset.Charset.forName("windows-1252")));

        assertThat(receipt.linesPosted()).isEqualTo(1);
        assertThat(receipt.points().value()).isEqualTo(1_234);
    }
}
