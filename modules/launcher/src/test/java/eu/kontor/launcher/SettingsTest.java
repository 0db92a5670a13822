package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void ports_have_defaults() {
        assertThat(settings(Map.of(), Map.of()).ports()).isEqualTo(new Ports(9080, 9090, 9180, 9190, 9432));
    }

    @Test
    void a_base_moves_all_ports_so_that_two_checkouts_run_side_by_side() {
        assertThat(settings(Map.of("kontor.port.base", "19000"), Map.of()).ports())
                .isEqualTo(new Ports(19080, 19090, 19180, 19190, 19432));
    }

    @Test
    void the_environment_goes_over_the_file() {
        assertThat(settings(Map.of("kontor.port.base", "19000"), Map.of("KONTOR_PORT_BASE", "29000"))
                        .ports()
                        .http())
                .isEqualTo(29080);
    }

    @Test
    void one_port_can_be_set_alone() {
        Ports ports = settings(Map.of(), Map.of("KONTOR_PORT_KEYCLOAK_MANAGEMENT", "7001"))
                .ports();

        assertThat(ports).isEqualTo(new Ports(9080, 9090, 9180, 7001, 9432));
    }

    @Test
    void says_which_setting_is_no_port() {
        assertThatThrownBy(() ->
                        settings(Map.of("kontor.port.http", "http"), Map.of()).ports())
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("kontor.port.http")
                .hasMessageContaining("“http”");
    }

    private static Settings settings(Map<String, String> file, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.putAll(file);
        return new Settings(properties, environment);
    }
}
