package eu.kontor.membership.application;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.membership.api.Members.NewMember;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must be right about a new member's data before anything is written. */
final class NewMemberForm {

    /** A language tag such as zh-Hans-CN. */
    static final int LONGEST_LANGUAGE = 20;

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PHONE = 30;
    /** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private NewMemberForm() {}

    /** @throws Refusal {@code FIELD_MISSING}, {@code FIELD_TOO_LONG}, {@code FIELD_MALFORMED}, {@code FIELD_CHARACTER_FORBIDDEN} */
    static NewMember checked(NewMember form) {
        if (form.language() == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "language");
        }
        return new NewMember(
                text("givenName", form.givenName(), LONGEST_NAME),
                text("familyName", form.familyName(), LONGEST_NAME),
                shaped(
                        "phone",
                        form.phone(),
                        LONGEST_PHONE,
                        PHONE,
                        Phrase.of("a-telephone-number-such-as", "+351 210 000 000")),
                shaped("email", form.email(), LONGEST_EMAIL, EMAIL, Phrase.of("an-e-mail-address")),
                form.language(),
                form.confirmationCode(),
                form.contactShown());
    }

    static String text(String field, String value, int limit) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        if (text.length() > limit) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", field, "limit", limit);
        }
        return TextPolicy.LINE.checked(field, text);
    }

    private static Optional<String> shaped(
            String field, Optional<String> value, int limit, Pattern shape, Phrase expected) {
        Optional<String> text = value.map(String::strip).filter(given -> !given.isEmpty());
        text.ifPresent(given -> {
            text(field, given, limit);
            if (!shape.matcher(given).matches()) {
                throw new Refusal(RefusalCode.FIELD_MALFORMED, "field", field, "value", given, "expected", expected);
            }
        });
        return text;
    }
}
