package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say about the house can be walked to. */
class TheDocumentationIsTrueTest {

    private static final Pattern ROW_OF_THE_MAP =
            Pattern.compile("(?m)^\\| \\[([^]]+)]\\(modules/([^)/]+)/README\\.md\\) \\|");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. \\[([^]]+)]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\((?!https?:|mailto:|#)([^)#\\s]+)[^)]*\\)");

    @Test
    @DisplayName("The map of the house shows every module, and no other")
    void theMapOfTheHouseShowsEveryModule() throws IOException {
        Path readme = HouseSources.ROOT.resolve("README.md");
        List<MatchResult> rows = matches(ROW_OF_THE_MAP, readme);
        Set<String> modules = new TreeSet<>();
        try (Stream<Path> folders = Files.list(HouseSources.ROOT.resolve("modules"))) {
            folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .forEach(folder -> modules.add(folder.getFileName().toString()));
        }

        assertThat(rows.stream().map(row -> row.group(2))).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(rows).allSatisfy(row -> assertThat(row.group(1)).isEqualTo(row.group(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-purchase-to-its-statement.md",
                "a-file-to-its-receipt.md",
                "a-clerk-to-a-statement.md",
            })
    @DisplayName("A journey can be walked: every file is there, and one before it leads to it")
    void aJourneyCanBeWalked(String page) throws IOException {
        Path journey = HouseSources.ROOT.resolve("integration-tests/docs").resolve(page);
        List<Path> walked = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (MatchResult step : matches(STEP, journey)) {
            Path file = journey.resolveSibling(step.group(2)).normalize();
            if (!Files.exists(file)) {
                lost.add(step.group(1) + " is not where the page says");
            } else if (!name(file).equals(step.group(1))) {
                lost.add(step.group(1) + " is called " + name(file));
            } else if (!walked.isEmpty() && walked.stream().noneMatch(before -> isLinked(before, file))) {
                lost.add("nothing before " + step.group(1) + " leads to it");
            }
            if (Files.exists(file)) {
                walked.add(file);
            }
        }

        assertThat(lost).isEmpty();
        assertThat(walked).hasSizeGreaterThan(10);
    }

    @Test
    @DisplayName("Every link of a page leads to a file")
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HouseSources.ROOT, 6)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("/target/", "/node_modules/", "/.kontor/", "/.git/")
                            .noneMatch(file.toString()::contains))
                    .toList();
            for (Path page : pages) {
                for (MatchResult link : matches(LINK, page)) {
                    if (!Files.exists(page.resolveSibling(link.group(1)).normalize())) {
                        broken.add(HouseSources.named(page) + " → " + link.group(1));
                    }
                }
            }
            assertThat(pages).hasSizeGreaterThan(20);
        }
        assertThat(broken).isEmpty();
    }

    /** One names the other: a call, an interface that is implemented, a statement that is read. */
    private static boolean isLinked(Path before, Path after) {
        return mentions(before, after) || mentions(after, before);
    }

    private static boolean mentions(Path reading, Path mentioned) {
        String word = mentioned.toString().endsWith(".sql")
                ? mentioned.getParent().getFileName() + "/" + name(mentioned)
                : name(mentioned);
        Pattern whole = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
        return HouseSources.lines(reading).stream()
                .anyMatch(line -> whole.matcher(line).find());
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<MatchResult> matches(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().toList();
    }
}
