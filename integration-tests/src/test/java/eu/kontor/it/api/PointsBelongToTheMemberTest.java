package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static eu.kontor.it.api.RunningKontor.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What a till of the café may do, and learn, without the member. */
class PointsBelongToTheMemberTest {

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void of_a_guest_who_never_was_there_it_learns_a_first_name_and_no_points() {
        purchase(HOTEL, "rooms", "300.00");

        JsonNode stranger = card(CAFE);
        assertThat(stranger.at("/member/name").asText()).isEqualTo("Ana");
        assertThat(stranger.path("usable").asBoolean()).isTrue();
        assertThat(stranger.path("canRedeem").asBoolean()).isTrue();
        assertThat(stranger.has("available") || stranger.has("pockets") || stranger.has("debt"))
                .isFalse();
        assertThat(stranger.path("member").has("memberSince")).isFalse();

        purchase(CAFE, "counter", "3.00");
        assertThat(card(CAFE).at("/member/name").asText()).isEqualTo("Ana Reis");
        assertThat(card(CAFE).path("available").asLong()).isPositive();
    }

    @Test
    void it_gives_nothing_away_without_the_code_and_no_more_than_five_times_an_hour_with_it() {
        purchase(HOTEL, "rooms", "300.00");
        String friend = kontor.newCard();
        gift(friend, "no-code", "").problem(400, "field-missing");
        for (int i = 0; i < 5; i++) {
            gift(friend, "nr-" + i, ", \"confirmationCode\": \"4711\"").mustBe(201);
        }

        RunningKontor.Answer sixth = gift(friend, "nr-5", ", \"confirmationCode\": \"4711\"");

        sixth.problem(429, "member-too-fast");
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isPositive();
        gift(friend, "nr-4", ", \"confirmationCode\": \"4711\"").mustBe(200);
    }

    @Test
    void the_member_changes_the_code_and_agrees_with_it_that_the_cafe_sees_phone_and_mail() {
        purchase(CAFE, "counter", "3.00");
        post("/code", "{\"newCode\": \"904613\", \"reason\": \"forgotten\"}").problem(403, "not-permitted");
        post("/code", "{\"newCode\": \"123456\", \"currentCode\": \"4711\"}").problem(422, "confirmation-code-weak");
        post("/code", "{\"newCode\": \"904613\", \"currentCode\": \"4711\"}").mustBe(204);

        post("/consent", "{\"contact\": true, \"confirmationCode\": \"4711\"}").problem(422, "confirmation-code-wrong");
        post("/consent", "{\"contact\": true, \"confirmationCode\": \"904613\"}")
                .mustBe(204);
        post("/consent", "{\"contact\": false}").mustBe(204);
        post("/consent", "{}").problem(400, "field-missing");
    }

    private JsonNode card(String tenant) {
        return kontor.call("GET", "/cards/" + card)
                .as(kontor.token(tenant))
                .send()
                .mustBe(200)
                .json();
    }

    private RunningKontor.Answer post(String what, String body) {
        return kontor.call("POST", "/cards/" + card + what)
                .as(kontor.token(CAFE))
                .json(body)
                .send();
    }

    private RunningKontor.Answer gift(String friend, String key, String code) {
        return kontor.call("POST", "/gifts")
                .as(kontor.token(CAFE))
                .key(key + card)
                .json("{\"card\": \"%s\", \"recipientCard\": \"%s\", \"outlet\": \"counter\", \"points\": 1%s}"
                        .formatted(card, friend, code))
                .send();
    }

    private void purchase(String tenant, String outlet, String euros) {
        kontor.call("POST", "/purchases")
                .as(kontor.token(tenant))
                .key(tenant + card)
                .json(
                        """
                        {"card": "%s", "outlet": "%s", "amount": %s, "currency": "EUR", "businessDate": "%s", "reference": "of %s"}"""
                                .formatted(card, outlet, euros, kontor.today(), card))
                .send()
                .mustBe(201);
    }
}
