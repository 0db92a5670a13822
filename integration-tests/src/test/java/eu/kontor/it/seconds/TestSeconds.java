package eu.kontor.it.seconds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * At the end of {@code ./kontor test}: reads what Maven's reports say about time and holds it to {@code test-seconds.txt}.
 *
 * <p>{@code TestSeconds ROOT MARK}: the reports under ROOT that are newer than the file MARK belong to the run. Exits with 1 when a room
 * took too long, naming it and its slowest classes.
 */
public final class TestSeconds {

    private TestSeconds() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        FileTime begin = Files.getLastModifiedTime(Path.of(arguments[1]));
        BudgetVerdict verdict =
                Budget.read(root.resolve("integration-tests/test-seconds.txt")).judge(reports(root, begin));
        verdict.lines().forEach(System.out::println);
        System.exit(verdict.isKept() ? 0 : 1);
    }

    /** @return what each room's test classes took, of the rooms that were tested since {@code begin} */
    static Map<String, List<TimedClass>> reports(Path root, FileTime begin) throws IOException {
        Map<String, List<TimedClass>> rooms = new TreeMap<>();
        List<Path> folders = new ArrayList<>(List.of(root.resolve("integration-tests")));
        try (Stream<Path> modules = Files.list(root.resolve("modules"))) {
            modules.forEach(folders::add);
        }
        for (Path folder : folders) {
            List<TimedClass> classes = classes(folder.resolve("target/surefire-reports"), begin);
            if (!classes.isEmpty()) {
                rooms.put(folder.getFileName().toString(), classes);
            }
        }
        return rooms;
    }

    private static List<TimedClass> classes(Path reports, FileTime begin) throws IOException {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file -> modified(file).compareTo(begin) > 0)
                    .map(TestSeconds::read)
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TimedClass read(Path report) {
        try (InputStream file = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(file);
            xml.nextTag();
            String name = xml.getAttributeValue(null, "name");
            String seconds = xml.getAttributeValue(null, "time").replace(",", "");
            return new TimedClass(name.substring(name.lastIndexOf('.') + 1), Double.parseDouble(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(report + " is no report", e);
        }
    }
}
