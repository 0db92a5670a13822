package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** It serves, sees what was migrated, and can change no schema, because it has no login that could. */
class AServerWithoutTheOwnersLoginTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();

    private final DataSource operator =
            DATABASE.logins().operatorAt(DATABASE.server().jdbcUrl("kontor"));
    private final TenantDatabases databases =
            new TenantDatabases(() -> operator, false, DATABASE.logins(), Clock.systemUTC());

    @Test
    void knows_which_brands_are_current() {
        assertThat(databases.schemas().isCurrent(DATABASE.tenant("current-cafe")))
                .isTrue();
        assertThat(databases.schemas().versions()).isNotNull();
    }

    @Test
    void refuses_to_make_or_remove_a_brand() {
        assertThatThrownBy(databases::owned).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(RefusalCode.PROVISIONING_ELSEWHERE));
    }

    @Test
    void could_not_even_if_it_tried() {
        DATABASE.tenant("kept-cafe");
        assertThatThrownBy(() -> databases.schemas().create(new TenantSlug("kept-cafe")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> databases.schemas().remove(new TenantSlug("kept-cafe"), () -> {}))
                .hasMessageContaining("permission denied");
    }

    @Test
    void says_what_to_do_where_the_secret_is_another() {
        DataSource ofBefore =
                new DatabaseLogins("of before").operatorAt(DATABASE.server().jdbcUrl("kontor"));

        assertThatThrownBy(() -> CoalitionMigrations.requireAll(ofBefore))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kontor.db.app.password")
                .hasMessageContaining("Start a server with kontor.db.owner.password");
    }

    @Test
    void starts_on_a_schema_that_has_all_it_needs_and_on_no_other() throws SQLException {
        assertThatCode(() -> CoalitionMigrations.requireAll(operator)).doesNotThrowAnyException();
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "create table public.kept as select * from coalition.flyway_schema_history where version = '166'");
            statement.execute("delete from coalition.flyway_schema_history where version = '166'");
            assertThatThrownBy(() -> CoalitionMigrations.requireAll(operator))
                    .hasMessageContaining("lacks 1 migrations")
                    .hasMessageContaining("kontor.db.owner.password");
            statement.execute("insert into coalition.flyway_schema_history select * from public.kept");
        }
    }
}
