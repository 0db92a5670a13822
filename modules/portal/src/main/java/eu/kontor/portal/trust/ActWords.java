package eu.kontor.portal.trust;

import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Kinds of acts and what is told of them, in words. What a context adds tomorrow is shown by its slug until it has words. */
final class ActWords {

    private static final String ACTION = "trust.action.";
    private static final String DETAIL = "trust.detail.";
    private static final String SUBJECT = "trust.subject.";
    private static final String MACHINE = "service-account-";
    private static final Pattern KIND_AND_NAME = Pattern.compile("([a-z ]+) (\\S+)");

    private ActWords() {}

    static String action(String slug, Locale language) {
        return Texts.all(language).getOrDefault(ACTION + slug, slug.replace('-', ' '));
    }

    /** What an act was about: {@code Card 9724…}, {@code October 2026}. What has no words yet stands as it was recorded. */
    static String about(String subject, Wording wording) {
        Map<String, String> texts = Texts.all(wording.language());
        Optional<String> whole = Optional.ofNullable(texts.get(SUBJECT + subject.replace(' ', '-')));
        if (whole.isPresent()) {
            return whole.get();
        }
        Matcher known = KIND_AND_NAME.matcher(subject);
        String words = known.matches() ? texts.get(SUBJECT + known.group(1).replace(' ', '-')) : null;
        if (words != null) {
            return new MessageFormat(words, wording.language()).format(new Object[] {known.group(2)});
        }
        return month(subject)
                .map(wording.formats()::month)
                .or(() -> day(subject).map(wording.formats()::day))
                .orElse(subject);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A machine by the name that it was given, without what its identity provider puts before that. */
    static String who(String name) {
        return name.startsWith(MACHINE) ? name.substring(MACHINE.length()) : name;
    }

    /** {@code From silver, to gold}. */
    static String details(Map<String, String> details, Locale language) {
        return details.entrySet().stream()
                .map(told -> name(told.getKey(), language) + ": " + told.getValue())
                .collect(Collectors.joining(" · "));
    }

    static String name(String detail, Locale language) {
        return Texts.all(language).getOrDefault(DETAIL + detail, detail.replace('-', ' '));
    }
}
