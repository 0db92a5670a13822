package eu.kontor.notification.mail;

import eu.kontor.kernel.Activity;
import eu.kontor.membership.api.Addresses.Address;
import eu.kontor.tenancy.api.Coalition;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** A notice as a letter in the member's language, from the bundles {@code eu/kontor/notification/mail/notice*.properties}. */
final class ExpiryNoticeTranslator {

    private static final String BUNDLE = "eu.kontor.notification.mail.notice";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Coalition coalition;

    ExpiryNoticeTranslator(Coalition coalition) {
        this.coalition = coalition;
    }

    Letter letter(ExpiryNoticeMessage notice, Address to) {
        Locale language = to.language();
        ResourceBundle texts =
                ResourceBundle.getBundle(BUNDLE, language, ExpiryNoticeTranslator.class.getClassLoader(), NO_FALLBACK);
        String points =
                NumberFormat.getIntegerInstance(language).format(notice.points().value());
        Object[] values = {
            points,
            coalition.pointsName(language),
            day(notice.expiresOn(), language),
            to.name(),
            coalition.name(),
            activities(texts),
            day(notice.expiresOn().minusDays(1), language)
        };
        String way = notice.isFixedTerm() ? "fixedTerm" : "inactivity";
        String body = texts("greeting", texts, values)
                + texts("expire", texts, values)
                + texts(way, texts, values)
                + texts("signed", texts, values);
        return new Letter(notice.key(), to.email(), MessageFormat.format(texts.getString("subject"), values), body);
    }

    /** A paragraph. */
    private static String texts(String key, ResourceBundle texts, Object[] values) {
        return MessageFormat.format(texts.getString(key), values) + "\n\n";
    }

    private String activities(ResourceBundle texts) {
        return Arrays.stream(Activity.values())
                .filter(coalition.expiry().activities()::contains)
                .map(activity -> texts.getString("activity." + activity.word()))
                .collect(Collectors.joining(texts.getString("or")));
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }
}
