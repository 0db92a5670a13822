package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.feeds.domain.FeedMoments;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** Whether the patterns and zones of a mapping mean what they say; offers the one that was probably meant. */
final class FormatChecks {

    private final JsonNode mapping;
    private final String pointer;
    private final List<Mistake> mistakes;

    FormatChecks(JsonNode mapping, String pointer, List<Mistake> mistakes) {
        this.mapping = mapping;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    void run() {
        each("datePattern", this::date);
        each("datePatterns", this::date);
        each("timePattern", this::time);
        each("timePatterns", this::time);
        each("zone", this::zone);
        each("fileZone", this::zone);
    }

    private void date(String place, String pattern) {
        if (!FeedMoments.readsDates(pattern)) {
            String better = FeedMoments.meant(pattern).orElse("dd.MM.uuuu");
            mistakes.add(new Mistake(place, "a date pattern that can be read back, such as " + better));
        }
    }

    private void time(String place, String pattern) {
        if (!FeedMoments.readsTimes(pattern)) {
            mistakes.add(new Mistake(place, "a time pattern that can be read back, such as HH:mm or h:mm a"));
        }
    }

    private void zone(String place, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            mistakes.add(new Mistake(place, "a time zone such as Europe/Lisbon or UTC"));
        }
    }

    private void each(String key, BiConsumer<String, String> check) {
        JsonNode value = mapping.path(key);
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check.accept(pointer + "/" + key + "/" + i, value.get(i).asText());
            }
        } else if (value.isTextual()) {
            check.accept(pointer + "/" + key, value.asText());
        }
    }
}
