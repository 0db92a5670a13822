package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import eu.kontor.tenancy.domain.AccentColour;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the JSON Schema cannot say about a tenant's file: its own rules, and those of the contexts that own its sections. */
final class TenantRules {

    private final List<ConfigurationSection> sections;
    private final JsonNode coalition;

    /** @param coalition the coalition's file as it will be in force */
    TenantRules(List<ConfigurationSection> sections, JsonNode coalition) {
        this.sections = sections;
        this.coalition = coalition;
    }

    List<FileMistake> check(ConfigurationFile file) {
        List<FileMistake> mistakes = new ArrayList<>();
        JsonNode content = file.content();
        CommonRules.zone(file, "/zone", content.path("zone"), mistakes);
        for (int i = 0; i < content.path("currencies").size(); i++) {
            CommonRules.currency(
                    file, "/currencies/" + i, content.path("currencies").get(i), mistakes);
        }
        colour(file, content.path("accentColour").asText(), mistakes);
        LogoRules.check(content.path("logo").asText(""))
                .ifPresent(expected -> mistakes.add(file.mistake("/logo", expected)));
        unique(file, content.path("outlets"), "/outlets", "code", mistakes);
        unique(file, content.path("people"), "/people", "username", mistakes);
        mistakes.addAll(MachineRules.check(file));
        for (ConfigurationSection section : sections) {
            if (content.has(section.key())) {
                JsonNode said = content.path(section.key());
                Stream.concat(
                                section.validate(said, content).stream(),
                                section.validateWithin(coalition, said).stream())
                        .forEach(mistake -> mistakes.add(file.mistake(
                                "/" + section.key() + mistake.pointer(),
                                section.key() + mistake.pointer() + ": " + mistake.expected())));
            }
        }
        return mistakes;
    }

    private static void colour(ConfigurationFile file, String hex, List<FileMistake> mistakes) {
        AccentColour colour = new AccentColour(hex);
        if (!colour.isReadableUnderWhite()) {
            mistakes.add(file.mistake(
                    "/accentColour",
                    String.format(
                            Locale.ROOT,
                            "a darker colour: white text on %s has a contrast of %.1f, and %.1f is the least that is"
                                    + " readable",
                            hex,
                            colour.contrastToWhite(),
                            AccentColour.LEAST_CONTRAST)));
        }
    }

    private static void unique(
            ConfigurationFile file, JsonNode items, String pointer, String key, List<FileMistake> mistakes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String value = items.get(i).path(key).asText();
            if (!seen.add(value)) {
                mistakes.add(file.mistake(
                        pointer + "/" + i + "/" + key, "another " + key + "; \"" + value + "\" is taken further up"));
            }
        }
    }
}
