package eu.kontor.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** {@code results.json}: an array of objects with figure, value (null when it was not measured), unit, floor, ok, machine and date. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final String machine;
    private final Clock clock;
    private final List<Figure> figures = new ArrayList<>();

    Results(Path file, String machine, Clock clock) {
        this.file = file;
        this.machine = machine;
        this.clock = clock;
    }

    /** Writes the file anew, with these figures too. */
    void add(List<Figure> more) throws IOException {
        figures.addAll(more);
        ArrayNode array = JSON.createArrayNode();
        for (Figure figure : figures) {
            ObjectNode object = array.addObject();
            object.put("figure", figure.name());
            object.put("value", figure.isMeasured() ? figure.value() : null);
            object.put("unit", figure.unit());
            figure.floor().ifPresentOrElse(floor -> object.put("floor", floor), () -> object.putNull("floor"));
            object.put("ok", figure.isOk());
            object.put("machine", machine);
            object.put("date", clock.instant().toString());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file.toFile(), array);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    static void writeCurves(Path file, List<Curve> curves) throws IOException {
        JSON.writeValue(file.toFile(), curves);
    }
}
