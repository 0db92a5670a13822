package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TwoMembersAreMergedOverTheApiTest {

    private static final String WHY = "two sign-ups of one guest";

    private final RunningKontor kontor = RunningKontor.get();
    private final String old = kontor.newCard();
    private final String fresh = kontor.newCard();

    @Test
    void the_old_number_finds_the_person_until_it_is_undone() {
        String sale = purchase(old, "first", "40.00").path("id").asText();
        purchase(fresh, "first", "10.00");
        long ofOld = kontor.available(old);
        long ofFresh = kontor.available(fresh);

        JsonNode both = kontor.call("GET", "/cards/" + old + "/merge?into=" + fresh)
                .as(kontor.operator())
                .send()
                .mustBe(200)
                .json();
        assertThat(both.at("/merged/balance/available").asLong()).isEqualTo(ofOld);
        assertThat(both.at("/after/available").asLong()).isEqualTo(ofOld + ofFresh);

        JsonNode merged = merge().mustBe(201).json();
        assertThat(merged.at("/merge/points").asLong()).isEqualTo(ofOld);
        assertThat(merge().mustBe(200).json().path("replayed").asBoolean()).isTrue();
        assertThat(kontor.available(old)).isEqualTo(kontor.available(fresh)).isEqualTo(ofOld + ofFresh);

        kontor.call("POST", "/purchases/" + sale + "/reverse")
                .as(kontor.token(CAFE))
                .key("return-" + old)
                .send()
                .mustBe(200);
        assertThat(kontor.available(fresh)).isEqualTo(ofFresh);
        purchase(old, "second", "20.00");

        JsonNode undone = kontor.call("POST", "/cards/" + old + "/merge/undo")
                .as(kontor.operator())
                .json("{\"reason\": \"another guest of that name\"}")
                .send()
                .mustBe(200)
                .json();
        assertThat(undone.at("/merge/pointsBack").asLong())
                .isEqualTo(kontor.available(old))
                .isPositive();
        assertThat(kontor.available(fresh)).isEqualTo(ofFresh);
        assertThat(kontor.call("GET", "/cards/" + fresh + "/merges")
                        .as(kontor.operator())
                        .send()
                        .mustBe(200)
                        .json()
                        .at("/merges/0/undoReason")
                        .asText())
                .isEqualTo("another guest of that name");
    }

    @Test
    void what_cannot_be_says_why_and_no_till_may() {
        kontor.call("POST", "/cards/" + old + "/merge")
                .as(kontor.operator())
                .json(body(old))
                .send()
                .problem(422, "merge-into-oneself");
        kontor.call("POST", "/cards/" + old + "/merge/undo")
                .as(kontor.operator())
                .json("{\"reason\": \"nothing to undo\"}")
                .send()
                .problem(409, "member-not-merged");
        kontor.call("POST", "/cards/" + old + "/merge")
                .as(kontor.token(CAFE))
                .json(body(fresh))
                .send()
                .problem(403, "not-permitted");
    }

    private RunningKontor.Answer merge() {
        return kontor.call("POST", "/cards/" + old + "/merge")
                .as(kontor.operator())
                .json(body(fresh))
                .send();
    }

    private static String body(String into) {
        return "{\"into\": \"%s\", \"reason\": \"%s\"}".formatted(into, WHY);
    }

    private JsonNode purchase(String card, String reference, String amount) {
        return kontor.call("POST", "/purchases")
                .as(kontor.token(CAFE))
                .key(reference + "-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "counter", "amount": %s, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s-%1$s"}"""
                                .formatted(card, amount, kontor.today(), reference))
                .send()
                .mustBe(201)
                .json();
    }
}
