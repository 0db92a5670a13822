package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class OneTransactionIsOneRoleTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("role-hotel");
    private static final TenantId CAFE = DATABASE.tenant("role-cafe");

    private final Transactions transactions = DATABASE.transactions();

    @Test
    void a_tenants_transaction_runs_under_its_role_in_its_schema() {
        assertThat(transactions.<String>asTenant(
                        HOTEL, unit -> text(unit, "select current_user || ' ' || current_schema")))
                .isEqualTo("t_role_hotel t_role_hotel");
    }

    @Test
    void the_operator_the_poster_and_couriers_have_roles_of_their_own() {
        assertThat(transactions.<String>asOperator(unit -> text(unit, "select current_user")))
                .isEqualTo("kontor_operator");
        assertThat(transactions.<String>asPoster(unit -> text(unit, "select current_user")))
                .isEqualTo("kontor_poster");
        assertThat(transactions.<String>asRelay(
                        HOTEL, unit -> text(unit, "select current_user || ' ' || current_schema")))
                .isEqualTo("c_role_hotel t_role_hotel");
    }

    @Test
    void the_auditor_reads_one_snapshot_under_the_operators_role_and_writes_nothing() {
        assertThat(transactions.<String>asAuditor(
                        unit -> text(unit, "select current_user || ' ' || current_setting('transaction_isolation')")))
                .isEqualTo("kontor_operator repeatable read");
        assertThatThrownBy(() -> transactions.asAuditor(
                        unit -> text(unit, "update coalition.coalition set name = name returning name")))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.sqlState())
                        .isEqualTo("25006"));
        assertThat(transactions.<String>asOperator(
                        unit -> text(unit, "select current_setting('transaction_read_only')")))
                .isEqualTo("off");
    }

    @Test
    void a_tenant_sees_its_own_row_of_the_registry_and_the_operator_sees_all() {
        assertThat(transactions.<String>asTenant(
                        HOTEL, unit -> text(unit, "select string_agg(slug, ' ') from coalition.tenant")))
                .isEqualTo("role-hotel");
        assertThat(transactions.<String>asOperator(unit -> text(unit, "select count(*) >= 2 from coalition.tenant")))
                .isEqualTo("t");
    }

    @Test
    void work_for_the_same_tenant_joins() {
        String same = transactions.asTenant(HOTEL, outer -> {
            String id = text(outer, "select pg_current_xact_id()::text");
            return transactions
                            .<String>asTenant(HOTEL, inner -> text(inner, "select pg_current_xact_id()::text"))
                            .equals(id)
                    ? "same"
                    : "another";
        });
        assertThat(same).isEqualTo("same");
    }

    @Test
    void work_for_another_tenant_or_role_does_not_join() {
        assertThatThrownBy(() -> transactions.asTenant(HOTEL, unit -> transactions.asTenant(CAFE, inner -> "never")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.asTenant(HOTEL, unit -> transactions.asOperator(inner -> "never")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transactions.isUnderWay()).isFalse();
    }

    @Test
    void a_failed_statement_leaves_as_database_failure_with_its_code() {
        assertThatThrownBy(() -> transactions.asTenant(HOTEL, unit -> text(unit, "select * from t_role_cafe.anything")))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.sqlState())
                        .isEqualTo("42501"));
    }

    @Test
    void a_refusal_of_joined_work_may_be_caught_and_the_transaction_goes_on() {
        String answer = transactions.asTenant(HOTEL, unit -> {
            try {
                transactions.asTenant(HOTEL, inner -> {
                    throw new Refusal(RefusalCode.MEMBER_UNKNOWN);
                });
            } catch (Refusal refusal) {
                return text(unit, "select 'still here'");
            }
            return "";
        });
        assertThat(answer).isEqualTo("still here");
    }

    @Test
    void after_another_failure_of_joined_work_nothing_is_committed() {
        assertThatThrownBy(() -> transactions.asTenant(HOTEL, unit -> {
                    try {
                        transactions.asTenant(HOTEL, inner -> {
                            throw new IllegalArgumentException("wrong");
                        });
                    } catch (IllegalArgumentException swallowed) {
                        return "went on";
                    }
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing of it was committed");
    }

    private static String text(UnitOfWork unit, String query) throws SQLException {
        try (Statement statement = unit.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
