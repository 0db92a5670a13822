package eu.kontor.portal.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.i18n.TextBundles;
import eu.kontor.portalkit.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryTextIsThereInEveryLanguageTest {

    private static final Pattern KEY_IN_CODE =
            Pattern.compile("\"((?:" + bundleNames() + ")\\.[A-Za-z][A-Za-z0-9.]*[A-Za-z0-9])\"");
    private static final Pattern DESK_KEY_IN_CODE = Pattern.compile("(?:desk\\.|\\s)text\\(\\s*\"([A-Za-z.]+)\"");
    /** What is given with a caller, chosen by a condition, or follows a state. */
    private static final Pattern ACT_IN_CODE = Pattern.compile(
            "(?:\\bcaller(?:\\.get\\(\\))?\\)?,[^;{}\"]*|[?:]\\s*|->\\s*|\"[A-Z]+\",\\s*)\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void theThreeLanguagesHaveTheSameKeys() {
        Set<String> english = Texts.all(Languages.ENGLISH).keySet();
        assertThat(Texts.all(Languages.SPANISH).keySet()).containsExactlyInAnyOrderElementsOf(english);
        assertThat(Texts.all(Languages.CHINESE).keySet()).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void aTextTakesTheSameValuesInEveryLanguage() {
        Texts.all(Languages.ENGLISH).forEach((key, english) -> {
            for (var language : Languages.all()) {
                assertThat(placeholders(Texts.all(language).get(key))).as(key).isEqualTo(placeholders(english));
            }
        });
    }

    @Test
    void noTextIsEmpty() {
        for (var language : Languages.all()) {
            Map<String, String> texts = Texts.all(language);
            assertThat(texts).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        }
    }

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        Set<String> known = Texts.all(Languages.ENGLISH).keySet();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("../portal/src/main/java/eu/kontor/portal")),
                Files.walk(Path.of("../portal-kit/src/main/java/eu/kontor/portalkit")))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                String code = Files.readString(file);
                collect(KEY_IN_CODE.matcher(code), "", known, missing);
                if (file.getParent().endsWith("frontdesk")) {
                    collect(DESK_KEY_IN_CODE.matcher(code), "frontdesk.", known, missing);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_act_in_the_audit_trail_has_words() throws IOException {
        Set<String> known = Texts.all(Languages.ENGLISH).keySet();
        Set<String> acts = new TreeSet<>();
        for (Path room : roomsThatWriteTheTrail()) {
            for (Path file : javaIn(room)) {
                Matcher matcher = ACT_IN_CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    acts.add(matcher.group(1));
                }
            }
        }
        assertThat(acts)
                .contains("make-good", "block-card", "suspend-tenant", "approve-correction", "post-held-correction");
        assertThat(acts).allSatisfy(act -> assertThat(known).contains("trust.action." + act));
    }

    private static Set<Path> roomsThatWriteTheTrail() throws IOException {
        Set<Path> rooms = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path code : (Iterable<Path>)
                    modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory)::iterator) {
                for (Path file : javaIn(code)) {
                    if (Files.readString(file).contains("audit.record(")) {
                        rooms.add(file.getParent());
                    }
                }
            }
        }
        return rooms;
    }

    private static List<Path> javaIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static String bundleNames() {
        return TextBundles.everywhere().stream()
                .flatMap(bundles -> bundles.names().stream())
                .collect(Collectors.joining("|"));
    }

    private static void collect(Matcher matcher, String prefix, Set<String> known, Set<String> missing) {
        while (matcher.find()) {
            String key = prefix + matcher.group(1);
            boolean counted = known.contains(key + ".one") && known.contains(key + ".other");
            boolean beginsOne = known.stream().anyMatch(text -> text.startsWith(key + "."));
            if (!known.contains(key) && !counted && !beginsOne) {
                missing.add(key);
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
