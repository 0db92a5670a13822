package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever gets SQL of his own into a transaction is still who it belongs to: tried from each kind of transaction, with all that SQL has. */
class ATenantCannotBecomeAnotherTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("injected-hotel");
    private static final TenantId CAFE = DATABASE.tenant("injected-cafe");

    private static final String MAY_ENTER_ANOTHER =
            """
            select session.rolname || ' ' || entered.rolname
              from pg_roles session
             cross join pg_roles entered
             where session.rolcanlogin and not session.rolsuper and session.rolname <> 'kontor_owner'
               and session.oid <> entered.oid
               and pg_has_role(session.oid, entered.oid, 'set')""";

    private static final String MIGHTY =
            """
            select rolname from pg_roles
             where rolcanlogin and rolname not in ('postgres', 'kontor_owner')
               and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                    or pg_has_role(oid, 'pg_read_all_data', 'member') or pg_has_role(oid, 'pg_read_all_stats', 'member')
                    or pg_has_role(oid, 'pg_execute_server_program', 'member'))""";

    private static final List<String> OTHERS = List.of(
            "t_injected_cafe",
            "c_injected_cafe",
            "c_injected_hotel",
            "t_injected_hotel",
            "kontor_operator",
            "kontor_poster",
            "kontor_owner",
            "kontor_tenant",
            "kontor_courier",
            "kontor_app",
            "postgres");

    /** Every way that PostgreSQL has of saying who one is from now on. */
    private static final List<String> WAYS = List.of(
            "set role %s",
            "set local role %s",
            "set session role %s",
            "reset role; set role %s",
            "set session authorization %s",
            "set local session authorization %s",
            "reset session authorization; set role %s",
            "set session authorization default; set role %s",
            "select set_config('role', '%s', true)",
            "select set_config('role', '%s', false)",
            "select set_config('session_authorization', '%s', false)",
            "select 1 where 'x' = '' or set_config('role', '%s', true) is null",
            "do $$ begin execute 'set role %s'; end $$",
            "do $$ begin perform set_config('role', '%s', true); end $$",
            "prepare into_%s as select set_config('role', $1, true); execute into_%s ('%s')",
            "grant %s to current_user",
            "alter role %s password 'mine'",
            "alter role current_user set role = %s; set role %s",
            "select query_to_xml('select set_config(''role'', ''%s'', true)', true, true, '')",
            "commit; set role %s; begin",
            "rollback; set session role %s; begin",
            "commit; discard all; set role %s; begin");

    /** Of its owner's secret, of others' statements and of others' sessions. */
    private static final List<String> LOOKS = List.of(
            "select role_name from coalition.database_login",
            "select rolpassword from pg_authid where rolpassword is not null",
            "select passwd from pg_shadow where passwd is not null",
            "select setting from pg_settings where setting like '%derived%'",
            "select query from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient"
                    + " privilege>')",
            "select pg_read_file('pg_hba.conf')",
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 't_injected_cafe'",
            "copy (select 1) to program 'true'");

    @BeforeAll
    static void the_cafe_is_at_work() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            execute(owner, "create table t_injected_cafe.kept (word text)");
        }
        DATABASE.transactions().asTenant(CAFE, unit -> unit.connection()
                .createStatement()
                .execute("insert into kept (word) values ('the cafe''s own')"));
    }

    private final Map<String, Function<Work<String>, String>> kinds = Map.of(
            "t_injected_hotel", work -> transactions().asTenant(HOTEL, work),
            "c_injected_hotel", work -> transactions().asRelay(HOTEL, work),
            "kontor_operator", work -> transactions().asOperator(work),
            "kontor_poster", work -> transactions().asPoster(work));

    @TestFactory
    Stream<DynamicTest> whatever_its_sql_says() {
        List<DynamicTest> tests = new ArrayList<>();
        kinds.forEach((role, transaction) -> WAYS.forEach(way -> tests.add(DynamicTest.dynamicTest(
                role + ": " + way,
                () -> OTHERS.stream().filter(other -> !other.equals(role)).forEach(other -> {
                    String injected = way.replace("%s", other);
                    assertThat(afterwards(transaction, injected)).as(injected).isEqualTo(role + " " + role);
                })))));
        return tests.stream();
    }

    @Test
    void nor_read_what_is_anothers() {
        for (String query : LOOKS) {
            assertThat(rowsSeen(query)).as(query).isZero();
        }
    }

    @Test
    void a_brand_that_left_its_role_is_shown_nothing_of_the_coalition() {
        assertThat(transactions().<String>asTenant(HOTEL, unit -> {
                    execute(unit.connection(), "reset role");
                    return text(unit.connection(), "select count(*) from coalition.tenant");
                }))
                .isEqualTo("0");
    }

    @Test
    void nobody_who_signs_in_to_serve_may_enter_another_role() throws SQLException {
        assertThat(asked(MAY_ENTER_ANOTHER)).isEmpty();
    }

    @Test
    void nor_has_rights_over_the_whole_server() throws SQLException {
        assertThat(asked(MIGHTY)).isEmpty();
    }

    @Test
    void what_it_leaves_on_its_session_meets_nobody_else() {
        Transactions overOneConnection = DATABASE.transactions(DATABASE.applicationPool(1));
        overOneConnection.asTenant(HOTEL, unit -> {
            execute(unit.connection(), "set session application_name = 'left behind'");
            execute(unit.connection(), "prepare left_behind as select 1");
            return null;
        });
        assertThat(overOneConnection.<String>asTenant(
                        CAFE,
                        unit -> text(
                                unit.connection(),
                                "select current_setting('application_name') || (select count(*) from"
                                        + " pg_prepared_statements)")))
                .doesNotContain("left behind")
                .endsWith("0");
    }

    private static Transactions transactions() {
        return DATABASE.transactions();
    }

    /** Who signed in, and with whose rights what follows is done, unless that is nobody's: however the attempt ended. */
    private static String afterwards(Function<Work<String>, String> transaction, String injected) {
        return transaction.apply(unit -> {
            Connection connection = unit.connection();
            execute(connection, "savepoint before_it");
            try {
                execute(connection, injected);
            } catch (SQLException refused) {
                recover(connection);
            }
            assertThatThrownBy(() -> execute(connection, "select * from t_injected_cafe.kept"))
                    .isInstanceOf(SQLException.class);
            recover(connection);
            String who = text(connection, "select session_user || ' ' || current_user");
            connection.rollback();
            return who;
        });
    }

    /** What was injected may have ended the transaction, the savepoint with it. */
    private static void recover(Connection connection) throws SQLException {
        try {
            execute(connection, "rollback to savepoint before_it");
        } catch (SQLException gone) {
            connection.rollback();
            execute(connection, "savepoint before_it");
        }
    }

    private static int rowsSeen(String query) {
        return transactions().asTenant(HOTEL, unit -> {
            execute(unit.connection(), "savepoint before_it");
            try (Statement statement = unit.connection().createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                int seen = 0;
                while (rows.next()) {
                    seen++;
                }
                return seen;
            } catch (SQLException refused) {
                recover(unit.connection());
                return 0;
            }
        });
    }

    private static List<String> asked(String query) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
