package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheLogsTest {

    @TempDir
    private Path home;

    @Test
    void of_all_three_servers_are_found() throws IOException {
        Path server = log("logs/server.log");
        Path keycloak = log("logs/keycloak.log");
        Path postgres = log("postgres/server.log");

        assertThat(logs().files(List.of())).containsExactly(server, keycloak, postgres);
        assertThat(logs().files(List.of("postgres"))).containsExactly(postgres);
    }

    @Test
    void of_an_unknown_server_are_refused_with_the_names_of_those_that_exist() {
        assertThatThrownBy(() -> logs().files(List.of("database"))).hasMessageContaining("server, keycloak, postgres");
    }

    @Test
    void of_a_server_that_never_ran_say_how_to_start_it() {
        assertThatThrownBy(() -> logs().files(List.of("keycloak"))).hasMessageContaining("./kontor up");
    }

    private Path log(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private Logs logs() {
        return new Logs(
                new Installation(home, home, Ports.fromBase(Ports.DEFAULT_BASE), Installation.Size.SMALL, home, ""));
    }
}
