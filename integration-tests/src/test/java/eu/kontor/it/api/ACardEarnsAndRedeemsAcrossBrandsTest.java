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

    @Test
    void in_a_batch_what_cannot_be_read_has_an_outcome_of_its_own() {
        String good =
                """
                {"idempotencyKey": "%s", "purchase": {"card": "%s", "outlet": "rooms", "amount": 5.00, "currency": "EUR",
                 "businessDate": "%s", "reference": "%s"}}""";
        String first = good.formatted("m1-" + card, card, kontor.today(), "m1-" + card);
        String last = good.formatted("m2-" + card, card, kontor.today(), "m2-" + card);
        String badDate = first.replace(kontor.today().toString(), "31.01.2026");
        String unknownField = first.replace("\"outlet\"", "\"shop\"");
        JsonNode answer = kontor.call("POST", "/purchases/batch")
                .as(kontor.token(HOTEL))
                .json("{\"purchases\": [" + String.join(", ", first, badDate, unknownField, "{}", "7", last) + "]}")
                .send()
                .mustBe(200)
                .json();

        assertThat(answer.path("posted").asInt()).isEqualTo(2);
        assertThat(answer.path("refused").asInt()).isEqualTo(4);
        assertThat(answer.at("/outcomes/0/receipt/id").asText()).isNotEmpty();
        assertThat(answer.at("/outcomes/1/problem/field").asText()).isEqualTo("purchase.businessDate");
        assertThat(answer.at("/outcomes/2/problem/detail").asText()).contains("shop");
        assertThat(answer.at("/outcomes/3/problem/field").asText()).isEqualTo("purchase");
        assertThat(answer.at("/outcomes/4/problem/status").asInt()).isEqualTo(400);
        assertThat(answer.at("/outcomes/5/receipt/id").asText()).isNotEmpty();
    }

    @Test
    void a_ticket_is_paid_with_points_in_part_and_read_with_its_redemption() {
        purchase("for-ticket-" + card, "300.00").mustBe(201);
        String ticket =
                """
                {"card": "%s", "outlet": "counter", "amount": 22.00, "currency": "EUR", "businessDate": "%s", "reference": "t-%s",
                 "lines": [{"category": "Bread ", "amount": 20.00}, {"category": "souvenirs", "amount": 1.00}, {"kind": "tip", "amount": 1.00}],
                 "tenders": [{"kind": "points", "points": 200}, {"kind": "cash", "amount": 20.00}], "confirmationCode": "4711"}"""
                        .formatted(card, kontor.today(), card);
        JsonNode first = post("/tickets", "ticket-" + card, ticket).mustBe(201).json();
        JsonNode again = post("/tickets", "ticket-" + card, ticket).mustBe(200).json();

        assertThat(first.at("/paidWithPoints/points").asLong()).isEqualTo(200);
        assertThat(first.at("/toPay/amount").decimalValue()).isEqualByComparingTo("20.00");
        assertThat(first.path("categoriesUnknown")).hasSize(1);
        assertThat(first.at("/earning/explanation").asText()).contains("19.05 EUR", "0.95 EUR");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("earning")).isEqualTo(first.path("earning"));
        JsonNode read = kontor.call("GET", "/tickets/" + first.path("id").asText())
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json();
        assertThat(read.at("/redemption/id")).isEqualTo(first.at("/paidWithPoints/redemption"));
        assertThat(read.at("/purchase/lines/2/kind").asText()).isEqualTo("tip");
        post("/tickets", "dear-" + card, ticket.replace("\"amount\": 20.00}]", "\"amount\": 19.00}]"))
                .problem(422, "amount-tenders-differ");
        kontor.call("GET", "/tickets/0-0").as(kontor.token(CAFE)).send().problem(404, "ticket-unknown");
    }

    private RunningKontor.Answer post(String path, String key, String body) {
        return kontor.call("POST", path)
                .as(kontor.token(CAFE))
                .key(key)
                .json(body)
                .send();
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
