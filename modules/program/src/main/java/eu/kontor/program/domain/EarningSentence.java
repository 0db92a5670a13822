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

/** The reason for an earning in one sentence, from the bundles {@code eu/kontor/program/earning*.properties}. */
public final class EarningSentence {

    private static final String BUNDLE = "eu.kontor.program.earning";

    /** Rates have at most six decimals in the configuration; more digits would only be noise. */
    private static final int MOST_DECIMALS = 6;

    /** Looking one up costs more than writing a number with it; each caller takes a copy, because none may be shared. */
    private static final Map<Locale, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    /** A caller may name any country with its language. */
    private static final int MOST_FORMATS = 100;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public String of(Earning earning, String pointsName, Locale language) {
        ResourceBundle texts =
                ResourceBundle.getBundle(BUNDLE, language, EarningSentence.class.getClassLoader(), NO_FALLBACK);
        String parts = earning.parts().stream()
                .map(part -> part(texts, part, language))
                .collect(Collectors.joining(texts.getString("and")));
        return MessageFormat.format(
                texts.getString("sentence"),
                number(BigDecimal.valueOf(earning.points().value()), 0, language),
                pointsName,
                parts,
                rounded(texts, earning, language),
                String.valueOf(earning.programVersion()));
    }

    private static String part(ResourceBundle texts, Earning.Part part, Locale language) {
        String currency = part.basis().currency().getCurrencyCode();
        return MessageFormat.format(
                texts.getString("part"),
                number(part.pointsPerUnit(), 0, language),
                currency,
                number(part.basis().amount(), part.basis().amount().scale(), language),
                part.ruleName()
                        .getOrDefault(language.getLanguage(), part.ruleName().get("en")));
    }

    private static String rounded(ResourceBundle texts, Earning earning, Locale language) {
        BigDecimal exact =
                earning.parts().stream().map(Earning.Part::exactPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isWhole = exact.compareTo(BigDecimal.valueOf(earning.points().value())) == 0;
        return isWhole ? "" : MessageFormat.format(texts.getString("rounded"), number(exact, 0, language));
    }

    private static String number(BigDecimal value, int leastDecimals, Locale language) {
        NumberFormat format = format(language);
        format.setMinimumFractionDigits(leastDecimals);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    private static NumberFormat format(Locale language) {
        if (FORMATS.size() > MOST_FORMATS) {
            FORMATS.clear();
        }
        return (NumberFormat) FORMATS.computeIfAbsent(language, NumberFormat::getNumberInstance)
                .clone();
    }
}
