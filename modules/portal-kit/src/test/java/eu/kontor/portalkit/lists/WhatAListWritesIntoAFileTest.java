package eu.kontor.portalkit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhatAListWritesIntoAFileTest {

    private record Guest(String name, String points) {}

    @Test
    void figures_have_no_separators_and_names_are_no_formulas() throws IOException {
        assertThat(written(Locale.ENGLISH, new Guest("=HYPERLINK(\"x\")", "1,240"), new Guest("Ada, Countess", "−12")))
                .isEqualTo("\uFEFFName,Points\r\n\"'=HYPERLINK(\"\"x\"\")\",1240\r\n\"Ada, Countess\",-12\r\n");
    }

    @Test
    void a_comma_stays_where_the_language_writes_decimals_with_it() throws IOException {
        assertThat(written(Locale.forLanguageTag("es"), new Guest("Ana", "1.240,50")))
                .endsWith("Ana,\"1240,50\"\r\n");
    }

    private static String written(Locale language, Guest... guests) throws IOException {
        ListFile<Guest> file = new ListFile<>(
                List.of(
                        new ListColumn<>("name", "Name", Guest::name, false, null, null),
                        new ListColumn<>("points", "Points", Guest::points, true, null, null)),
                language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out, taker -> List.of(guests).forEach(taker));
        return out.toString(StandardCharsets.UTF_8);
    }
}
