package eu.kontor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @ValueSource(strings = {"", "_es", "_zh"})
    void everyCodeHasItsSentenceInEveryLanguageAndNoneIsLeftOver(String language) throws IOException {
        assertThat(bundle(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::slug)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_zh"})
    void aTranslationShowsTheSameDetails(String language) throws IOException {
        Properties english = bundle("");
        Properties other = bundle(language);
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(other.getProperty(key)))
                    .as(key + language)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void theSentenceCarriesTheDetailsInTheReadersLanguage() {
        Refusal refusal = new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", 120, "wanted", 500);

        assertThat(refusal.sentence(Locale.ENGLISH)).contains("120 points").contains("500");
        assertThat(refusal.sentence(Locale.of("es"))).contains("saldo de 120");
        assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE)).contains("余额 120");
        assertThat(refusal.sentence(Locale.FRENCH)).isEqualTo(refusal.sentence(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_zh"})
    void aPhraseIsThereInEveryLanguageWithTheSameValues(String language) throws IOException {
        Properties english = properties("phrases");
        Properties other = properties("phrases" + language);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(numbers(other.getProperty(key))).as(key + language).isEqualTo(numbers(english.getProperty(key)));
        }
    }

    @Test
    void aPhraseInsideASentenceIsInItsLanguageAndSoIsOneInsideThat() {
        Refusal refusal = new Refusal(
                RefusalCode.BODY_UNREADABLE,
                "reason",
                Phrase.of("json-at", 3, 14, Phrase.of("json-field-twice", "card")));

        assertThat(refusal.sentence(Locale.ENGLISH)).contains("line 3, column 14: the field card is there twice");
        assertThat(refusal.sentence(Locale.of("es"))).contains("línea 3, columna 14: el campo card aparece dos veces");
        assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE)).contains("第 3 行第 14 列：字段 card 出现了两次");
        assertThat(refusal.getMessage()).isEqualTo(refusal.sentence(Locale.ENGLISH));
    }

    private static TreeSet<String> numbers(String text) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{[0-9]}").matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties bundle(String language) throws IOException {
        return properties("refusals" + language);
    }

    private static Properties properties(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                RefusalsTest.class.getResourceAsStream(name + ".properties"), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
