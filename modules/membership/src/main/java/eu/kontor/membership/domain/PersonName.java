package eu.kontor.membership.domain;

import java.util.regex.Pattern;

/** How a person is called: given name first with a space, or, where both are written in Chinese characters, family name first without. */
public record PersonName(String given, String family) {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    public String full() {
        return HAN.matcher(given).matches() && HAN.matcher(family).matches() ? family + given : given + " " + family;
    }
}
