package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Here the database blocks the card, as the desk and the API have it done. */
class ABlockedCardIsRefusedTest {

    private static final String AS_THE_OPERATOR = "set role kontor_operator";
    private static final String BLOCK = "select coalition.block_card(?, now())";

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void at_the_till_and_keeps_its_points() throws SQLException {
        long points =
                purchase("before").mustBe(201).json().at("/earning/points").asLong();
        block();

        purchase("after").problem(409, "card-blocked");
        kontor.call("POST", "/redemptions")
                .as(kontor.token(CAFE))
                .key("redeem-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "points": 100, "currency": "EUR"}"""
                                .formatted(card))
                .send()
                .problem(409, "card-blocked");
        assertThat(points).isPositive();
        assertThat(kontor.call("GET", "/cards/" + card)
                        .as(kontor.token(CAFE))
                        .send()
                        .mustBe(200)
                        .json()
                        .path("available")
                        .asLong())
                .isEqualTo(points);
    }

    private void block() throws SQLException {
        try (Connection connection = kontor.system().database().connect("kontor")) {
            connection.createStatement().execute(AS_THE_OPERATOR);
            try (PreparedStatement statement = connection.prepareStatement(BLOCK)) {
                statement.setString(1, card);
                try (ResultSet found = statement.executeQuery()) {
                    assertThat(found.next() && found.getBoolean(1))
                            .as("the card was found")
                            .isTrue();
                }
            }
        }
    }

    private RunningKontor.Answer purchase(String key) {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(CAFE))
                .key(key + "-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "amount": 80.00, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s"}"""
                                .formatted(card, kontor.today(), key))
                .send();
    }
}
