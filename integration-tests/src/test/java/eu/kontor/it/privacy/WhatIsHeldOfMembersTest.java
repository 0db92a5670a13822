package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.PersonalData.Part;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every table that has rows of members is given out to who asks, or stands on a list with its reason; and of every column with words it is known what
 * becomes of them when the member is erased. A table or column that a migration adds is found here.
 */
class WhatIsHeldOfMembersTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    static {
        DATABASE.tenant("privacy-brand");
    }

    /** How tables say whose a row is. */
    private static final String OF_MEMBERS =
            """
            select distinct c.table_name
              from information_schema.columns c
              join pg_class t on t.relname = c.table_name and t.relnamespace = c.table_schema::regnamespace
             where c.table_schema in ('coalition', 't_privacy_brand')
               and c.column_name in ('member_id', 'message_key', 'about', 'card_number')
               and t.relkind in ('r', 'p') and not t.relispartition
            union
            select unnest(array['audit_entry', 'feed_held', 'signal'])""";

    private static final String WORDS =
            """
            select c.table_name || '.' || c.column_name
              from information_schema.columns c
             where c.table_schema in ('coalition', 't_privacy_brand')
               and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying')
               and c.table_name = any (string_to_array('%s', ','))""";

    @Test
    void is_given_to_whoever_asks_or_has_a_reason_why_not() throws SQLException, IOException {
        Set<String> covered = PersonalContexts.all().stream()
                .flatMap(context -> context.parts().stream())
                .filter(part -> part.export().isPresent())
                .flatMap(part -> part.tables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(list("not-given-out.txt").keySet());

        assertThat(texts(OF_MEMBERS))
                .as(
                        "tables with rows of members: each in a part of PersonalData that is exported, or in not-given-out.txt")
                .isSubsetOf(covered);
    }

    @Test
    void and_nothing_is_said_of_tables_that_are_not_there() throws SQLException, IOException {
        Set<String> tables = texts(
                "select table_name from information_schema.tables where table_schema in ('coalition', 't_privacy_brand')");
        assertThat(tables)
                .containsAll(PersonalContexts.all().stream()
                        .flatMap(context -> context.parts().stream())
                        .map(Part::tables)
                        .flatMap(Collection::stream)
                        .toList());
        assertThat(tables).containsAll(list("not-given-out.txt").keySet());
    }

    @Test
    void of_every_column_with_words_it_is_known_what_becomes_of_them() throws SQLException, IOException {
        assertThat(texts(WORDS.formatted(String.join(",", texts(OF_MEMBERS)))))
                .as("columns with words: each in words.txt")
                .containsExactlyInAnyOrderElementsOf(list("words.txt").keySet());
    }

    @Test
    void every_part_and_every_field_of_it_has_its_words_on_the_page() throws SQLException, IOException {
        for (Part part : PersonalContexts.all().stream()
                .flatMap(context -> context.parts().stream())
                .filter(one -> one.export().isPresent())
                .toList()) {
            for (String language : List.of("", "_es", "_zh")) {
                Properties words = words(language);
                assertThat(words.containsKey("part." + part.name()))
                        .as(part.name() + language)
                        .isTrue();
                for (String column : columns(part.export().get())) {
                    assertThat(words.containsKey("column." + column))
                            .as(part.name() + "." + column + language)
                            .isTrue();
                }
            }
        }
    }

    /** Of that language only: a bundle falls back to another one. */
    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream file = WhatIsHeldOfMembersTest.class.getResourceAsStream(
                "/eu/kontor/retention/member-file" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static List<String> columns(String export) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = t_privacy_brand");
            try (ResultSet rows =
                    statement.executeQuery("select * from (" + export.replace(":member", "0") + ") as part limit 0")) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getMetaData().getColumnLabel(i));
                }
            }
        }
        return columns;
    }

    /** A name at the margin, a colon, and a reason. */
    static Map<String, String> list(String name) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (InputStream file = WhatIsHeldOfMembersTest.class.getResourceAsStream(name)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(": ", 2);
                        assertThat(parts).as(line).hasSize(2);
                        assertThat(entries.put(parts[0], parts[1]))
                                .as("twice: " + line)
                                .isNull();
                    });
        }
        return entries;
    }

    private static Set<String> texts(String query) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
