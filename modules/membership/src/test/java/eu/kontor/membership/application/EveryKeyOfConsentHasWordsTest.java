package eu.kontor.membership.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.testing.SchemaWords;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file says is told in words when it changes, in every language. */
class EveryKeyOfConsentHasWordsTest {

    @Test
    void has_words() {
        assertThat(SchemaWords.missing(
                        new SectionWords(ConsentSection.class, "words"), "consent.schema.json", "consent", Set.of()))
                .isEmpty();
    }
}
