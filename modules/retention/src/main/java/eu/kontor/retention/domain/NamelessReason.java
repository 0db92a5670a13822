package eu.kontor.retention.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reason for an erasure is kept for good, and so must not say what is erased. */
public final class NamelessReason {

    /** Shorter ones are also particles and articles ("de", "da"), or numbers of something else. */
    private static final int SHORTEST_WORD = 3;

    /** Is no part of another word. */
    private static final int LONG_WORD = 5;

    private static final int SHORTEST_PHONE = 6;
    private static final int LONGEST_COUNTRY_CODE = 3;

    /** Scripts without spaces between words. */
    private static final Pattern UNSPACED =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]+");

    private static final Set<String> CHINESE_TITLES = Set.of("女士", "先生", "小姐", "太太", "老师", "同学");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\s()./-]*\\d)*");

    private NamelessReason() {}

    /** @param words given name, family name, phone, mail; empty ones say nothing */
    public static boolean repeats(String reason, List<String> words) {
        String given = words.get(0);
        String family = words.get(1);
        String mail = folded(words.get(3));
        String said = folded(reason);
        return repeatsName(reason, given)
                || repeatsName(reason, family)
                || repeatsUnspaced(said, folded(given), folded(family))
                || !mail.isEmpty() && said.contains(mail)
                || repeatsPhone(said, words.get(2).replaceAll("\\D", ""));
    }

    /** A word of a name, however it is accented: a long one anywhere, another one as a word, a very short one only if it is written as a name. */
    private static boolean repeatsName(String reason, String name) {
        String said = folded(reason);
        Set<String> words = words(said).collect(Collectors.toSet());
        Set<String> asWritten = words(reason).collect(Collectors.toSet());
        return words(name).anyMatch(word -> {
            int length = word.codePointCount(0, word.length());
            if (length >= LONG_WORD && said.contains(folded(word))) {
                return true;
            }
            return length >= SHORTEST_WORD
                    ? words.contains(folded(word))
                    : length > 1 && Character.isUpperCase(word.codePointAt(0)) && asWritten.contains(word);
        });
    }

    /** Both names together in either order, one of two characters or more, and one of a single character before a title. */
    private static boolean repeatsUnspaced(String said, String given, String family) {
        String dense = said.replaceAll("(?<=[\\p{L}])\\s+(?=[\\p{L}])", "");
        List<String> names = Stream.of(given, family)
                .map(name -> name.replaceAll("\\s+", ""))
                .filter(name -> UNSPACED.matcher(name).matches())
                .toList();
        if (names.size() == 2
                && (dense.contains(names.get(1) + names.get(0)) || dense.contains(names.get(0) + names.get(1)))) {
            return true;
        }
        return names.stream()
                .anyMatch(name -> name.codePointCount(0, name.length()) > 1
                        ? dense.contains(name)
                        : CHINESE_TITLES.stream().anyMatch(title -> dense.contains(name + title)));
    }

    /** With its country code, without it, or with a zero instead. */
    private static boolean repeatsPhone(String reason, String phone) {
        if (phone.length() < SHORTEST_PHONE) {
            return false;
        }
        String own = phone.substring(Math.min(LONGEST_COUNTRY_CODE, phone.length() - SHORTEST_PHONE));
        Matcher numbers = DIGITS.matcher(reason);
        while (numbers.find()) {
            String number = numbers.group().replaceAll("\\D", "").replaceFirst("^0+", "");
            if (number.length() >= SHORTEST_PHONE && (phone.contains(number) || number.contains(own))) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(NO_LETTERS.split(UNSPACED.matcher(text).replaceAll(" ")))
                .filter(word -> !word.isEmpty());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
