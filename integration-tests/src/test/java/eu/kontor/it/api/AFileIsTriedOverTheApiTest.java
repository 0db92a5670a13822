package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AFileIsTriedOverTheApiTest {

    private final RunningKontor kontor = RunningKontor.get();
    private final String card = kontor.newCard();

    @Test
    void what_would_post_earn_and_be_refused_is_answered_and_nothing_is_posted() {
        String text = "card,outlet,amount,currency,business_date,reference,note,Note\n" + card
                + ",counter,40.00,EUR," + kontor.today() + ",trial-1,,\n" + ",counter,1.00,EUR," + kontor.today()
                + ",trial-2,,\n" + card + ",nowhere,1.00,EUR," + kontor.today() + ",trial-3,,\n";

        JsonNode trial = tried("day.csv", text).mustBe(200).json();

        assertThat(trial.path("layout").asText()).isEqualTo("purchases");
        assertThat(trial.path("linesTotal").asLong()).isEqualTo(3);
        assertThat(trial.path("linesPosted").asLong()).isEqualTo(1);
        assertThat(trial.path("linesRefused").asLong()).isEqualTo(1);
        assertThat(trial.at("/skipped/no-card").asLong()).isEqualTo(1);
        assertThat(trial.path("points").asLong()).isPositive();
        assertThat(trial.at("/columnsRepeated/0").asText()).isEqualTo("note");
        assertThat(trial.at("/lines/0/outcome").asText()).isEqualTo("posted");
        assertThat(kontor.available(card)).isZero();
    }

    @Test
    void a_file_that_nothing_reads_is_answered_with_a_mapping_to_complete() {
        JsonNode trial = tried("kasse.csv", "Belegnr;Datum;Kundenkarte;Betrag\n1;03.10.2026;" + card + ";9,50\n")
                .mustBe(200)
                .json();

        assertThat(trial.path("refusal").asText()).isNotBlank();
        assertThat(trial.at("/sketch/columns/card").asText()).isEqualTo("Kundenkarte");
        assertThat(trial.at("/sketch/yaml").asText()).contains("Kundenkarte");
        kontor.call("POST", "/feeds/trial")
                .as(kontor.token(CAFE))
                .body("text/csv", "x")
                .send()
                .problem(400, "field-missing");
    }

    @Test
    void corrections_that_wait_are_listed_and_only_a_person_decides_on_them() {
        assertThat(kontor.call("GET", "/feeds/held")
                        .as(kontor.token(CAFE))
                        .send()
                        .mustBe(200)
                        .json()
                        .path("held")
                        .isArray())
                .isTrue();
        kontor.call("POST", "/feeds/held/post")
                .as(kontor.token(CAFE))
                .json("{\"ids\": [1]}")
                .send()
                .problem(403, "not-permitted");
    }

    private RunningKontor.Answer tried(String name, String text) {
        return kontor.call("POST", "/feeds/trial?fileName=" + name)
                .as(kontor.token(CAFE))
                .body("text/csv", text)
                .send();
    }
}
