package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AnExchangeOverTheApiTest {

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void what_came_back_is_returned_and_what_is_sold_earns_in_one_call() {
        JsonNode sale = purchase("sold", "40.00", """
                {"sku": "CUP", "quantity": 2, "amount": 40.00}""")
                .mustBe(201)
                .json();
        long earned = sale.at("/earning/points").asLong();

        JsonNode exchange = purchase(
                        "exchanged",
                        "-12.00",
                        """
                        {"sku": "CUP", "quantity": -1, "amount": -20.00, "original": {"id": "%s"}},
                        {"sku": "SPOON", "amount": 8.00}"""
                                .formatted(sale.path("id").asText()))
                .mustBe(201)
                .json();

        assertThat(exchange.at("/returned/0/purchase").asText())
                .isEqualTo(sale.path("id").asText());
        assertThat(exchange.at("/returned/0/takenBack").asLong()).isEqualTo(earned / 2);
        assertThat(exchange.path("availableAfter").asLong())
                .isEqualTo(earned / 2 + exchange.at("/earning/points").asLong())
                .isEqualTo(available());
        assertThat(purchase(
                                "exchanged",
                                "-12.00",
                                """
                        {"sku": "CUP", "quantity": -1, "amount": -20.00, "original": {"id": "%s"}},
                        {"sku": "SPOON", "amount": 8.00}"""
                                        .formatted(sale.path("id").asText()))
                        .mustBe(200)
                        .json()
                        .at("/returned/0/id"))
                .isEqualTo(exchange.at("/returned/0/id"));
    }

    @Test
    void what_nobody_can_tell_of_is_refused_with_what_to_do() {
        purchase(
                        "unknown",
                        "-12.00",
                        """
                {"sku": "CUP", "quantity": -1, "amount": -20.00}, {"sku": "SPOON", "amount": 8.00}""")
                .problem(422, "exchange-without-original");
        purchase(
                        "half named",
                        "-12.00",
                        """
                {"sku": "CUP", "quantity": -1, "amount": -20.00, "original": {"reference": "R"}}, {"sku": "SPOON", "amount": 8.00}""")
                .problem(400, "field-missing");
    }

    private RunningKontor.Answer purchase(String key, String amount, String lines) {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(CAFE))
                .key(key + "-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "amount": %s, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s", "lines": [%s]}"""
                                .formatted(card, amount, kontor.today(), key + card, lines))
                .send();
    }

    private long available() {
        return kontor.call("GET", "/cards/" + card)
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json()
                .path("available")
                .asLong();
    }
}
