package eu.kontor.program.domain;

import eu.kontor.program.api.Earning;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reason for an earning in one sentence, from the bundles {@code eu/kontor/program/earning*.properties}. */
public final class EarningSentence {

    private static final String BUNDLE = "eu.kontor.program.earning";

    /** A caller may name any country with its language. */
    private static final int MOST_LANGUAGES = 100;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, Words> WORDS = new ConcurrentHashMap<>();

    public String of(Earning earning, String pointsName, Locale language) {
        if (WORDS.size() > MOST_LANGUAGES) {
            WORDS.clear();
        }
        return WORDS.computeIfAbsent(language, Words::in).copy().sentence(earning, pointsName);
    }

    /** What sentences in one language are made of. To read it costs more than to write a sentence with it. */
    private record Words(
            Locale language,
            MessageFormat sentence,
            MessageFormat part,
            MessageFormat promoted,
            String and,
            MessageFormat rounded,
            NumberFormat numbers) {

        /** Rates have at most six decimals in the configuration; more digits would only be noise. */
        private static final int MOST_DECIMALS = 6;

        static Words in(Locale language) {
            ResourceBundle texts =
                    ResourceBundle.getBundle(BUNDLE, language, EarningSentence.class.getClassLoader(), NO_FALLBACK);
            return new Words(
                    language,
                    new MessageFormat(texts.getString("sentence")),
                    new MessageFormat(texts.getString("part")),
                    new MessageFormat(texts.getString("promoted")),
                    texts.getString("and"),
                    new MessageFormat(texts.getString("rounded")),
                    NumberFormat.getNumberInstance(language));
        }

        /** For one caller: formats may not be shared. */
        Words copy() {
            return new Words(
                    language,
                    (MessageFormat) sentence.clone(),
                    (MessageFormat) part.clone(),
                    (MessageFormat) promoted.clone(),
                    and,
                    (MessageFormat) rounded.clone(),
                    (NumberFormat) numbers.clone());
        }

        String sentence(Earning earning, String pointsName) {
            String parts = Stream.concat(
                            earning.parts().stream().map(this::part),
                            earning.promoted().stream()
                                    .filter(each -> each.exactPoints().signum() > 0)
                                    .map(this::promoted))
                    .collect(Collectors.joining(and));
            return written(
                    sentence,
                    number(BigDecimal.valueOf(earning.points().value()), 0),
                    pointsName,
                    parts,
                    rounded(earning),
                    String.valueOf(earning.programVersion()));
        }

        private String part(Earning.Part earned) {
            return written(
                    part,
                    number(earned.pointsPerUnit(), 0),
                    earned.basis().currency().getCurrencyCode(),
                    number(earned.basis().amount(), earned.basis().amount().scale()),
                    earned.ruleName()
                            .getOrDefault(
                                    language.getLanguage(), earned.ruleName().get("en")));
        }

        private String promoted(Earning.Promoted given) {
            return written(
                    promoted,
                    number(given.exactPoints(), 0),
                    given.name()
                            .getOrDefault(language.getLanguage(), given.name().getOrDefault("en", given.promotion())));
        }

        private String rounded(Earning earning) {
            BigDecimal exact = Stream.concat(
                            earning.parts().stream().map(Earning.Part::exactPoints),
                            earning.promoted().stream().map(Earning.Promoted::exactPoints))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean isWhole =
                    exact.compareTo(BigDecimal.valueOf(earning.points().value())) == 0;
            return isWhole ? "" : written(rounded, number(exact, 0));
        }

        private String number(BigDecimal value, int leastDecimals) {
            numbers.setMinimumFractionDigits(leastDecimals);
            numbers.setMaximumFractionDigits(MOST_DECIMALS);
            return numbers.format(value);
        }

        private static String written(MessageFormat format, Object... words) {
            return format.format(words, new StringBuffer(), null).toString();
        }
    }
}
