package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code deploy/security.md} promises nothing without saying what would fail if it were broken. */
class TheSecurityTableIsTrueTest {

    private static final Path TABLE = HouseSources.ROOT.resolve("deploy/security.md");

    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+.*)$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");
    private static final Pattern SETTING = Pattern.compile("by configuration: `([^`]+)`");
    private static final int CELLS = 4;

    /** What a row without a test must say instead. */
    private static final List<String> REASONS = List.of("**not met**", "does not apply", "by configuration:");

    @Test
    void every_test_that_it_names_exists() throws IOException {
        Set<String> tests = tests();
        Set<String> named = TEST.matcher(Files.readString(TABLE))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(tests).containsAll(named);
    }

    @Test
    void every_row_names_a_test_or_says_why_there_is_none() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows).allSatisfy(row -> {
            String[] cells = row.substring(2).split(" \\| ");
            assertThat(cells).as(row).hasSize(CELLS);
            assertThat(cells[1]).as(row).matches("[123](, [123])*");
            boolean isShown = TEST.matcher(cells[CELLS - 1]).find();
            assertThat(isShown || REASONS.stream().anyMatch(row::contains))
                    .as(row)
                    .isTrue();
        });
    }

    @Test
    void every_file_of_configuration_that_it_names_exists() throws IOException {
        Matcher settings = SETTING.matcher(Files.readString(TABLE));
        assertThat(settings.results().map(result -> result.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(HouseSources.ROOT.resolve(file)).exists());
    }

    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (ROW.matcher(line).matches()) {
                rows.add(line.replaceFirst(" \\|$", ""));
            }
        }
        return rows;
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(HouseSources.ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
