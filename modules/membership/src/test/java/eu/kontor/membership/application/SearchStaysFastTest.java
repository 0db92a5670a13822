package eu.kontor.membership.application;

import static eu.kontor.membership.application.MembershipFixture.DATABASE;
import static eu.kontor.membership.application.MembershipFixture.frontDesk;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.MemberLists.Listed;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.membership.domain.SearchFor;
import eu.kontor.membership.persistence.MemberSearch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Searches among 200,000 members ({@code -Dkontor.members=1000000} for the full size) by a brand that knows nearly all of them, by one
 * that knows a few, and by the operator.
 */
class SearchStaysFastTest {

    private static final int MEMBERS = Integer.getInteger("kontor.members", 200_000);

    /** Ten times what is measured on a quiet machine at a million; a scan of all members takes longer. */
    private static final Duration AT_MOST = Duration.ofMillis(Integer.getInteger("kontor.searchMilliseconds", 500));

    private static final String GENERATE =
            """
            insert into coalition.member (given_name, family_name, search_name, phone, email, language, member_since)
            select g, f, ' ' || f || ' ' || g, '+35191' || lpad(i::text, 7, '0'), 'generated' || i || '@example.org', 'en', '2025-01-01'
              from (select i,
                           (array['ana','bruno','carla','diogo','elsa','fabio','gloria','hugo','irene','jaime'])[1 + i % 10]
                               || substr(md5(i::text), 1, 4) as g,
                           (array['almeida','barros','castro','duarte','esteves','ferreira','gomes','horta','ivens','jardim',
                                  'lopes','matos','nunes','oliveira','pires'])[1 + (i / 10) % 15] || substr(md5((-i)::text), 1, 3) as f
                      from generate_series(1, ?) i) named""";

    /** With check digits (ISO/IEC 7812-1); the serials lie far above those of other tests. */
    private static final String ISSUE =
            """
            insert into coalition.card (card_number, member_id, issued_on)
            select body || (select (10 - sum((digit * 2) / 10 * (i % 2) + (digit * (1 + i % 2)) % 10) % 10) % 10
                              from generate_series(1, 15) i, lateral (select substr(body, 16 - i, 1)::int as digit) one),
                   member_id, '2025-01-01'
              from (select member_id, '972401' || lpad((member_id + 100000000)::text, 9, '0') as body
                      from coalition.member where email like 'generated%') unchecked""";

    private static final String ENROL =
            """
            insert into coalition.enrollment (member_id, tenant_id, enrolled_on, search_name)
            select member_id, ?, '2025-01-01', search_name from coalition.member where email like 'generated%' and member_id % ? = 0""";

    /** More than are looked at, at any size. */
    private static final String BLOCK =
            """
            update coalition.card c
               set blocked_at = timestamptz '2025-02-01' + c.member_id * interval '1 second'
              from coalition.member m
             where m.member_id = c.member_id and m.email like 'generated%' and m.member_id % 5 = 0""";

    /** Each match found once by the trigrams, once among the brand's guests; the limit is 100,000 matches. Never more than the members. */
    private static final long MOST_ROWS = 2L * Math.min(MEMBERS, 100_000) + 1_000;

    private static final List<String> TYPED = List.of(
            "ana",
            "an",
            "almeida",
            "lmeid",
            "ana almeida",
            "brunoc4ca",
            "c4ca",
            "zzzz",
            "fer gl",
            "pires",
            "x y",
            "9100001",
            "generated77",
            "000");

    private static final String READ =
            """
            select sum(seq_scan), sum(coalesce(idx_tup_fetch, 0))
              from pg_stat_xact_user_tables where schemaname = 'coalition' and relname in ('member', 'enrollment')""";

    private static final TenantId LARGE = DATABASE.tenant("search-large");
    private static final TenantId SMALL = DATABASE.tenant("search-small");

    private final MembershipFixture membership = new MembershipFixture();

    /** As a replica, without looking up every foreign key: what is generated here is right. */
    @BeforeAll
    static void generate_members() throws SQLException {
        try (Connection connection = DATABASE.superuser()) {
            execute(connection, "set session_replication_role = replica");
            execute(connection, GENERATE, MEMBERS);
            execute(connection, ISSUE);
            execute(connection, ENROL, LARGE.value(), 1);
            execute(connection, ENROL, SMALL.value(), 997);
            execute(connection, BLOCK);
            execute(connection, "vacuum (analyze) coalition.member");
            execute(connection, "vacuum (analyze) coalition.enrollment");
            execute(connection, "analyze coalition.card");
        }
    }

    @TestFactory
    List<DynamicTest> for_everyone_and_whatever_is_typed() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Caller caller : List.of(frontDesk(LARGE), frontDesk(SMALL), Caller.system("test"))) {
            for (String text : TYPED) {
                String who = caller.tenant()
                        .map(id -> id.equals(LARGE) ? "large brand" : "small brand")
                        .orElse("operator");
                tests.add(DynamicTest.dynamicTest(who + ": " + text, () -> {
                    search(caller, text);
                    long start = System.nanoTime();
                    Page<MemberRow> page = search(caller, text);
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    assertThat(page.rows()).hasSizeLessThanOrEqualTo(50);
                    assertThat(took)
                            .as("%s: \"%s\" found %d", who, text, page.rows().size())
                            .isLessThan(AT_MOST);
                }));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> and_for_whoever_types_nothing() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Caller caller : List.of(frontDesk(LARGE), frontDesk(SMALL), Caller.system("test"))) {
            String who = caller.tenant().map(id -> "brand " + id.value()).orElse("operator");
            tests.add(DynamicTest.dynamicTest(
                    who + ": new",
                    () -> isFast(() ->
                            membership.lists().newSince(caller, LocalDate.of(2025, 1, 1), Optional.empty(), 50))));
            tests.add(DynamicTest.dynamicTest(
                    who + ": blocked",
                    () -> isFast(() -> membership.lists().withBlockedCard(caller, Optional.empty(), 50))));
        }
        return tests;
    }

    private static void isFast(Supplier<Page<Listed>> list) {
        list.get();
        long start = System.nanoTime();
        Page<Listed> page = list.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(page.rows()).isNotEmpty();
        assertThat(took).isLessThan(AT_MOST);
    }

    /** However busy the machine: neither table is read from end to end, and no more rows are fetched than the limits in V012 allow. */
    @TestFactory
    List<DynamicTest> by_reading_a_bounded_number_of_rows() {
        return TYPED.stream()
                .map(text -> DynamicTest.dynamicTest(
                        text, () -> membership.transactions().asTenant(LARGE, unit -> {
                            Read before = Read.soFar(unit.connection());
                            new MemberSearch().page(unit, SearchFor.meantBy(text), MemberSearch.Position.START, 51);
                            Read after = Read.soFar(unit.connection());
                            assertThat(after.wholeTables() - before.wholeTables())
                                    .as("scans of whole tables")
                                    .isZero();
                            assertThat(after.rows() - before.rows())
                                    .as("rows fetched")
                                    .isLessThanOrEqualTo(MOST_ROWS);
                            return text;
                        })))
                .toList();
    }

    /** What this transaction did to members and enrolments. */
    private record Read(long wholeTables, long rows) {
        static Read soFar(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(READ);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Read(row.getLong(1), row.getLong(2));
            }
        }
    }

    @Test
    void page_after_page_without_a_gap_or_a_repetition() {
        Set<Object> seen = new HashSet<>();
        Optional<String> cursor = Optional.empty();
        int rows = 0;
        do {
            Page<MemberRow> page = membership.members().search(frontDesk(SMALL), "ar", cursor, 7);
            page.rows().forEach(row -> seen.add(row.member()));
            rows += page.rows().size();
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).hasSize(rows);
    }

    private Page<MemberRow> search(Caller caller, String text) {
        return membership.members().search(caller, text, Optional.empty(), 50);
    }

    private static void execute(Connection connection, String sql, int... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setInt(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }
}
