package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;

/**
 * One file of the configuration that could be read.
 *
 * @param name relative to the folder, such as {@code tenants/hotel.yaml}
 */
public record ConfigurationFile(String name, YamlDocument document) {

    public JsonNode content() {
        return document.content();
    }

    /** @param pointer RFC 6901, from the file's root */
    FileMistake mistake(String pointer, String expected) {
        return new FileMistake(name, document.line(pointer), expected);
    }
}
