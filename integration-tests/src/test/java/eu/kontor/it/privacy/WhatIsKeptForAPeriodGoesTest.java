package eu.kontor.it.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.kontor.feeds.application.KeptHeldLines;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.application.KeptStaffNames;
import eu.kontor.membership.application.KeptAttempts;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.retention.api.RetentionPeriods.Kept;
import eu.kontor.retention.application.DailyRetention;
import eu.kontor.retention.application.ErasureSteps;
import eu.kontor.retention.application.KeptMembers;
import eu.kontor.retention.application.KeptNotes;
import eu.kontor.retention.application.MemberErasures;
import eu.kontor.retention.application.PersonalFolders;
import eu.kontor.retention.persistence.ErasureRows;
import eu.kontor.retention.persistence.PersonalRows;
import eu.kontor.retention.persistence.RunsOfRetention;
import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.AuditTrail;
import eu.kontor.tenancy.application.KeptNamesInTrail;
import eu.kontor.tenancy.application.KeptRefusals;
import eu.kontor.tenancy.application.KeptTrail;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.application.KeptSignals;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of each kind there is one row that is too old, and one that is not. */
class WhatIsKeptForAPeriodGoesTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final Caller OPERATOR =
            new Caller("op-1", "Olívia Duarte", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);

    static {
        DATABASE.tenant("privacy-brand");
    }

    private final Transactions transactions = DATABASE.transactions();
    private final Clock clock = Clock.systemUTC();

    @Test
    void and_what_is_younger_stays() throws SQLException, IOException {
        sql(resource("kept.sql"));
        DailyRetention retention = retention(clock, kinds());

        retention.round();

        assertThat(texts("select details ->> 'is' from coalition.audit_entry where details ? 'is' order by 1"))
                .containsExactly("last year's", "the refusal of last month", "two years old, with a name", "young");
        assertThat(texts("select actor_name from coalition.audit_entry where details ->> 'is' = 'last year''s'"))
                .as("names go sooner where the coalition says so")
                .containsExactly("");
        assertThat(texts("select locks::text from coalition.code_attempt")).containsExactly("2");
        assertThat(texts("select reference from coalition.feed_held where raw <> '' order by 1"))
                .containsExactly("old and waiting", "young");
        assertThat(texts("select occurrence from coalition.signal order by 1"))
                .containsExactly("old and open", "young");
        assertThat(texts("select text from t_privacy_brand.guest_note")).containsExactly("young");
        assertThat(
                        texts(
                                "select subject from coalition.actor where name is not null and subject like 'kept-%' order by 1"))
                .as("who posts has a name")
                .containsExactly("kept-busy", "kept-young");
        assertThat(texts("select seen_on = current_date from coalition.actor where subject = 'kept-busy'"))
                .as("and is not looked for again before another period is over")
                .containsExactly("t");
        assertThat(texts("select member_id::text from coalition.member where given_name <> '—' order by 1"))
                .as(
                        "who has points, was here lately, took a card, signed up somewhere, moved or reserved points or is one with"
                                + " somebody who did, or came from a file and may come yet, is no stranger; one who cannot be erased keeps nobody")
                .containsExactly(
                        "880102", "880103", "880104", "880105", "880106", "880107", "880108", "880109", "880110",
                        "880111", "880113");

        Map<String, Kept> shown = retention.all(OPERATOR).stream().collect(Collectors.toMap(Kept::kind, kept -> kept));
        assertThat(shown.get("guest-notes").period()).isEqualTo(Period.ofYears(3));
        assertThat(shown.get("names-in-audit-trail").isUsual()).isFalse();
        for (Kept kept : shown.values()) {
            assertThat(kept.last().orElseThrow().removed()).as(kept.kind()).isPositive();
        }
        assertThat(shown.get("inactive-members").last().orElseThrow().removed())
                .as("although one could not be erased, and what is said of them names one of them by chance")
                .isEqualTo(3);
        assertThat(shown.get("inactive-members").last().orElseThrow().failure())
                .hasValueSatisfying(why -> assertThat(why).contains("is stuck"));

        sql(
                "insert into t_privacy_brand.guest_note (member_id, text, author, written_at) values (1, 'old', 'A', now() - interval '4 years')");
        retention.round();
        assertThat(texts("select text from t_privacy_brand.guest_note where text = 'old'"))
                .as("once a day")
                .hasSize(1);
        retention(Clock.offset(clock, Duration.ofDays(1)), kinds()).round();
        assertThat(texts("select text from t_privacy_brand.guest_note where text = 'old'"))
                .isEmpty();
        assertThat(shown(retention, "guest-notes").last().orElseThrow().removedInAll())
                .isEqualTo(2);
    }

    @Test
    void what_fails_says_why_and_holds_up_no_other() {
        List<KeptForATime> kinds =
                List.of(new Failing(), new KeptAttempts(transactions), new KeptSignals(transactions));
        DailyRetention retention = retention(Clock.offset(clock, Duration.ofDays(10)), kinds);

        retention.round();

        assertThat(shown(retention, "a-failing-one").last().orElseThrow().failure())
                .contains("the disk is gone");
        assertThat(shown(retention, "signals").last().orElseThrow().failure()).isEmpty();
    }

    @Test
    void every_kind_can_be_configured_and_has_its_words() throws IOException {
        Set<String> kinds = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("eu.kontor").stream()
                        .filter(type -> type.isAssignableTo(KeptForATime.class) && !type.isInterface())
                        .filter(type -> !type.getPackageName().startsWith("eu.kontor.it"))
                        .map(WhatIsKeptForAPeriodGoesTest::kind)
                        .collect(Collectors.toSet());
        JsonNode schema =
                new ObjectMapper().readTree(Files.readString(Path.of("../tenant-config/schema/coalition.schema.json")));
        Set<String> configured = new TreeSet<>();
        schema.at("/properties/retention/properties").fieldNames().forEachRemaining(configured::add);

        assertThat(configured).containsExactlyInAnyOrderElementsOf(kinds);
        for (Locale language : Languages.all()) {
            for (String kind : kinds) {
                assertThat(Texts.of("privacy.kind." + kind, language)).as(kind).doesNotStartWith("!");
            }
        }
    }

    private static String kind(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructors()[0];
            return ((KeptForATime) constructor.newInstance(new Object[constructor.getParameterCount()])).kind();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private List<KeptForATime> kinds() {
        Tenants tenants = DATABASE.tenants();
        ErasureRows rows = new ErasureRows();
        PersonalRows personal = new PersonalRows(PersonalContexts.all());
        ErasureSteps steps = new ErasureSteps(
                transactions,
                tenants,
                rows,
                personal,
                new PersonalFolders(List.of()),
                (caller, member) -> Points.ZERO,
                clock);
        MemberErasures erasures = new MemberErasures(transactions, rows, steps, new AuditTrail(clock), clock);
        return List.of(
                new KeptTrail(transactions),
                new KeptStaffNames(transactions),
                new KeptNamesInTrail(transactions),
                new KeptRefusals(transactions),
                new KeptAttempts(transactions),
                new KeptHeldLines(transactions),
                new KeptSignals(transactions),
                new KeptNotes(transactions, tenants),
                new KeptMembers(transactions, tenants, new RunsOfRetention(), erasures));
    }

    private DailyRetention retention(Clock at, List<KeptForATime> kinds) {
        return new DailyRetention(transactions, DATABASE.tenants(), new RunsOfRetention(), kinds, at);
    }

    private static Kept shown(DailyRetention retention, String kind) {
        return retention.all(OPERATOR).stream()
                .filter(kept -> kept.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static final class Failing implements KeptForATime {

        @Override
        public String kind() {
            return "a-failing-one";
        }

        @Override
        public Period usual() {
            return Period.ofYears(1);
        }

        @Override
        public long remove(Instant before) {
            throw new IllegalStateException("the disk is gone");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = WhatIsKeptForAPeriodGoesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void sql(String statements) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(statements);
        }
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
