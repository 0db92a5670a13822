package eu.kontor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPolicyTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 8, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x202A, 0x202E,
                0x2066, 0x2069, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF
            })
    void noTextHasWhatCannotBeKept(int character) {
        String text = "ab" + Character.toString(character) + "c";

        assertThat(TextPolicy.LINE.forbidden(text)).hasValue(2);
        assertThat(TextPolicy.LINES.forbidden(text)).hasValue(2);
        assertThat(TextPolicy.shown(text)).isEqualTo("ab\uFFFDc");
    }

    @ParameterizedTest
    @ValueSource(ints = {'\t', '\n', '\r', 0x2028, 0x2029})
    void aNoteHasSeveralLinesAndANameHasOne(int character) {
        String text = "a" + Character.toString(character);

        assertThat(TextPolicy.LINE.forbidden(text)).hasValue(1);
        assertThat(TextPolicy.LINES.forbidden(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T1-000123",
                "Núñez",
                "Ана",
                "山田 太郎",
                "𠮷野家 😀",
                "שלום\u200f",
                "مقهى\u061c",
                "e\u0301",
                "\u00a0",
                "a\u200db",
                "\uFFFD"
            })
    void whatPeopleWriteIsAllowed(String text) {
        assertThat(TextPolicy.LINE.forbidden(text)).isEmpty();
        assertThat(TextPolicy.LINE.checked("name", text)).isSameAs(text);
        assertThat(TextPolicy.shown(text)).isSameAs(text);
    }

    @Test
    void everyCharacterThatXmlExcludesIsForbidden() {
        OptionalInt allowed = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> !isCharOfXml(character))
                .filter(character -> TextPolicy.LINES
                        .forbidden(Character.toString(character))
                        .isEmpty())
                .findFirst();

        assertThat(allowed).isEmpty();
    }

    @Test
    void theRefusalNamesFieldCharacterAndPlace() {
        assertThatThrownBy(() -> TextPolicy.LINE.checked("reference", "😀a\u202eb"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_CHARACTER_FORBIDDEN);
                    assertThat(refusal.details())
                            .containsEntry("field", "reference")
                            .containsEntry("character", "U+202E")
                            .containsEntry("position", 3);
                    assertThat(refusal.sentence(Locale.ENGLISH)).contains("reference", "U+202E");
                    assertThat(refusal.sentence(Locale.of("es"))).contains("reference", "U+202E");
                    assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE)).contains("reference", "U+202E");
                });
    }

    /** Production 2 of XML 1.0, fifth edition. */
    private static boolean isCharOfXml(int character) {
        return character == 0x9
                || character == 0xA
                || character == 0xD
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
