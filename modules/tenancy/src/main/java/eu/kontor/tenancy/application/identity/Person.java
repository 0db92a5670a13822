package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who signs in.
 *
 * @param username unique in the coalition
 * @param roles at the tenant whose file it is; {@link Role#OPERATOR} in the coalition's file
 */
public record Person(
        String username, String givenName, String familyName, String email, String language, Set<Role> roles) {

    /** Reads {@code people} of a tenant's file. */
    public static List<Person> ofTenant(JsonNode people) {
        List<Person> all = new ArrayList<>();
        people.forEach(person -> {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            person.path("roles")
                    .forEach(role -> roles.add(
                            Role.valueOf(role.asText().toUpperCase(Locale.ROOT).replace('-', '_'))));
            all.add(read(person, roles));
        });
        return all;
    }

    /** Reads {@code people} of the coalition's file. */
    public static List<Person> ofOperator(JsonNode people) {
        List<Person> all = new ArrayList<>();
        people.forEach(person -> all.add(read(person, EnumSet.of(Role.OPERATOR))));
        return all;
    }

    private static Person read(JsonNode person, Set<Role> roles) {
        return new Person(
                person.path("username").asText(),
                person.path("givenName").asText(),
                person.path("familyName").asText(),
                person.path("email").asText(),
                person.path("language").asText("en"),
                Set.copyOf(roles));
    }
}
