package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.feeds.api.FeedTrials;
import eu.kontor.feeds.api.FeedTrials.Choice;
import eu.kontor.feeds.api.FeedTrials.Question;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.feeds.domain.FeedMoments;
import eu.kontor.feeds.domain.FeedName;
import eu.kontor.feeds.domain.Recogniser;
import eu.kontor.feeds.domain.Recognition;
import eu.kontor.feeds.domain.ValueFormats;
import eu.kontor.feeds.persistence.FileSample;
import eu.kontor.feeds.persistence.ReadyFile;
import eu.kontor.files.api.Words;
import eu.kontor.tenancy.api.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sketches a mapping for a file that nothing reads, as a piece of configuration that a person completes. */
final class MappingSketch {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 40;

    private final Tenant tenant;
    private final FeedName fileName;

    MappingSketch(Tenant tenant, FeedName fileName) {
        this.tenant = tenant;
        this.fileName = fileName;
    }

    /** @return empty when the file has no table in it */
    Optional<Sketch> of(ReadyFile file) throws IOException {
        return file.sample().map(this::of);
    }

    private Sketch of(FileSample sample) {
        Map<String, String> outlets = new LinkedHashMap<>();
        tenant.outlets().forEach(outlet -> outlets.put(outlet.code(), outlet.name()));
        String currency = tenant.currencies().getFirst().getCurrencyCode();
        Recognition found = new Recogniser(outlets, currency).recognise(sample.header(), sample.rows());
        ObjectNode mapping = mapping(sample, found);
        return new Sketch(
                found.layout().slug(),
                yaml(mapping),
                mapping.toString(),
                sample.header(),
                sample.rows(),
                found.columns(),
                found.constants(),
                found.datePattern().orElse(ValueFormats.ISO_DATE),
                tenant.zone().getId(),
                found.decimalMark().orElse('.').toString(),
                found.missing(),
                found.doubts().stream()
                        .map(doubt -> new Question(
                                doubt.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                doubt.column(),
                                doubt.value()))
                        .toList());
    }

    private ObjectNode mapping(FileSample sample, Recognition found) {
        ObjectNode mapping = JSON.createObjectNode();
        mapping.put("name", name());
        mapping.put("layout", found.layout().slug());
        mapping.put("files", fileName.value().replaceAll("[0-9]+([._-]?[0-9]+)*", "*"));
        if (!sample.encoding().equals(StandardCharsets.UTF_8)) {
            mapping.put("encoding", sample.encoding().name());
        }
        found.decimalMark().ifPresent(mark -> mapping.put("decimalMark", mark.toString()));
        found.datePattern().ifPresent(pattern -> mapping.put("datePattern", pattern));
        if (found.datePattern().filter(FeedMoments::saysZone).isPresent()) {
            mapping.put("zone", tenant.zone().getId());
        }
        put(mapping, "columns", renamed(found.columns()));
        put(mapping, "constants", found.constants());
        if (!found.values().isEmpty()) {
            mapping.set("values", JSON.valueToTree(found.values()));
        }
        return mapping;
    }

    /** The sketch with what a person chose instead; values that were recognised stay beside those that were asked for. */
    static String completed(Sketch sketch, Choice choice) {
        ObjectNode mapping = MappingCheck.json(sketch.mapping());
        mapping.put("layout", choice.layout());
        mapping.remove(List.of("columns", "constants", "datePattern", "decimalMark", "zone"));
        if (!choice.datePattern().isEmpty() && !choice.datePattern().equals(ValueFormats.ISO_DATE)) {
            mapping.put("datePattern", choice.datePattern());
        }
        if (sketch.mapping().contains("\"decimalMark\"") || choice.decimalMark().equals(",")) {
            mapping.put("decimalMark", choice.decimalMark());
        }
        clocks(mapping, choice);
        columns(mapping, choice.columns());
        put(mapping, "constants", choice.constants());
        leaveOut(mapping, choice);
        choice.values()
                .forEach((name, meanings) ->
                        meanings.forEach(mapping.withObjectProperty("values").withObjectProperty(name)::put));
        choice.prices().forEach((item, price) -> {
            ObjectNode priced = mapping.withObjectProperty("items").withObjectProperty(item);
            if (!price.isEmpty()) {
                priced.put("price", price);
            }
        });
        return mapping.toString();
    }

    /** The outlets' own zone is said where a moment comes from another one. */
    private static void clocks(ObjectNode mapping, Choice choice) {
        FeedTrials.Clocks clocks = choice.clocks();
        if (!clocks.ofFile().isEmpty()) {
            mapping.put("fileZone", clocks.ofFile());
        }
        boolean isFromElsewhere = !clocks.ofFile().isEmpty() || FeedMoments.saysZone(choice.datePattern());
        if (isFromElsewhere && !clocks.ofOutlets().isEmpty()) {
            mapping.put("zone", clocks.ofOutlets());
        }
    }

    private static void columns(ObjectNode mapping, Map<String, List<String>> chosen) {
        Map<String, String> alone = new LinkedHashMap<>();
        chosen.forEach((name, columns) -> {
            if (columns.size() == 1) {
                alone.put(name, columns.getFirst());
            }
        });
        put(mapping, "columns", renamed(alone));
        chosen.forEach((name, columns) -> {
            if (columns.size() > 1) {
                columns.forEach(mapping.withObjectProperty("columns").withArrayProperty(name)::add);
            }
        });
    }

    private static void leaveOut(ObjectNode mapping, Choice choice) {
        for (FeedTrials.LeftOut lines : choice.leftOut()) {
            ObjectNode rule = mapping.withArrayProperty("skip").addObject();
            rule.put("column", lines.column());
            lines.words().forEach(rule.putArray(lines.isNot() ? "isNot" : "is")::add);
        }
        if (!choice.totals().isEmpty()) {
            choice.totals().forEach(mapping.putArray("totals")::add);
        }
    }

    private static Map<String, String> renamed(Map<String, String> columns) {
        return columns.entrySet().stream()
                .filter(entry -> !Words.column(entry.getValue()).equals(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static void put(ObjectNode mapping, String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            mapping.set(key, JSON.valueToTree(texts));
        }
    }

    /** The letters of the file's name; the number of the day is not part of what kind of file it is. */
    private String name() {
        String stem = fileName.value().replaceFirst("\\..*$", "").toLowerCase(Locale.ROOT);
        String name = stem.replaceAll("[^a-z]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "file" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** A value in JSON is one in YAML, too. */
    static String yaml(ObjectNode mapping) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> entry : mapping.properties()) {
            text.append(text.isEmpty() ? "- " : "  ").append(entry.getKey()).append(":");
            if (entry.getValue().isObject()) {
                List<String> lines = entry.getValue().properties().stream()
                        .map(each -> "    " + each.getKey() + ": " + each.getValue())
                        .toList();
                text.append('\n').append(String.join("\n", lines)).append('\n');
            } else {
                text.append(' ').append(entry.getValue()).append('\n');
            }
        }
        return text.toString();
    }
}
