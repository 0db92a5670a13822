package eu.kontor.membership.domain;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.membership.api.Members;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person means by the text typed into the search field. */
public sealed interface SearchFor {

    /** Three characters are what a trigram index can look for inside a word; a shorter text is looked for at its beginning. */
    int SHORTEST_PART = 3;

    /** No name or number that is searched for is longer. */
    int LONGEST = 80;

    Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 ()/.-]*");

    /** The whole number of a card. */
    record Card(CardNumber number) implements SearchFor {}

    /** @param pattern for LIKE over the digits of phone numbers */
    record Phone(String pattern) implements SearchFor {}

    /** @param pattern for LIKE over lower-case addresses */
    record Email(String pattern) implements SearchFor {}

    /** @param patterns for LIKE over {@link SearchName}, the longest first; all must match */
    record Name(List<String> patterns) implements SearchFor {}

    /** @throws Refusal {@code SEARCH_TOO_SHORT}, and {@code CARD_CHECK_DIGIT_WRONG} for sixteen digits that are no card */
    static SearchFor meantBy(String text) {
        String wanted = text == null ? "" : text.strip();
        if (wanted.length() > LONGEST) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", "search", "limit", LONGEST);
        }
        TextPolicy.LINE.checked("search", wanted);
        if (wanted.indexOf('@') >= 0) {
            return new Email(atLeast(Members.SHORTEST_SEARCH, literally(wanted.toLowerCase(Locale.ROOT))) + "%");
        }
        if (NUMBER.matcher(wanted).matches()) {
            String digits = wanted.replaceAll("[^0-9]", "");
            return digits.length() == CardNumber.DIGITS
                    ? new Card(CardNumber.parse(digits))
                    : new Phone("%" + atLeast(SHORTEST_PART, digits) + "%");
        }
        return name(wanted);
    }

    private static Name name(String wanted) {
        List<String> words = SearchName.words(wanted);
        atLeast(Members.SHORTEST_SEARCH, String.join("", words));
        return new Name(words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> word.length() >= SHORTEST_PART ? "%" + word + "%" : "% " + word + "%")
                .toList());
    }

    private static String atLeast(int characters, String text) {
        if (text.length() < characters) {
            throw new Refusal(RefusalCode.SEARCH_TOO_SHORT, "minimum", characters);
        }
        return text;
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
