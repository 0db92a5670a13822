package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code visible.txt} says what the answers of the API tell of members, field by field, and to which roles; here it is held to the API itself. */
class WhatEachRoleSeesTest {

    /** How contact data and names are called wherever the house has them. */
    private static final Set<String> CONTACT =
            Set.of("phone", "email", "givenName", "familyName", "birthday", "address");

    @Test
    void is_in_one_table_and_each_answer_of_the_api_is_in_it() throws IOException {
        Set<String> listed = new TreeSet<>(table().keySet());
        listed.addAll(ofNobody());

        assertThat(listed).isEqualTo(ApiFields.fieldsBySchema().keySet());
        assertThat(ofNobody()).doesNotContainAnyElementsOf(table().keySet());
    }

    @Test
    void with_every_field() throws IOException {
        Map<String, Set<String>> fields = ApiFields.fieldsBySchema();
        for (Seen seen : table().values()) {
            assertThat(seen.fields()).as(seen.schema()).containsExactlyInAnyOrderElementsOf(fields.get(seen.schema()));
        }
    }

    @Test
    void and_for_every_role() throws IOException {
        Map<String, Set<String>> roles = ApiFields.rolesBySchema();
        for (Seen seen : table().values()) {
            assertThat(seen.roles()).as(seen.schema()).isEqualTo(roles.get(seen.schema()));
        }
    }

    @Test
    void no_answer_has_contact_data_but_the_members_own_file() throws IOException {
        assertThat(table().get("MemberFile").roles())
                .as("its content is whatever is held, and so cannot be listed here")
                .containsExactly("operator");

        Map<String, Set<String>> found = new TreeMap<>();
        ApiFields.fieldsBySchema().forEach((schema, fields) -> fields.stream()
                .filter(CONTACT::contains)
                .forEach(field ->
                        found.computeIfAbsent(schema, first -> new TreeSet<>()).add(field)));
        assertThat(found)
                .as("from where somebody of the house acted is no contact of a member's")
                .isEqualTo(Map.of("AuditEntry", Set.of("address")));
    }

    private record Seen(String schema, Set<String> roles, List<String> fields) {}

    private static Map<String, Seen> table() throws IOException {
        Map<String, Seen> table = new TreeMap<>();
        Seen current = null;
        for (String line : lines()) {
            if (line.contains(" | ")) {
                String[] parts = line.split(" \\| ");
                assertThat(parts).as(line).hasSize(3);
                current = new Seen(parts[0], new TreeSet<>(List.of(parts[1].split(" "))), new ArrayList<>());
                assertThat(table.put(parts[0], current)).as("twice: " + line).isNull();
            } else if (line.startsWith("    ")) {
                String[] parts = line.strip().split(": ", 2);
                assertThat(parts).as(line).hasSize(2);
                current.fields().addAll(Arrays.asList(parts[1].split(" ")));
            }
        }
        return table;
    }

    private static Set<String> ofNobody() throws IOException {
        return lines().stream()
                .filter(line -> !line.startsWith(" ") && !line.contains(" | "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = WhatEachRoleSeesTest.class.getResourceAsStream("visible.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
