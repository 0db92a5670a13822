package eu.kontor.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code results.json}: an array of objects with figure, value, unit, floor, ok, machine and date. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Results() {}

    static void write(Path file, List<Figure> figures, String machine, Instant date) throws IOException {
        ArrayNode array = JSON.createArrayNode();
        for (Figure figure : figures) {
            ObjectNode object = array.addObject();
            object.put("figure", figure.name());
            object.put("value", figure.value());
            object.put("unit", figure.unit());
            figure.floor().ifPresentOrElse(floor -> object.put("floor", floor), () -> object.putNull("floor"));
            object.put("ok", figure.isOk());
            object.put("machine", machine);
            object.put("date", date.toString());
        }
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), array);
    }

    static void writeCurves(Path file, List<Curve> curves) throws IOException {
        JSON.writeValue(file.toFile(), curves);
    }
}
