package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.Await;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message that the database cannot keep, as an older version wrote it: the running whole sets it aside, and the operator closes it. */
class AMessageThatNobodyCanFileIsSeenTest {

    private static final RunningKontor KONTOR = RunningKontor.get();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String POISON =
            """
            insert into coalition.outbox (tenant_id, message_key, topic, reference, payload, attempts, due_at)
            select tenant_id, '4711', 'purchase-posted', 987654321, '{"o": 1, "r": "a\\u0000b"}', 11, clock_timestamp()
              from coalition.tenant
             where slug = 'forno-grao'""";

    @Test
    void in_the_operators_list_in_health_and_in_the_metrics_until_it_is_closed() throws Exception {
        execute(POISON);
        Await.until("the message to be set aside", PATIENCE, () -> messages().size() == 1);
        JsonNode message = messages().get(0);
        String address = "/operations/messages/" + message.path("id").asLong();

        assertThat(message.path("tenant").asText()).isEqualTo(CAFE);
        assertThat(message.path("topic").asText()).isEqualTo("purchase-posted");
        assertThat(message.path("reference").asLong()).isEqualTo(987654321);
        assertThat(message.path("why").asText()).isEqualTo("not-storable");
        assertThat(message.path("detail").asText()).contains("Unicode").doesNotContain("Exception", "java.");
        assertThat(get("/health")).contains("\"setAside\":1", "\"status\":\"UP\"");
        assertThat(get("/metrics")).containsPattern("kontor_messages_set_aside(?:\\{[^}]*})? 1\\.0");

        KONTOR.call("GET", "/operations/messages").as(KONTOR.token(CAFE)).send().problem(403, "not-permitted");
        KONTOR.call("POST", address + "/retry").as(KONTOR.token(CAFE)).send().problem(403, "not-permitted");

        KONTOR.call("POST", address + "/retry").as(KONTOR.operator()).send().mustBe(204);
        Await.until(
                "its one more attempt",
                PATIENCE,
                () -> messages().size() == 1 && !messages().get(0).path("since").equals(message.path("since")));

        KONTOR.call("POST", address + "/close")
                .as(KONTOR.operator())
                .json("{\"reason\": \" \"}")
                .send()
                .problem(400, "field-missing");
        KONTOR.call("POST", address + "/close")
                .as(KONTOR.operator())
                .json("{\"reason\": \"the till keeps it\"}")
                .send()
                .mustBe(204);
        KONTOR.call("POST", address + "/close")
                .as(KONTOR.operator())
                .json("{\"reason\": \"twice\"}")
                .send()
                .problem(404, "message-unknown");
        assertThat(messages()).isEmpty();
        assertThat(get("/health")).contains("\"setAside\":0");
    }

    private static JsonNode messages() {
        return KONTOR.call("GET", "/operations/messages")
                .as(KONTOR.operator())
                .send()
                .mustBe(200)
                .json()
                .path("messages");
    }

    private static String get(String path) {
        int management = KONTOR.system().installation().ports().management();
        return new RawHttp("http://127.0.0.1:" + management)
                .send("GET", path, List.of(), new byte[0])
                .body();
    }

    private static void execute(String command) throws SQLException {
        try (Connection connection = KONTOR.system().database().connect("kontor");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
