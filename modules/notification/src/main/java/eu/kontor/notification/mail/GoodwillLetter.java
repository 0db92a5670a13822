package eu.kontor.notification.mail;

import eu.kontor.checkout.api.WaitingCorrections.WaitingCorrection;
import eu.kontor.tenancy.api.Staff.Colleague;
import eu.kontor.tenancy.api.Tenant;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Says in the reader's language which goodwill waits for them, and leads to the inbox; the guest's name is there and not in a mail. */
final class GoodwillLetter {

    private static final String BUNDLE = "eu.kontor.notification.mail.attention";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final MailSettings settings;

    GoodwillLetter(MailSettings settings) {
        this.settings = settings;
    }

    /** Where it is decided: each brand has an address of its own in the portal. */
    enum Inbox {
        BRAND,
        OPERATOR;

        private String place(Tenant tenant) {
            return this == OPERATOR ? "corrections" : '@' + tenant.slug().value() + "/corrections";
        }
    }

    record About(Tenant tenant, String pointsName, Inbox inbox) {}

    Letter to(Colleague reader, String key, About about, List<WaitingCorrection> waiting) {
        Locale language = reader.language();
        ResourceBundle texts =
                ResourceBundle.getBundle(BUNDLE, language, GoodwillLetter.class.getClassLoader(), NO_FALLBACK);
        String lines = waiting.stream()
                .map(each -> "  " + line(texts, about, each, language))
                .collect(Collectors.joining("\n"));
        String where = settings.portal(about.inbox().place(about.tenant()))
                .map(address -> MessageFormat.format(texts.getString("goodwill.where"), address))
                .orElseGet(() -> texts.getString("goodwill.whereNoAddress"));
        String name = about.tenant().name();
        return new Letter(
                key,
                reader.email(),
                MessageFormat.format(texts.getString("goodwill.subject"), name),
                MessageFormat.format(texts.getString("goodwill.body"), name, lines, where) + '\n');
    }

    private static String line(ResourceBundle texts, About about, WaitingCorrection waiting, Locale language) {
        DateTimeFormatter moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(about.tenant().zone());
        String points = NumberFormat.getIntegerInstance(language)
                        .format(waiting.points().value())
                + ' '
                + about.pointsName();
        return MessageFormat.format(
                texts.getString(waiting.gives() ? "goodwill.line" : "goodwill.lineBack"),
                String.valueOf(waiting.id()),
                points,
                waiting.reason(language),
                waiting.proposerName(),
                moment.format(waiting.proposedAt()));
    }
}
