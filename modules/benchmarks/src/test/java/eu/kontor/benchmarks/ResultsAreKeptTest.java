package eu.kontor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After each measurement, so that what comes later cannot lose them. */
class ResultsAreKeptTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void as_soon_as_they_are_there_and_with_what_could_not_be_measured() throws Exception {
        Path file = folder.resolve("new/results.json");
        Results results = new Results(file, "a machine", Clock.fixed(NOON, ZoneOffset.UTC));

        results.add(List.of(Figure.atMost("bytes", 341, "bytes", 350)));
        assertThat(read(file)).hasSize(1);
        results.add(List.of(Figure.notMeasured("http earning")));

        JsonNode array = read(file);
        assertThat(array).hasSize(2);
        assertThat(array.get(0).toString())
                .isEqualTo(
                        """
                        {"figure":"bytes","value":341.0,"unit":"bytes","floor":350.0,"ok":true,"machine":"a machine",\
                        "date":"2026-11-22T12:00:00Z"}""");
        assertThat(array.get(1).path("figure").asText()).isEqualTo("http earning");
        assertThat(array.get(1).path("value").isNull()).isTrue();
        assertThat(array.get(1).path("ok").asBoolean()).isFalse();
        assertThat(Figure.notMeasured("http earning").verdict()).isEqualTo("not measured");
    }

    private static JsonNode read(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }
}
