package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static eu.kontor.it.api.RunningKontor.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ACardEarnsAndRedeemsAcrossBrandsTest {

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void points_earned_at_the_hotel_are_redeemed_at_the_cafe() {
        JsonNode receipt = purchase("stay-" + card, "300.00").json();
        long points = receipt.at("/earning/points").asLong();
        assertThat(points).isPositive();
        assertThat(receipt.at("/earning/explanation").asText()).contains("300.00 EUR");

        JsonNode hold = kontor.call("POST", "/redemptions")
                .as(kontor.token(CAFE))
                .key("pay-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "points": 200, "currency": "EUR", "confirmationCode": "4711"}"""
                                .formatted(card))
                .send()
                .mustBe(201)
                .json();
        JsonNode captured = kontor.call(
                        "POST", "/redemptions/" + hold.path("id").asText() + "/capture")
                .as(kontor.token(CAFE))
                .key("capture-" + card)
                .json("{\"points\": 150}")
                .send()
                .mustBe(200)
                .json();

        assertThat(captured.path("availableAfter").asLong()).isEqualTo(points - 150);
        JsonNode seen = kontor.call("GET", "/cards/" + card)
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json();
        assertThat(seen.path("available").asLong()).isEqualTo(points - 150);
        assertThat(seen.at("/member/name").asText()).contains("Reis");
        JsonNode transfers = kontor.call("GET", "/cards/" + card + "/transfers")
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json();
        assertThat(transfers.path("transfers")).hasSize(1);
        assertThat(transfers.at("/transfers/0/points").asLong()).isEqualTo(-150);
    }

    @Test
    void a_retry_gets_the_first_answer_and_another_content_a_conflict() {
        JsonNode first = purchase("retry-" + card, "10.00").mustBe(201).json();
        JsonNode again = purchase("retry-" + card, "10.0").mustBe(200).json();

        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        purchase("retry-" + card, "11.00").problem(409, "request-key-reused");
    }

    @Test
    void a_reversed_purchase_leaves_nothing_and_no_other_tenant_can_touch_it() {
        String id = purchase("back-" + card, "50.00").json().path("id").asText();

        kontor.call("POST", "/purchases/" + id + "/reverse")
                .as(kontor.token(CAFE))
                .key("r-" + card)
                .send()
                .problem(404, "purchase-unknown");
        JsonNode reversal = kontor.call("POST", "/purchases/" + id + "/reverse")
                .as(kontor.token(HOTEL))
                .key("r-" + card)
                .send()
                .mustBe(200)
                .json();

        assertThat(reversal.path("availableAfter").asLong()).isZero();
    }

    @Test
    void what_was_asked_and_answered_is_read_by_its_own_tenant_only() throws Exception {
        JsonNode bought = purchase("read-" + card, "20.00").json();
        String id = bought.path("id").asText();
        JsonNode reversal = kontor.call("POST", "/purchases/" + id + "/reverse")
                .as(kontor.token(HOTEL))
                .key("read-r-" + card)
                .send()
                .mustBe(200)
                .json();
        String words = "?outlet=rooms&businessDate=" + kontor.today() + "&reference=read-" + card;

        JsonNode kept = get("/reversals/" + reversal.path("id").asText());
        assertThat(kept.path("purchase").asText()).isEqualTo(id);
        assertThat(kept.path("takenBack")).isEqualTo(reversal.path("takenBack"));
        assertThat(get("/purchases/" + id).path("earning")).isEqualTo(bought.path("earning"));
        Await.until(
                "it is filed",
                Duration.ofSeconds(20),
                () -> get("/purchases" + words).at("/purchases/0/id").asText().equals(id));
        kontor.call("GET", "/reversals/" + reversal.path("id").asText())
                .as(kontor.token(CAFE))
                .send()
                .problem(404, "reversal-unknown");
        kontor.call("GET", "/gifts/" + id).as(kontor.token(HOTEL)).send().problem(404, "gift-unknown");
        kontor.call("GET", "/redemptions?outlet=rooms&businessDate=soon&reference=x")
                .as(kontor.token(HOTEL))
                .send()
                .problem(400, "field-malformed");
    }

    private JsonNode get(String path) {
        return kontor.call("GET", path)
                .as(kontor.token(HOTEL))
                .send()
                .mustBe(200)
                .json();
    }

    @Test
    void a_batch_answers_each_purchase_for_itself() {
        String today = kontor.today().toString();
        String item =
                """
                {"idempotencyKey": "%s", "purchase": {"card": "%s", "outlet": "rooms", "amount": %s, "currency": "EUR",
                 "businessDate": "%s", "reference": "b"}}""";
        String body = "{\"purchases\": [" + item.formatted("b1-" + card, card, "5.00", today) + ", "
                + item.formatted("b2-" + card, "9724010000000000", "5.00", today) + "]}";

        JsonNode answer = kontor.call("POST", "/purchases/batch")
                .as(kontor.token(HOTEL))
                .json(body)
                .send()
                .mustBe(200)
                .json();

        assertThat(answer.path("posted").asInt()).isEqualTo(1);
        assertThat(answer.at("/outcomes/1/problem/type").asText()).endsWith("card-check-digit-wrong");
        assertThat(answer.at("/outcomes/0/receipt/card").asText()).isEqualTo(card);
    }

    private RunningKontor.Answer purchase(String key, String amount) {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(HOTEL))
                .key(key)
                .json(
                        """
                        {"card": "%s", "outlet": "rooms", "amount": %s, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s"}"""
                                .formatted(card, amount, kontor.today(), key))
                .send();
    }
}
