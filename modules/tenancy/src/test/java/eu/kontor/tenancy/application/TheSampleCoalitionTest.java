package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheSampleCoalitionTest {

    private static final Path CONFIGURATION = Path.of("../../tenant-config");

    @Test
    void keeps_to_its_schemas() {
        assertThat(mistakes(CONFIGURATION)).isEmpty();
    }

    @Test
    void so_does_the_template_for_a_coalition_of_ones_own() {
        assertThat(mistakes(CONFIGURATION.resolve("template"))).isEmpty();
    }

    @Test
    void tells_editors_which_schema_describes_each_file() throws Exception {
        try (var files = Files.walk(CONFIGURATION)) {
            assertThat(files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".example")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file).getFirst())
                            .startsWith("# yaml-language-server: $schema="));
        }
    }

    private static List<?> mistakes(Path folder) {
        return new ConfigurationCheck(List.of())
                .check(folder, JsonNodeFactory.instance.objectNode(), false)
                .mistakes();
    }
}
