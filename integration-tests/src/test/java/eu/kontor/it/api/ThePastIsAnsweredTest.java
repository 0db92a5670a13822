package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThePastIsAnsweredTest {

    private static final String CAFE = "forno-grao";
    private static final String OUTLET = "counter";

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void to_the_operator_as_it_was_answered_then() {
        long first = availableAfterPurchase("first");
        Instant firstPosted = lastPosting();
        long second = availableAfterPurchase("second");
        Instant secondPosted = lastPosting();

        JsonNode then = balanceAt(firstPosted);
        assertThat(then.path("available").asLong()).isEqualTo(first);
        assertThat(then.path("pockets")).hasSize(1);
        assertThat(balanceAt(secondPosted).path("available").asLong())
                .isEqualTo(second)
                .isGreaterThan(first);
        assertThat(balanceAt(firstPosted.minusSeconds(1)).path("pockets")).isEmpty();
    }

    @Test
    void to_nobody_else_and_to_no_moment_that_is_none() {
        availableAfterPurchase("known");
        Instant moment = lastPosting();
        String at = "?at=" + moment;
        String windows = "/operations/past/windows/" + YearMonth.from(kontor.today());
        kontor.call("GET", "/operations/past/cards/" + card + at)
                .as(kontor.token(CAFE))
                .send()
                .problem(403, "not-permitted");
        kontor.call("GET", windows + at).as(kontor.token(CAFE)).send().problem(403, "not-permitted");
        for (String past : List.of("/operations/past/cards/" + card, windows)) {
            for (String none : List.of("yesterday", "%2B999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z")) {
                kontor.call("GET", past + "?at=" + none)
                        .as(kontor.operator())
                        .send()
                        .problem(400, "field-malformed");
            }
            kontor.call("GET", past + "?at=" + moment.plus(Duration.ofDays(365)))
                    .as(kontor.operator())
                    .send()
                    .problem(422, "day-not-come");
        }
        kontor.call("GET", "/operations/past/windows/%2B999999999-01" + at)
                .as(kontor.operator())
                .send()
                .problem(400, "field-malformed");
    }

    @Test
    void for_a_window_too() {
        availableAfterPurchase("third");
        Instant third = lastPosting();
        availableAfterPurchase("fourth");
        assertThat(transfersOfTheCafeAt(lastPosting())).isEqualTo(transfersOfTheCafeAt(third) + 1);
    }

    private long transfersOfTheCafeAt(Instant moment) {
        long transfers = 0;
        for (JsonNode position : get("/operations/past/windows/" + YearMonth.from(kontor.today()), moment)
                .path("positions")) {
            if (position.path("tenant").asText().equals(CAFE)) {
                transfers += position.path("transfers").asLong();
            }
        }
        return transfers;
    }

    private long availableAfterPurchase(String key) {
        kontor.call("POST", "/purchases")
                .as(kontor.token(CAFE))
                .key(key + "-" + card)
                .json(
                        """
                        {"card": "%s", "outlet": "%s", "amount": 20.00, "currency": "EUR", "businessDate": "%s",
                         "reference": "%s"}"""
                                .formatted(card, OUTLET, kontor.today(), key))
                .send()
                .mustBe(201);
        return kontor.available(card);
    }

    /** By the server's clock, which is not ours. */
    private Instant lastPosting() {
        return Instant.parse(kontor.call("GET", "/cards/" + card + "/transfers")
                .as(kontor.token(CAFE))
                .send()
                .mustBe(200)
                .json()
                .at("/transfers/0/postedAt")
                .asText());
    }

    private JsonNode get(String path, Instant moment) {
        return kontor.call("GET", path + "?at=" + moment)
                .as(kontor.operator())
                .send()
                .mustBe(200)
                .json();
    }

    private JsonNode balanceAt(Instant moment) {
        return get("/operations/past/cards/" + card, moment);
    }
}
