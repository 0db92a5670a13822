package eu.kontor.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.TheWhole;
import eu.kontor.launcher.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody with the database's superuser changes one old row; every right and trigger is passed by. */
class AChangedRowIsNamedOverTheApiTest {

    private static final String VERIFICATION = "/operations/ledger/verification";

    private final RunningKontor kontor = RunningKontor.get();
    private final SealedCafe cafe = new SealedCafe();
    private long changed;

    @AfterEach
    void asItWas() throws SQLException {
        if (changed != 0) {
            addToPoints(-1);
        }
    }

    @Test
    void by_the_operators_call_and_by_the_command() throws Exception {
        cafe.purchase("honest").seal();
        changed = cafe.transfers().getLast();
        addToPoints(1);

        JsonNode outcome = TheWhole.running().verification();
        assertThat(outcome.path("intact").asBoolean()).isFalse();
        assertThat(outcome.path("by").asText()).isNotBlank();
        assertThat(outcome.path("findings"))
                .anySatisfy(finding -> assertThat(finding.path("where").asText())
                        .matches("transfer " + changed + " of seal \\d+ was changed"));

        assertThat(command())
                .startsWith("1 ")
                .containsPattern("seals-cover-unchanged-rows: transfer " + changed + " of seal \\d+ was changed")
                .contains("findings: ");

        asItWas();
        changed = 0;
        assertThat(command()).startsWith("0 ").contains("Everything is as it was posted: ");
    }

    @Test
    void to_nobody_but_the_operator() {
        cafe.get(VERIFICATION).problem(403, "not-permitted");
        kontor.call("POST", VERIFICATION)
                .as(kontor.token(RunningKontor.CAFE))
                .send()
                .problem(403, "not-permitted");
    }

    /** {@code ./kontor verify}: its exit status, and what it printed. */
    private String command() throws IOException, InterruptedException {
        Installation installation = kontor.system().installation();
        ProcessBuilder script = new ProcessBuilder("bash", "kontor", "verify")
                .directory(Path.of("").toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true);
        script.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KONTOR_HOME", installation.home().toAbsolutePath().toString(),
                        "KONTOR_PORT_HTTP", String.valueOf(installation.ports().http()),
                        "KONTOR_PORT_KEYCLOAK",
                                String.valueOf(installation.ports().keycloak())));
        Process running = script.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return running.waitFor() + " " + said;
    }

    private void addToPoints(int difference) throws SQLException {
        try (Connection superuser = kontor.system().database().connect("kontor");
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            int rows = statement.executeUpdate("update coalition.transfer set points = points + " + difference
                    + " where transfer_id = " + changed);
            assertThat(rows).isEqualTo(1);
        }
    }
}
