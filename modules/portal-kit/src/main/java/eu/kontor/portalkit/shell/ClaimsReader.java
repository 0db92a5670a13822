package eu.kontor.portalkit.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.tenancy.api.SignInRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads a {@link SignedInPerson} from the claims of an id token.
 *
 * <p>The operator's role is one of the realm ({@code realm_access.roles}). A tenant's roles are in the organization's claim:
 * {@code "organization": {"<alias>": {"groups": ["/finance"], "realm_access": {"roles": ["finance"]}}}}. Names that are no role of
 * ours are passed over. An organization without any of our roles counts as none: nothing could be done there.
 */
final class ClaimsReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaimsReader() {}

    /**
     * @throws IllegalArgumentException when the text is not JSON or lacks {@code sub}
     * @throws eu.kontor.kernel.Refusal {@code FIELD_CHARACTER_FORBIDDEN} of a claim that is kept with what the person does
     */
    static SignedInPerson read(String claims) {
        JsonNode root = parse(claims);
        String subject = root.path("sub").asText("");
        if (subject.isBlank()) {
            throw new IllegalArgumentException("the id token has no subject");
        }
        boolean operator = roles(root.at("/realm_access/roles")).contains(Role.OPERATOR)
                || roles(root.path("groups")).contains(Role.OPERATOR);
        return new SignedInPerson(
                TextPolicy.LINE.checked("token.sub", subject),
                TextPolicy.LINE.checked("token.name", name(root)),
                operator,
                memberships(root.path("organization")),
                language(root),
                proof(root));
    }

    /** Claims that are not there prove nothing: long ago, and without a second factor. */
    private static SignedInPerson.Proof proof(JsonNode root) {
        Instant issued = Instant.ofEpochSecond(root.path("iat").asLong(0));
        return new SignedInPerson.Proof(
                issued,
                Instant.ofEpochSecond(root.path("auth_time").asLong(0)),
                StreamSupport.stream(root.path("amr").spliterator(), false)
                        .map(JsonNode::asText)
                        .anyMatch(SignInRules::isSecondFactor));
    }

    private static JsonNode parse(String claims) {
        try {
            return JSON.readTree(claims);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the id token's claims are not JSON", e);
        }
    }

    private static String name(JsonNode root) {
        String full = root.path("name").asText("");
        return full.isBlank()
                ? root.path("preferred_username").asText(root.path("sub").asText())
                : full;
    }

    private static Optional<Locale> language(JsonNode root) {
        String tag = root.path("locale").asText("");
        return tag.isBlank() ? Optional.empty() : Languages.nearest(Locale.forLanguageTag(tag));
    }

    private static List<SignedInPerson.Membership> memberships(JsonNode organizations) {
        List<SignedInPerson.Membership> found = new ArrayList<>();
        organizations.properties().forEach(organization -> {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(roles(organization.getValue().path("groups")));
            roles.addAll(roles(organization.getValue().at("/realm_access/roles")));
            roles.remove(Role.OPERATOR);
            if (!roles.isEmpty()) {
                found.add(new SignedInPerson.Membership(organization.getKey(), roles));
            }
        });
        return found;
    }

    private static Set<Role> roles(JsonNode names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> role(name.asText()).ifPresent(roles::add));
        return roles;
    }

    /** {@code /front-desk}, {@code front_desk} and {@code FRONT-DESK} are the same. */
    private static Optional<Role> role(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return switch (plain) {
            case "operator" -> Optional.of(Role.OPERATOR);
            case "admin", "tenant-admin" -> Optional.of(Role.ADMIN);
            case "finance" -> Optional.of(Role.FINANCE);
            case "front-desk", "frontdesk" -> Optional.of(Role.FRONT_DESK);
            default -> Optional.empty();
        };
    }
}
