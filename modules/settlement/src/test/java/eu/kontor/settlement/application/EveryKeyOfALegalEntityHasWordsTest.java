package eu.kontor.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.testing.SchemaWords;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file says is told in words when it changes, in every language. */
class EveryKeyOfALegalEntityHasWordsTest {

    @Test
    void has_words() {
        assertThat(SchemaWords.missing(
                        new SectionWords(LegalSection.class, "words"), "legal.schema.json", "legal", Set.of()))
                .isEmpty();
    }
}
