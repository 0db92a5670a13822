package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.kontor.tenancy.api.Difference.Act;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a file says with what was said before and puts every difference into words, by a vocabulary that the section's owner
 * keeps in a bundle per language. A key of it is the way through the section, with points between its names and {@code *} for any name:
 *
 * <ul>
 *   <li>{@code contract.paymentDays=payment within {0} days}: {0} is the value, or "14 → 30";
 *   <li>{@code program.pointsPerUnit.*={0} points per {1}}: {1} is the first name that stood for {@code *}. A text without {0} keeps the
 *       value to itself, as for a password or a drawing;
 *   <li>{@code outlets.id=code} and {@code outlets.named=name}: a list whose elements are known by one of their values and called by
 *       another; a list without them is said whole;
 *   <li>{@code x.is.half-up=to the nearest}: a value that has words of its own.
 * </ul>
 */
public final class SectionWords {

    /** A price list of hundreds of items is told by how many more there are. */
    private static final int MOST_OF_AN_ELEMENT = 8;

    private static final String BETWEEN = ".";

    private final Vocabulary vocabulary;

    /** @param owner beside whose package the bundle lies; @param bundle its name without language and ending */
    public SectionWords(Class<?> owner, String bundle) {
        this.vocabulary = new Vocabulary(owner, bundle);
    }

    /** What a section is called. */
    public String title(String section, Locale language) {
        return vocabulary.text("section." + section, language).orElse(section);
    }

    /**
     * @param section under which name the vocabulary has it
     * @param before missing where nothing was applied yet
     */
    public List<Difference> between(String section, JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        compare(new Place(section, Optional.empty()), before, after, found);
        return List.copyOf(found);
    }

    /** Whether the vocabulary has words for what stands there, in a language. */
    public boolean knows(String path, Locale language) {
        return vocabulary.pattern(path, language).isPresent();
    }

    /** @param element in which element of a list; its name is said before what differs */
    private record Place(String path, Optional<Named> element) {

        Place at(String name) {
            return new Place(path + BETWEEN + Vocabulary.inPath(name), element);
        }
    }

    /** An element's name, by language where it has several; a day as people write it. */
    private record Named(JsonNode name) {

        String in(Locale language, Vocabulary vocabulary) {
            return name.isObject()
                    ? name.path(language.getLanguage())
                            .asText(name.path(Locale.ENGLISH.getLanguage()).asText())
                    : vocabulary.value("", name, language);
        }
    }

    private void compare(Place place, JsonNode before, JsonNode after, List<Difference> found) {
        if (isSame(before, after)) {
            return;
        }
        if (before.isArray() || after.isArray()) {
            Optional<String> id = vocabulary.text(place.path() + ".id", Locale.ENGLISH);
            if (id.isPresent()) {
                compareElements(place, id.get(), before, after, found);
                return;
            }
        } else if (isFilled(before) || isFilled(after)) {
            for (String name : names(before, after)) {
                compare(place.at(name), before.path(name), after.path(name), found);
            }
            return;
        }
        Act act = before.isMissingNode() ? Act.ADDED : after.isMissingNode() ? Act.REMOVED : Act.CHANGED;
        found.add(new Difference(act, language -> said(place, before, after, language)));
    }

    private static boolean isFilled(JsonNode node) {
        return node.isObject() && !node.isEmpty();
    }

    private void compareElements(Place place, String id, JsonNode before, JsonNode after, List<Difference> found) {
        Map<String, JsonNode> old = byId(id, before);
        Map<String, JsonNode> now = byId(id, after);
        String naming = vocabulary.text(place.path() + ".named", Locale.ENGLISH).orElse(id);
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(old.keySet());
        for (String each : ids) {
            JsonNode was = old.getOrDefault(each, MissingNode.getInstance());
            JsonNode is = now.getOrDefault(each, MissingNode.getInstance());
            JsonNode any = is.isMissingNode() ? was : is;
            Named named = new Named(any.path(naming).isMissingNode() ? any.path(id) : any.path(naming));
            if (was.isMissingNode() || is.isMissingNode()) {
                Act act = was.isMissingNode() ? Act.ADDED : Act.REMOVED;
                List<Difference> parts = new ArrayList<>();
                compare(new Place(place.path(), Optional.empty()), MissingNode.getInstance(), any, parts);
                found.add(new Difference(act, language -> whole(place, named, parts, language)));
            } else {
                compare(new Place(place.path(), Optional.of(named)), was, is, found);
            }
        }
    }

    private String whole(Place place, Named named, List<Difference> parts, Locale language) {
        List<String> said = new ArrayList<>();
        parts.stream()
                .limit(MOST_OF_AN_ELEMENT)
                .map(part -> part.words().in(language))
                .filter(words -> !words.isBlank())
                .forEach(said::add);
        if (parts.size() > MOST_OF_AN_ELEMENT) {
            said.add(vocabulary.common("more", language, String.valueOf(parts.size() - MOST_OF_AN_ELEMENT)));
        }
        String of = vocabulary
                .text(place.path() + ".one", language)
                .map(one -> one + ' ')
                .orElse("");
        String name = of + named.in(language, vocabulary);
        return said.isEmpty()
                ? name
                : vocabulary.common("element", language, name, String.join(vocabulary.common("and", language), said));
    }

    private String said(Place place, JsonNode before, JsonNode after, Locale language) {
        String value = before.isMissingNode()
                ? vocabulary.value(place.path(), after, language)
                : after.isMissingNode()
                        ? vocabulary.value(place.path(), before, language)
                        : vocabulary.common(
                                "change",
                                language,
                                vocabulary.value(place.path(), before, language),
                                vocabulary.value(place.path(), after, language));
        String said = vocabulary.said(place.path(), value, language);
        return place.element()
                .map(element -> vocabulary.common("element", language, element.in(language, vocabulary), said))
                .orElse(said);
    }

    private static Map<String, JsonNode> byId(String id, JsonNode elements) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        elements.forEach(element -> byId.put(element.path(id).asText(), element));
        return byId;
    }

    /** In the order of the new one, then what only the old one has. */
    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Numbers by their value: a file's 1.50 is the database's 1.5. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(SectionWords::compareValues, other);
    }

    private static int compareValues(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
