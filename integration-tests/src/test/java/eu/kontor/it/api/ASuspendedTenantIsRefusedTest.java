package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ASuspendedTenantIsRefusedTest {

    private static final String SHOP = "discos-ronda";

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @AfterEach
    void resume() {
        kontor.call("POST", "/operations/tenants/" + SHOP + "/resume")
                .as(kontor.operator())
                .send();
    }

    @Test
    void with_a_token_from_before_until_it_is_resumed_and_nothing_is_posted_meanwhile() {
        String token = kontor.token(SHOP);
        purchase(token, "before").mustBe(201);

        kontor.call("POST", "/operations/tenants/" + SHOP + "/suspend")
                .as(kontor.operator())
                .send()
                .mustBe(200);
        purchase(token, "meanwhile").problem(403, "tenant-suspended");
        kontor.call("GET", "/cards/" + card).as(token).send().problem(403, "tenant-suspended");

        kontor.call("POST", "/operations/tenants/" + SHOP + "/resume")
                .as(kontor.operator())
                .send()
                .mustBe(200);
        JsonNode posted = purchase(token, "meanwhile").mustBe(201).json();
        assertThat(posted.path("replayed").asBoolean()).isFalse();
    }

    private RunningKontor.Answer purchase(String token, String key) {
        return kontor.call("POST", "/purchases")
                .as(token)
                .key(key + "-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "mail-order", "amount": 20.00, "currency": "USD", "businessDate": "%s",
                         "reference": "%s"}"""
                                .formatted(card, kontor.today(), key))
                .send();
    }
}
