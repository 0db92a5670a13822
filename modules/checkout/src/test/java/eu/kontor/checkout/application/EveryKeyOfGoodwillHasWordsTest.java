package eu.kontor.checkout.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.testing.SchemaWords;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file says is told in words when it changes, in every language. */
class EveryKeyOfGoodwillHasWordsTest {

    @Test
    void has_words() {
        assertThat(SchemaWords.missing(
                        new SectionWords(GoodwillSection.class, "words"), "goodwill.schema.json", "goodwill", Set.of()))
                .isEmpty();
    }
}
