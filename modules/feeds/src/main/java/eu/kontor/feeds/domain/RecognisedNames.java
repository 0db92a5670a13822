package eu.kontor.feeds.domain;

import eu.kontor.files.api.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the world calls what the layouts need: {@code recognised-columns.properties}. */
final class RecognisedNames {

    private static final Pattern END = Pattern.compile("[.:?*_]+$");
    private static final String RESOURCE = "recognised-columns.properties";
    private static final Map<String, List<String>> NAMES = read();

    private RecognisedNames() {}

    /** @return a layout's name first, then what it is called elsewhere, as columns are compared */
    static List<String> of(String name) {
        return NAMES.getOrDefault(name, List.of(plain(name)));
    }

    /** Without what abbreviations and questions end with: {@code Belegnr.}, {@code Void?}. */
    static String plain(String column) {
        return END.matcher(Words.column(column)).replaceFirst("");
    }

    private static Map<String, List<String>> read() {
        Properties properties = new Properties();
        try (InputStream in = RecognisedNames.class.getResourceAsStream(RESOURCE);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<String>> names = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            names.put(
                    name,
                    Stream.concat(
                                    Stream.of(name),
                                    Stream.of(properties.getProperty(name).split("\\|")))
                            .map(RecognisedNames::plain)
                            .distinct()
                            .toList());
        }
        return Map.copyOf(names);
    }
}
