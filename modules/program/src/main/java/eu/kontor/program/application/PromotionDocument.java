package eu.kontor.program.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.api.Promotion.Group;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.domain.PromotionRules;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The promotions of a program's section and of its canonical text. A program without promotions has the text that it always had. */
final class PromotionDocument {

    static final String PROMOTIONS = "promotions";

    /** Under it the canonical text has a decimal as text. */
    static final String TIMES = "times";

    private static final String PER_UNIT = "pointsPerUnit";

    private PromotionDocument() {}

    static List<Promotion> read(JsonNode section) {
        List<Promotion> promotions = new ArrayList<>();
        for (JsonNode node : section.path(PROMOTIONS)) {
            if (!ProgramDocument.isRemoved(node)) {
                promotions.add(promotion(node));
            }
        }
        return promotions;
    }

    /** Those that a file marks: {@code promotion: breakfast, remove: true}. */
    static Set<ProgramElement> removed(JsonNode section) {
        Set<ProgramElement> removed = new HashSet<>();
        section.path(PROMOTIONS).forEach(node -> {
            if (ProgramDocument.isRemoved(node)) {
                removed.add(new ProgramElement(Kind.PROMOTION, id(node)));
            }
        });
        return removed;
    }

    private static Promotion promotion(JsonNode node) {
        List<String> categories = new ArrayList<>();
        node.path("categories").forEach(category -> categories.add(category.asText()));
        return new Promotion(
                id(node),
                ProgramDocument.texts(node.get("name")),
                node.path("when").asText("").strip(),
                categories,
                give(node.get("give")),
                Optional.of(node.path("atMost")).filter(JsonNode::isNumber).map(most -> Points.of(most.longValue())),
                day(node.path("from")),
                day(node.path("until")),
                Optional.of(node.path("group")).filter(JsonNode::isObject).map(PromotionDocument::group));
    }

    private static String id(JsonNode node) {
        return node.path("promotion").asText();
    }

    private static Give give(JsonNode node) {
        if (node.has("points")) {
            return new Give.Fixed(Points.of(node.get("points").longValue()));
        }
        return node.has(TIMES)
                ? new Give.Times(new BigDecimal(node.get(TIMES).asText()))
                : new Give.PerUnit(ProgramDocument.rates(node.get(PER_UNIT)));
    }

    private static Group group(JsonNode node) {
        return new Group(
                node.path("name").asText(),
                Stacking.valueOf(
                        node.path("stacking").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                node.path("order").asInt(0));
    }

    private static Optional<LocalDate> day(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isTextual).map(each -> LocalDate.parse(each.asText()));
    }

    static void write(ObjectNode document, List<Promotion> promotions) {
        if (promotions.isEmpty()) {
            return;
        }
        ArrayNode list = document.putArray(PROMOTIONS);
        for (Promotion promotion : promotions) {
            ObjectNode node = list.addObject();
            node.put("promotion", promotion.id());
            ObjectNode name = node.putObject("name");
            new TreeMap<>(promotion.name()).forEach(name::put);
            if (!promotion.when().isBlank()) {
                node.put("when", promotion.when());
            }
            if (!promotion.categories().isEmpty()) {
                ArrayNode categories = node.putArray("categories");
                promotion.categories().forEach(categories::add);
            }
            write(node.putObject("give"), promotion.give());
            promotion.atMost().ifPresent(most -> node.put("atMost", most.value()));
            promotion.from().ifPresent(day -> node.put("from", day.toString()));
            promotion.until().ifPresent(day -> node.put("until", day.toString()));
            promotion.group().ifPresent(group -> {
                ObjectNode said = node.putObject("group");
                said.put("name", group.name());
                said.put("stacking", group.stacking().slug());
                if (group.order() > 0) {
                    said.put("order", group.order());
                }
            });
        }
    }

    private static void write(ObjectNode node, Give give) {
        switch (give) {
            case Give.Fixed(var points) -> node.put("points", points.value());
            case Give.Times(var factor) ->
                node.put(TIMES, ProgramDocument.plain(factor).toPlainString());
            case Give.PerUnit(var rates) -> node.set(PER_UNIT, ProgramDocument.ratesNode(rates));
        }
    }

    /** @param wholeFile says which currencies and outlets there are */
    static List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        List<Mistake> mistakes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < section.path(PROMOTIONS).size(); i++) {
            JsonNode node = section.path(PROMOTIONS).get(i);
            if (!ids.add(id(node))) {
                mistakes.add(new Mistake(
                        "/promotions/" + i + "/promotion", "an id that no other promotion of this program has"));
            }
            for (String field : List.of("from", "until")) {
                if (!isDay(node.path(field))) {
                    mistakes.add(new Mistake("/promotions/" + i + '/' + field, "a day of the calendar"));
                }
            }
        }
        if (!mistakes.isEmpty() || section.path(PROMOTIONS).isEmpty()) {
            return mistakes;
        }
        Set<String> currencies = new HashSet<>();
        wholeFile.path("currencies").forEach(currency -> currencies.add(currency.asText()));
        Set<String> outlets = new HashSet<>();
        wholeFile
                .path("outlets")
                .forEach(outlet -> outlets.add(outlet.path("code").asText()));
        Optional<Mistake> unknown = unknownCurrency(section, currencies);
        if (unknown.isPresent()) {
            return List.of(unknown.get());
        }
        return problems(section, new PromotionRules(currencies, outlets, CelConditions.LANGUAGE));
    }

    private static List<Mistake> problems(JsonNode section, PromotionRules rules) {
        Program program = ProgramDocument.read(0, section);
        return rules.problems(program).stream()
                .map(problem -> new Mistake(
                        "/promotions/" + place(section, problem.promotion()) + '/'
                                + problem.field().replace('.', '/'),
                        problem.expected().text(Locale.ENGLISH)))
                .toList();
    }

    private static int place(JsonNode section, String promotion) {
        for (int i = 0; i < section.path(PROMOTIONS).size(); i++) {
            if (id(section.path(PROMOTIONS).get(i)).equals(promotion)) {
                return i;
            }
        }
        return 0;
    }

    private static Optional<Mistake> unknownCurrency(JsonNode section, Set<String> currencies) {
        for (int i = 0; i < section.path(PROMOTIONS).size(); i++) {
            JsonNode rates = section.path(PROMOTIONS).get(i).path("give").path(PER_UNIT);
            for (var rate : rates.properties()) {
                if (!currencies.contains(rate.getKey())) {
                    return Optional.of(new Mistake(
                            "/promotions/" + i + "/give/pointsPerUnit/" + rate.getKey(),
                            "one of the tenant's currencies " + currencies));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isDay(JsonNode day) {
        try {
            day(day);
            return true;
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }
}
