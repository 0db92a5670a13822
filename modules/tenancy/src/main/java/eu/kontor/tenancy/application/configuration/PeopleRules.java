package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Policy: a user name is one person in the whole coalition. Who works for several brands stands in several files, described the same
 * way; who works for the operator works for no brand.
 */
final class PeopleRules {

    private final Map<String, JsonNode> known = new HashMap<>();
    private final Map<String, String> emailOf = new HashMap<>();
    private final Map<String, String> firstSeenIn = new HashMap<>();

    /** Call for the coalition's file first. */
    List<FileMistake> check(ConfigurationFile file) {
        List<FileMistake> mistakes = new ArrayList<>();
        JsonNode people = file.content().path("people");
        for (int i = 0; i < people.size(); i++) {
            String pointer = "/people/" + i;
            JsonNode person = people.get(i);
            String username = person.path("username").asText();
            JsonNode described = withoutRoles(person);
            JsonNode before = known.putIfAbsent(username, described);
            String where = firstSeenIn.putIfAbsent(username, file.name());
            if (before != null && !file.name().equals(where)) {
                boolean ofOperator = ConfigurationFolder.COALITION.equals(where);
                if (ofOperator) {
                    mistakes.add(file.mistake(
                            pointer, "another username; " + username + " works for the operator (" + where + ")"));
                } else if (!before.equals(described)) {
                    mistakes.add(
                            file.mistake(pointer, username + " described as in " + where + ", or another username"));
                }
            }
            String email = person.path("email").asText();
            String owner = emailOf.putIfAbsent(email, username);
            if (owner != null && !owner.equals(username)) {
                mistakes.add(file.mistake(pointer + "/email", "another e-mail address; it is the one of " + owner));
            }
        }
        return mistakes;
    }

    private static JsonNode withoutRoles(JsonNode person) {
        ObjectNode copy = person.deepCopy();
        copy.remove("roles");
        return copy;
    }
}
