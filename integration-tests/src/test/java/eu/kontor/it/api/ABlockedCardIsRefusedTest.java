package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ABlockedCardIsRefusedTest {

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void at_the_till_and_keeps_its_points() {
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

    private void block() {
        assertThat(kontor.call("POST", "/cards/" + card + "/block")
                        .as(kontor.token(CAFE))
                        .json("{\"reason\": \"lost\"}")
                        .send()
                        .mustBe(200)
                        .json()
                        .path("blocked")
                        .asBoolean())
                .isTrue();
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
