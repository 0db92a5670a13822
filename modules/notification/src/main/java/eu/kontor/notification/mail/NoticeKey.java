package eu.kontor.notification.mail;

import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.Pocket;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notice as one word for files and names: {@code 1023_24_2026-04-01_1200}. */
final class NoticeKey {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})_(-?\\d{1,3})_(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

    private NoticeKey() {}

    static String of(Notice notice) {
        return notice.member().value() + "_" + notice.pocket().code() + "_" + notice.runsOutOn() + "_"
                + notice.lineThrough();
    }

    /** @return empty for a word that names no notice */
    static Optional<Notice> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Notice(
                    new MemberId(Long.parseLong(parts.group(1))),
                    new Pocket(Integer.parseInt(parts.group(2))),
                    LocalDate.parse(parts.group(3)),
                    Long.parseLong(parts.group(4))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
