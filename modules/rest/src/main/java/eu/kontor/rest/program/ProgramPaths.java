package eu.kontor.rest.program;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramVersions.Owner;
import java.util.Arrays;

/** What stands in paths and bodies, read. */
final class ProgramPaths {

    private ProgramPaths() {}

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    static TenantSlug brand(String slug) {
        try {
            return new TenantSlug(slug);
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", slug);
        }
    }

    /** @throws Refusal {@code PROGRAM_DRAFT_UNKNOWN} */
    static long draft(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.PROGRAM_DRAFT_UNKNOWN, "id", id);
        }
    }

    /** @throws Refusal {@code PROGRAM_VERSION_UNKNOWN} */
    static int version(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.PROGRAM_VERSION_UNKNOWN, "version", String.valueOf(number));
        }
    }

    /** @throws Refusal {@code PROGRAM_ELEMENT_UNKNOWN} */
    static ProgramElement element(String id) {
        String named = String.valueOf(id);
        return ProgramElement.ofId(named)
                .orElseThrow(() -> new Refusal(RefusalCode.PROGRAM_ELEMENT_UNKNOWN, "element", named));
    }

    /** @throws Refusal {@code FIELD_MALFORMED} */
    static Owner owner(String word) {
        return Arrays.stream(Owner.values())
                .filter(owner -> owner.slug().equals(word))
                .findFirst()
                .orElseThrow(() -> malformed("owner", word, "files, browser"));
    }

    /** YAML when nothing is said. @throws Refusal {@code FIELD_MALFORMED} */
    static boolean isYaml(String format) {
        return switch (format == null ? "yaml" : format) {
            case "yaml" -> true;
            case "json" -> false;
            default -> throw malformed("format", format, "yaml, json");
        };
    }

    private static Refusal malformed(String field, String value, String allowed) {
        return new Refusal(
                RefusalCode.FIELD_MALFORMED,
                "field",
                field,
                "value",
                String.valueOf(value),
                "expected",
                Phrase.of("one-of", allowed));
    }
}
