package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static eu.kontor.it.api.RunningKontor.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.Await;
import eu.kontor.it.whole.TheWhole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SomethingComesBackTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void a_quarter_of_the_amount_takes_a_quarter_of_the_points_and_what_is_left_comes_back_without_a_body() {
        JsonNode sale = purchase("part-" + card, "60.00");
        long earned = sale.at("/earning/points").asLong();

        JsonNode part = reverse(sale, "part-1-" + card, "{\"amount\": 15.00}")
                .mustBe(200)
                .json();
        JsonNode again = reverse(sale, "part-1-" + card, "{\"amount\": 15.0}")
                .mustBe(200)
                .json();
        JsonNode rest = kontor.call("POST", "/purchases/" + sale.path("id").asText() + "/reverse")
                .as(kontor.token(HOTEL))
                .key("part-2-" + card)
                .send()
                .mustBe(200)
                .json();

        assertThat(part.path("takenBack").asLong()).isEqualTo(earned / 4);
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(part.path("id"));
        assertThat(rest.path("takenBack").asLong()).isEqualTo(earned - earned / 4);
        assertThat(rest.path("availableAfter").asLong()).isZero();
    }

    @Test
    void what_is_not_left_or_not_understood_is_refused_and_takes_nothing() {
        JsonNode sale = purchase("refused-" + card, "60.00");

        reverse(sale, "x1-" + card, "{\"amount\": 60.01}").problem(409, "return-exceeds-purchase");
        reverse(sale, "x2-" + card, "{\"amuont\": 15.00}").problem(400, "body-unreadable");
        reverse(sale, "x3-" + card, "15.00").problem(400, "body-unreadable");
        reverse(sale, "x4-" + card, "{\"lines\": [{\"sku\": \"none\"}]}").problem(422, "return-line-unknown");
        assertThat(reverse(sale, "x5-" + card, "{}").mustBe(200).json().path("takenBack"))
                .isEqualTo(sale.at("/earning/points"));
    }

    @Test
    void a_captured_redemption_comes_back_and_is_read_with_it() {
        long earned = purchase("pays-" + card, "300.00").at("/earning/points").asLong();
        String hold = kontor.call("POST", "/redemptions")
                .as(kontor.token(CAFE))
                .key("pay-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "points": 200, "currency": "EUR", "confirmationCode": "4711"}"""
                                .formatted(card))
                .send()
                .mustBe(201)
                .json()
                .path("id")
                .asText();
        giveBack(hold, "early-" + card, "{}").problem(409, "redemption-not-captured");
        kontor.call("POST", "/redemptions/" + hold + "/capture")
                .as(kontor.token(CAFE))
                .key("capture-" + card)
                .json("{}")
                .send()
                .mustBe(200);

        JsonNode back =
                giveBack(hold, "back-" + card, "{\"points\": 150}").mustBe(200).json();

        assertThat(back.path("availableAfter").asLong()).isEqualTo(earned - 50);
        giveBack(hold, "more-" + card, "{\"points\": 51}").problem(409, "return-exceeds-redemption");
    }

    @Test
    void a_return_with_a_number_of_its_own_is_known_under_another_key_and_both_are_found_on_the_statement()
            throws Exception {
        JsonNode sale = purchase("numbered-" + card, "60.00");
        String slip = "R-" + card;
        String body = "{\"amount\": 15.00, \"reference\": \"" + slip + "\"}";

        JsonNode first = reverse(sale, "slip-1-" + card, body).mustBe(200).json();
        JsonNode again = reverse(sale, "slip-2-" + card, body).mustBe(200).json();
        reverse(sale, "slip-3-" + card, body.replace("15.00", "20.00")).problem(409, "return-differs");

        assertThat(again.path("alreadyKnown").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        Await.until("its row", PATIENCE, () -> called(slip).size() == 1);
        assertThat(called(slip).get(0).path("posting")).isEqualTo(first.path("id"));
        assertThat(called("numbered-" + card).findValuesAsText("posting"))
                .contains(sale.path("id").asText(), first.path("id").asText());
        assertThat(called("no such number")).isEmpty();
    }

    private JsonNode called(String reference) {
        return kontor.call(
                        "GET",
                        "/settlement/windows/" + TheWhole.MONTH + "/statement/transfers?reference="
                                + URLEncoder.encode(reference, StandardCharsets.UTF_8))
                .as(kontor.token(HOTEL))
                .send()
                .mustBe(200)
                .json()
                .path("transfers");
    }

    private JsonNode purchase(String key, String amount) {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(HOTEL))
                .key(key)
                .json(
                        """
                        {"card": "%s", "outlet": "rooms", "amount": %s, "currency": "EUR", "businessDate": "%s", "reference": "%s"}"""
                                .formatted(card, amount, kontor.today(), key))
                .send()
                .mustBe(201)
                .json();
    }

    private RunningKontor.Answer reverse(JsonNode sale, String key, String body) {
        return kontor.call("POST", "/purchases/" + sale.path("id").asText() + "/reverse")
                .as(kontor.token(HOTEL))
                .key(key)
                .json(body)
                .send();
    }

    private RunningKontor.Answer giveBack(String hold, String key, String body) {
        return kontor.call("POST", "/redemptions/" + hold + "/return")
                .as(kontor.token(CAFE))
                .key(key)
                .json(body)
                .send();
    }
}
