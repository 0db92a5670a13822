package eu.kontor.portalkit.shell;

import eu.kontor.portalkit.i18n.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody typed into the search, against the ways to say a thing. The ways are one text, with commas between; the reader's language
 * and English count, because many know a command by its English name.
 *
 * @param text as typed, without blanks around it, in lower case
 */
public record Said(String text, Locale language) {

    public Said {
        text = text.strip().toLowerCase(language);
    }

    /** Whether every typed word begins a word of one way: {@code clo oct} says {@code close October}. */
    public boolean means(String key, String... more) {
        List<String> typed = List.of(text.split("\\s+"));
        String also = String.join(" ", more).toLowerCase(language);
        return ways(key).stream().anyMatch(way -> {
            String whole = way + ' ' + also;
            List<String> words = List.of(whole.split("[\\s,.]+"));
            return isWithoutSpaces() && whole.replace(" ", "").contains(text.replace(" ", ""))
                    || typed.stream().allMatch(word -> words.stream().anyMatch(said -> said.startsWith(word)));
        });
    }

    /** Chinese is written in one piece, so that a part of it may be meant. */
    private boolean isWithoutSpaces() {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** What follows one of the ways: the number behind {@code block card}. The longest way counts. */
    public Optional<String> after(String key) {
        return ways(key).stream()
                .filter(text::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(way -> text.substring(way.length()).strip())
                .filter(rest -> !rest.isEmpty());
    }

    private List<String> ways(String key) {
        String all = Texts.of(key, language) + ',' + Texts.of(key, Locale.ENGLISH);
        return Arrays.stream(all.split(","))
                .map(way -> way.strip().toLowerCase(language))
                .distinct()
                .toList();
    }
}
