package eu.kontor.tenancy.api;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.testing.SchemaWords;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of what no other room owns: the coalition's file, and a brand's name, places, people and machines. */
class EveryKeyOfAFileHasWordsTest {

    private static final SectionWords WORDS = new SectionWords(SectionWords.class, "words");
    private static final Set<String> OF_OTHER_ROOMS = Set.of(
            "outlets",
            "people",
            "machines",
            "program",
            "contract",
            "legal",
            "attention",
            "goodwill",
            "consent",
            "feeds");

    @Test
    void of_the_coalition() {
        assertThat(SchemaWords.missing(WORDS, "coalition.schema.json", "coalition", Set.of("people")))
                .isEmpty();
    }

    @Test
    void of_a_brand() {
        assertThat(SchemaWords.missing(WORDS, "tenant.schema.json", "brand", OF_OTHER_ROOMS))
                .isEmpty();
        assertThat(SchemaWords.missing(WORDS, "person.schema.json", "people", Set.of()))
                .isEmpty();
    }

    @Test
    void of_its_places_and_machines() {
        assertThat(SchemaWords.missing(WORDS, "tenant.schema.json", "outlets")).isEmpty();
        assertThat(SchemaWords.missing(WORDS, "tenant.schema.json", "machines")).isEmpty();
    }

    @Test
    void a_key_that_nobody_gave_words_is_found() {
        assertThat(SchemaWords.missing(WORDS, "contract.schema.json", "contract", Set.of()))
                .contains("en contract.paymentDays", "es contract.paymentDays", "zh contract.paymentDays");
    }
}
