package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.LegalEntity;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import java.util.ArrayList;
import java.util.List;

/** What the JSON Schema cannot say about {@code coalition.yaml}. */
final class CoalitionRules {

    /**
     * Once brands take part, cards are printed, windows are counted and business dates are judged by these; another value would give
     * another meaning to what is posted.
     */
    private static final List<String> UNCHANGEABLE = List.of("cardPrefix", "zone", "firstWindow", "currency");

    private CoalitionRules() {}

    /** @param applied what is in force; an empty object before the first; @param hasTenants whether brands take part already */
    static List<FileMistake> check(ConfigurationFile file, JsonNode applied, boolean hasTenants) {
        List<FileMistake> mistakes = new ArrayList<>();
        JsonNode content = file.content();
        CommonRules.zone(file, "/zone", content.path("zone"), mistakes);
        CommonRules.currency(file, "/currency", content.path("currency"), mistakes);
        if (content.has("samplePassword") && !content.path("sample").asBoolean(false)) {
            mistakes.add(file.mistake(
                    "/samplePassword",
                    "no samplePassword; a password that is written down is allowed with \"sample: true\" only"));
        }
        LegalEntity.mistakes(content.path("legal"))
                .forEach(mistake -> mistakes.add(file.mistake(
                        "/legal" + mistake.pointer(), "legal" + mistake.pointer() + ": " + mistake.expected())));
        if (hasTenants && !applied.isEmpty()) {
            for (String key : UNCHANGEABLE) {
                if (!content.path(key).asText().equals(applied.path(key).asText())) {
                    mistakes.add(file.mistake(
                            "/" + key,
                            key + " to stay " + applied.path(key).asText()
                                    + "; it cannot change while tenants take part"));
                }
            }
        }
        return mistakes;
    }
}
