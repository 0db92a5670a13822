package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.testing.SchemaWords;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file says is told in words when it changes, in every language. */
class EveryKeyOfAFeedHasWordsTest {

    @Test
    void has_words() {
        assertThat(SchemaWords.missing(
                        new SectionWords(FeedsSection.class, "words"), "feeds.schema.json", "feeds", Set.of()))
                .isEmpty();
    }
}
