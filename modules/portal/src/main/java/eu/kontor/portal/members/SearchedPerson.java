package eu.kontor.portal.members;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed to find somebody, as far as it belongs into the fields of who is enrolled now: a mail address, a phone number, or a name. A
 * card number belongs into none: the new guest gets a card of their own.
 */
record SearchedPerson(String givenName, String familyName, String phone, String email) {

    private static final SearchedPerson NOBODY = new SearchedPerson("", "", "", "");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.\\-\\u00a0]{3,}");
    /** More digits than a telephone number has (ITU-T E.164). */
    private static final int DIGITS_OF_A_PHONE = 15;

    /** Family name first, with or without a space between them. */
    private static final Pattern CHINESE =
            Pattern.compile("(\\p{IsHan}{1,2})\\s+(\\p{IsHan}+)|(\\p{IsHan})(\\p{IsHan}{1,2})");

    static SearchedPerson in(String typed) {
        String text = typed.strip();
        if (EMAIL.matcher(text).matches()) {
            return new SearchedPerson("", "", "", text);
        }
        if (PHONE.matcher(text).matches()) {
            long digits = text.chars().filter(Character::isDigit).count();
            return digits > DIGITS_OF_A_PHONE ? NOBODY : new SearchedPerson("", "", text, "");
        }
        return text.chars().anyMatch(Character::isDigit) ? NOBODY : named(text);
    }

    private static SearchedPerson named(String name) {
        Matcher chinese = CHINESE.matcher(name);
        if (chinese.matches()) {
            return chinese.group(1) == null
                    ? new SearchedPerson(chinese.group(4), chinese.group(3), "", "")
                    : new SearchedPerson(chinese.group(2), chinese.group(1), "", "");
        }
        String[] parts = name.split("\\s+", 2);
        return new SearchedPerson(parts[0], parts.length > 1 ? parts[1] : "", "", "");
    }
}
