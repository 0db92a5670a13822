package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static eu.kontor.it.api.RunningKontor.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AGiftPassesFromCardToCardTest {

    private final RunningKontor kontor = RunningKontor.get();
    private final String giver = kontor.newCard();
    private final String friend = kontor.newCard();

    @Test
    void points_earned_at_the_hotel_are_given_at_the_cafe_and_stay_the_hotels() {
        long points = purchase().json().at("/earning/points").asLong();

        JsonNode given = gift("g-" + giver, friend, 100).mustBe(201).json();

        assertThat(given.path("availableAfter").asLong()).isEqualTo(points - 100);
        assertThat(kontor.available(giver)).isEqualTo(points - 100);
        assertThat(kontor.available(friend)).isEqualTo(100);
        JsonNode received = kontor.call("GET", "/cards/" + friend + "/transfers")
                .as(kontor.token(HOTEL))
                .send()
                .mustBe(200)
                .json();
        assertThat(received.at("/transfers/0/kind").asText()).isEqualTo("gift_received");
        assertThat(received.at("/transfers/0/points").asLong()).isEqualTo(100);
        assertThat(kontor.call("GET", "/cards/" + friend + "/transfers")
                        .as(kontor.token(CAFE))
                        .send()
                        .mustBe(200)
                        .json()
                        .path("transfers"))
                .isEmpty();
    }

    @Test
    void a_retry_gets_the_first_answer_and_another_recipient_a_conflict() {
        purchase();
        JsonNode first = gift("r-" + giver, friend, 50).mustBe(201).json();
        JsonNode again = gift("r-" + giver, friend, 50).mustBe(200).json();

        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        gift("r-" + giver, kontor.newCard(), 50).problem(409, "request-key-reused");
    }

    @Test
    void what_cannot_be_given_is_a_problem_with_a_name() {
        gift("a-" + giver, friend, 50).problem(409, "balance-too-low");
        gift("b-" + giver, giver, 50).problem(422, "gift-to-oneself");
        gift("c-" + giver, friend, 0).problem(422, "points-not-positive");
        gift("d-" + giver, "9724010000000000", 5).problem(400, "card-check-digit-wrong");
    }

    private RunningKontor.Answer gift(String key, String recipient, long points) {
        return kontor.call("POST", "/gifts")
                .as(kontor.token(CAFE))
                .key(key)
                .json(
                        """
                        {"card": "%s", "recipientCard": "%s", "outlet": "counter", "points": %s, "confirmationCode": "4711"}"""
                                .formatted(giver, recipient, points))
                .send();
    }

    private RunningKontor.Answer purchase() {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(HOTEL))
                .key("stay-" + giver)
                .json(
                        """
                        {"card": "%s", "outlet": "rooms", "amount": 300.00, "currency": "EUR", "businessDate": "%s",
                         "reference": "stay of %s"}"""
                                .formatted(giver, kontor.today(), giver))
                .send()
                .mustBe(201);
    }
}
