package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.expiry.api.GivenUp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.api.MemberFiles.MemberFile;
import eu.kontor.retention.application.ErasureSteps;
import eu.kontor.retention.application.GatheredMemberFiles;
import eu.kontor.retention.application.MemberErasures;
import eu.kontor.retention.application.PersonalFolders;
import eu.kontor.retention.persistence.ErasureRows;
import eu.kontor.retention.persistence.PersonalRows;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Zuleide Quaresma is a guest of one brand and of none else. Her name, mail and phone stand wherever people can write, in every column that words.txt says is
 * erased.
 */
class EverythingOfAnErasedMemberGoesTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final Caller OPERATOR =
            new Caller("op-1", "Olívia Duarte", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private static final Caller STALE = new Caller(
            "op-1",
            "Olívia Duarte",
            Optional.empty(),
            Set.of(Role.OPERATOR),
            Locale.ENGLISH,
            OPERATOR.origin(),
            Optional.empty(),
            false);
    private static final MemberId ZULEIDE = new MemberId(880_001);
    private static final List<String> HERS = List.of("zuleide", "quaresma", "930 880 001", "930880001", "x-hers");

    static {
        DATABASE.tenant("privacy-brand");
        DATABASE.tenant("privacy-other");
    }

    private final Transactions transactions = DATABASE.transactions();
    private final ErasureRows rows = new ErasureRows();
    private final PersonalRows personal = new PersonalRows(PersonalContexts.all());
    private final Clock clock = Clock.systemUTC();
    private final GivenUp points = (caller, member) -> Points.ZERO;
    private final ErasureSteps steps = new ErasureSteps(
            transactions, DATABASE.tenants(), rows, personal, new PersonalFolders(List.of()), points, clock);
    private final MemberErasures erasures = new MemberErasures(transactions, rows, steps, new AuditTrail(clock), clock);
    private final GatheredMemberFiles files =
            new GatheredMemberFiles(transactions, DATABASE.tenants(), personal, new AuditTrail(clock), clock);

    @Test
    void wherever_it_stood() throws SQLException, IOException {
        sql(resource("zuleide.sql"));
        for (Map.Entry<String, String> column :
                WhatIsHeldOfMembersTest.list("words.txt").entrySet()) {
            if (column.getValue().startsWith("erased")) {
                assertThat(found(column.getKey()))
                        .as("stands in " + column.getKey())
                        .isPositive();
            }
        }

        MemberFile before = files.of(OPERATOR, ZULEIDE);
        assertThat(row(before, "profile").path("email").asText()).isEqualTo("zuleide.quaresma@example.com");
        assertThat(row(before, "notes").path("brand").asText()).isEqualTo("privacy-brand");
        assertThat(row(before, "purchases").path("reference").asText()).isEqualTo("bill-1");
        assertThat(row(before, "gifts").path("direction").asText())
                .as("what she got is hers, too")
                .isEqualTo("received");
        for (String language : List.of("en", "es", "zh")) {
            assertThat(files.page(before, Locale.forLanguageTag(language)))
                    .contains("Zuleide", "&lt;b&gt;")
                    .doesNotContain("<b>");
        }

        assertThat(refused(() -> erasures.erase(STALE, ZULEIDE, "asked for"))).isEqualTo(RefusalCode.SIGN_IN_TOO_OLD);
        assertThat(refused(() -> erasures.erase(OPERATOR, ZULEIDE, "Senhora QUARESMA asked for it")))
                .as("a reason is kept, and must not say what goes")
                .isEqualTo(RefusalCode.FIELD_MALFORMED);
        assertThat(refused(() -> erasures.erase(OPERATOR, new MemberId(880_999), "asked for")))
                .isEqualTo(RefusalCode.MEMBER_UNKNOWN);

        Erasure first = erasures.erase(OPERATOR, ZULEIDE, "asked for by letter");
        assertThat(first.waitsFor()).containsExactlyInAnyOrder("on-their-way", "balances", "held-lines", "files");
        assertThat(texts("select failure_detail from coalition.outbox where message_key = '880001'"))
                .containsExactly((String) null);
        sql("delete from coalition.outbox where message_key = '880001'");
        sql("update coalition.balance set consumed = earned, held = 0 where member_id = 880001");
        sql(
                "update coalition.feed_held set state = 'DISCARDED', decided_by = 'd', decided_at = now() where state = 'HELD'");

        steps.round();
        Erasure again = erasures.erase(OPERATOR, ZULEIDE, "and once more");
        assertThat(again.reason()).isEqualTo("asked for by letter");
        assertThat(again.waitsFor()).isEmpty();
        assertThat(again.doneAt()).isPresent();
        assertThat(erasures.erase(OPERATOR, ZULEIDE, "again")).isEqualTo(again);

        assertThat(placesOfHers()).isEmpty();
        andNothingElseWent();
    }

    private static List<String> placesOfHers() throws SQLException {
        List<String> places = new ArrayList<>();
        for (String table : texts(
                """
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and (n.nspname = 'coalition' or n.nspname like 't\\_%')""")) {
            for (String word : HERS) {
                if (count("select count(*) from " + table + " as it where it::text ilike '%" + word + "%'") > 0) {
                    places.add(table + ": " + word);
                }
            }
        }
        return places;
    }

    private void andNothingElseWent() throws SQLException {
        assertThat(
                        texts(
                                "select state || ' ' || coalesce(decider_name, '-') from t_privacy_brand.correction order by id"))
                .as("what was proposed is withdrawn")
                .containsExactly("declined -", "declined erasure");
        assertThat(texts("select note from coalition.signal where note is not null"))
                .as("what was noted of others stays")
                .containsExactly("of somebody else");
        assertThat(
                        texts(
                                "select blocked_at is not null and blocked_by_operator and not holder_active from coalition.card where member_id = 880001"))
                .containsOnly("t");
        assertThat(row(files.of(OPERATOR, ZULEIDE), "purchases")
                        .path("reference")
                        .asText())
                .as("what was bought stays")
                .isEqualTo("bill-1");
    }

    private static JsonNode row(MemberFile file, String part) {
        return file.content().stream()
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow()
                .rows()
                .getFirst();
    }

    private static RefusalCode refused(Runnable attempt) {
        return catchThrowableOfType(Refusal.class, attempt::run).code();
    }

    /** In how many rows the column has something of hers. */
    private static long found(String column) throws SQLException {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(table.length() + 1);
        String schema = texts("select table_schema from information_schema.columns where table_name = '" + table
                        + "' and column_name = '" + name + "' and table_schema in ('coalition', 't_privacy_brand')")
                .getFirst();
        return count("select count(*) from " + schema + "." + table + " as it where it." + name
                + "::text ~* 'zuleide|quaresma|930 ?880 ?001|x-hers'");
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = EverythingOfAnErasedMemberGoesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void sql(String statements) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(statements);
        }
    }

    private static long count(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    private static List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
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
