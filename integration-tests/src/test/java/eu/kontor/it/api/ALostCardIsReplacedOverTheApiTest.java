package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ALostCardIsReplacedOverTheApiTest {

    private static final String WITH_CODE = """
            {"reason": "lost", "confirmationCode": "4711"}""";

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void the_old_number_pays_nothing_and_its_receipt_still_returns_the_goods() {
        String sale = purchase(card, "before").mustBe(201).json().at("/id").asText();

        post("/replace", "{\"reason\": \"lost\"}").problem(400, "field-missing");
        String fresh =
                post("/replace", WITH_CODE).mustBe(201).json().path("number").asText();
        assertThat(post("/replace", WITH_CODE).mustBe(200).json().path("number").asText())
                .as("the answer that was lost")
                .isEqualTo(fresh);

        RunningKontor.Answer refused = redemption(card);
        refused.problem(409, "card-replaced");
        assertThat(refused.json().path("ending").asText()).isEqualTo(fresh.substring(14));
        assertThat(refused.json().toString()).doesNotContain(fresh);
        assertThat(of(card).mustBe(200).json().path("replacedByEnding").asText())
                .isEqualTo(fresh.substring(14));
        assertThat(available(fresh)).isEqualTo(available(card)).isPositive();

        kontor.call("POST", "/purchases/" + sale + "/reverse")
                .as(kontor.token(CAFE))
                .key("return-" + card)
                .send()
                .mustBe(200);
        assertThat(available(fresh)).isZero();
    }

    @Test
    void a_sale_of_the_day_of_the_replacement_earns_and_one_that_was_posted_is_answered_again() {
        String sale = purchase(card, "posted").mustBe(201).json().at("/id").asText();
        String fresh =
                post("/replace", WITH_CODE).mustBe(201).json().path("number").asText();
        long before = available(fresh);

        purchase(card, "late").mustBe(201);
        assertThat(purchase(card, "posted").mustBe(200).json().at("/id").asText())
                .isEqualTo(sale);
        assertThat(available(fresh)).isEqualTo(2 * before);
    }

    @Test
    void the_partners_card_has_the_same_points_and_outlives_the_first() {
        purchase(card, "first").mustBe(201);
        String partners = post("/additional", """
                {"label": "Partner", "confirmationCode": "4711"}""")
                .mustBe(201)
                .json()
                .path("number")
                .asText();
        assertThat(available(partners)).isEqualTo(available(card)).isPositive();

        post("/block", "{\"reason\": \"lost\"}").mustBe(200);
        purchase(card, "again").problem(409, "card-blocked");
        purchase(partners, "again").mustBe(201);
        post("/unblock", "{\"reason\": \"says it was found\"}").problem(403, "not-permitted");
    }

    private RunningKontor.Answer post(String what, String body) {
        return kontor.call("POST", "/cards/" + card + what)
                .as(kontor.token(CAFE))
                .key(what + card)
                .json(body)
                .send();
    }

    private RunningKontor.Answer of(String number) {
        return kontor.call("GET", "/cards/" + number).as(kontor.token(CAFE)).send();
    }

    private long available(String number) {
        return of(number).mustBe(200).json().path("available").asLong();
    }

    private RunningKontor.Answer redemption(String number) {
        return kontor.call("POST", "/redemptions")
                .as(kontor.token(CAFE))
                .key("redeem-" + number)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "points": 100, "currency": "EUR", "reference": "R-1"}"""
                                .formatted(number))
                .send();
    }

    private RunningKontor.Answer purchase(String number, String key) {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(CAFE))
                .key(key + "-" + number)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "amount": 80.00, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s"}"""
                                .formatted(number, kontor.today(), key + number))
                .send();
    }
}
