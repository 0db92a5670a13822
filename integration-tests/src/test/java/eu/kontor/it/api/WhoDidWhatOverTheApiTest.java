package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WhoDidWhatOverTheApiTest {

    /** Refusals are written every five seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void a_purchase_says_which_till_of_which_client_rang_it_up() {
        kontor.call("POST", "/purchases")
                .as(kontor.token(CAFE))
                .key("who-" + card)
                .header("Kontor-Till", "T2")
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "amount": 8.00, "currency": "EUR", "businessDate": "%s",
                         "reference": "who-%s"}"""
                                .formatted(card, kontor.today(), card))
                .send()
                .mustBe(201);

        JsonNode by = kontor.call("GET", "/cards/" + card + "/transfers")
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json()
                .at("/transfers/0/by");
        assertThat(by.path("client").asText()).isEqualTo("svc-" + CAFE);
        assertThat(by.path("role").asText()).isEqualTo("machine");
        assertThat(by.path("till").asText()).isEqualTo("T2");
        assertThat(by.path("subject").asText()).isNotEmpty();
        assertThat(by.has("name")).as("a machine reads no names").isFalse();
    }

    @Test
    void a_till_that_calls_itself_by_no_name_is_told_so() {
        kontor.call("GET", "/whoami")
                .as(kontor.token(CAFE))
                .header("Kontor-Till", "T 2; drop")
                .send()
                .problem(400, "field-malformed");
    }

    @Test
    void who_is_refused_is_in_the_trail_which_a_machine_does_not_read() throws Exception {
        kontor.call("GET", "/audit").as(kontor.token(CAFE)).send().problem(403, "not-permitted");
        kontor.call("GET", "/signals").as(kontor.token(CAFE)).send().problem(403, "not-permitted");

        Await.until("the refusal in the trail", PATIENCE, () -> refusals().size() > 0);
        JsonNode entry = refusals().get(0);
        assertThat(entry.path("about").asText()).isEqualTo("/api/v1/audit");
        assertThat(entry.path("client").asText()).isEqualTo("svc-" + CAFE);
        assertThat(entry.path("details").path("reason").asText()).isEqualTo("not-permitted");
        assertThat(entry.path("tenant").asText()).isEqualTo(CAFE);
        assertThat(entry.path("address").asText()).isNotEmpty();
    }

    @Test
    void the_operator_takes_the_trail_along_and_reads_what_looks_like_fraud() {
        String csv = kontor.call("GET", "/audit/csv")
                .as(kontor.operator())
                .send()
                .mustBe(200)
                .text();
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("\"number\",\"at\",\"brand\"");
        assertThat(kontor.call("GET", "/signals?state=new")
                        .as(kontor.operator())
                        .send()
                        .mustBe(200)
                        .json()
                        .path("signals")
                        .isArray())
                .isTrue();
        kontor.call("GET", "/signals/999999999").as(kontor.operator()).send().problem(404, "signal-unknown");
    }

    private JsonNode refusals() {
        return kontor.call("GET", "/audit?action=refuse-access&text=/audit&tenant=" + CAFE)
                .as(kontor.operator())
                .send()
                .mustBe(200)
                .json()
                .path("entries");
    }
}
