package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.WrittenFigures;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words that a section's owner has for its keys; see {@link SectionWords}. What is common to all of them is tenancy's. */
final class Vocabulary {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String COMMON = "eu.kontor.tenancy.differences";

    /** What is longer is no value that people compare by eye. */
    private static final int LONGEST_CHARACTERS = 80;

    private static final String ANY = "*";

    /** In the place of a point within a name, which would cut it in two. */
    private static final char POINT_IN_A_NAME = '\u2024';

    private final ClassLoader where;
    private final String name;

    Vocabulary(Class<?> owner, String bundle) {
        this.where = owner.getClassLoader();
        this.name = owner.getPackageName().replaceFirst("\\.(api|application|mail)$", "") + '.' + bundle;
    }

    /** A pattern, and what stood for its {@code *}. */
    private record Pattern(String text, List<String> names) {}

    Optional<String> text(String key, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(name, language, where, NO_FALLBACK);
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    String common(String key, Locale language, String... values) {
        ResourceBundle texts =
                ResourceBundle.getBundle(COMMON, language, Vocabulary.class.getClassLoader(), NO_FALLBACK);
        return filled(texts.getString(key), List.of(values));
    }

    Optional<String> pattern(String path, Locale language) {
        return find(path, language).map(Pattern::text);
    }

    /** A key that has no words is said as it stands in the file: a person can still find it there. */
    String said(String path, String value, Locale language) {
        return find(path, language)
                .map(pattern -> {
                    List<String> values = new ArrayList<>(List.of(value));
                    pattern.names().forEach(each -> values.add(word(each, language)));
                    return filled(pattern.text(), values);
                })
                .orElseGet(() -> path + ' ' + value);
    }

    /** A value as people read it. */
    String value(String path, JsonNode value, Locale language) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(path, part, language)));
            return parts.isEmpty() ? common("none", language) : shortened(String.join(common("and", language), parts));
        }
        String raw = value.isValueNode() ? value.asText() : value.toString();
        Optional<String> word = text(path + ".is." + raw, language);
        if (word.isPresent()) {
            return word.get();
        }
        if (value.isNumber()) {
            return WrittenFigures.in(language).amount(plain(value));
        }
        if (value.isBoolean()) {
            return common(raw, language);
        }
        return raw.isEmpty() || raw.equals("{}") ? common("none", language) : shortened(day(raw, language));
    }

    private static BigDecimal plain(JsonNode number) {
        BigDecimal stripped = number.decimalValue().stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String day(String raw, Locale language) {
        try {
            return WrittenFigures.in(language).day(LocalDate.parse(raw));
        } catch (DateTimeException noDay) {
            return raw;
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_CHARACTERS ? text : text.substring(0, LONGEST_CHARACTERS - 1) + '…';
    }

    /** A name as it stands in a way through a section. */
    static String inPath(String name) {
        return name.replace('.', POINT_IN_A_NAME);
    }

    private String word(String name, Locale language) {
        return text("word." + name, language).orElse(name.replace(POINT_IN_A_NAME, '.'));
    }

    /** The one with the fewest {@code *}, which says most. */
    private Optional<Pattern> find(String path, Locale language) {
        List<String> names = Arrays.asList(path.split("\\."));
        for (int stars = 0; stars < names.size(); stars++) {
            Optional<Pattern> found = find(names, stars, 1, language);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Pattern> find(List<String> names, int stars, int from, Locale language) {
        if (stars == 0) {
            return text(String.join(".", names), language).map(text -> new Pattern(text, List.of()));
        }
        for (int i = from; i < names.size(); i++) {
            List<String> starred = new ArrayList<>(names);
            String hidden = starred.set(i, ANY);
            Optional<Pattern> rest = find(starred, stars - 1, i + 1, language);
            if (rest.isPresent()) {
                List<String> all = new ArrayList<>(List.of(hidden));
                all.addAll(rest.get().names());
                return Optional.of(new Pattern(rest.get().text(), all));
            }
        }
        return Optional.empty();
    }

    private static String filled(String pattern, List<String> values) {
        String text = pattern;
        for (int i = 0; i < values.size(); i++) {
            text = text.replace("{" + i + '}', values.get(i));
        }
        return text;
    }
}
