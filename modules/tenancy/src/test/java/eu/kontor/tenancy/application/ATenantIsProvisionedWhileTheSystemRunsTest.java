package eu.kontor.tenancy.application;

import static eu.kontor.tenancy.application.TenancyFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Staff;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration.Applied;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.TenantRecords;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ATenantIsProvisionedWhileTheSystemRunsTest {

    private static final TenantSlug SOL = new TenantSlug("hotel-sol");

    @TempDir
    Path folder;

    private final TenancyFixture tenancy = new TenancyFixture();

    @BeforeEach
    void a_coalition_with_one_hotel_is_applied() {
        TenancyFixture.write(folder, "coalition.yaml", TenancyFixture.COALITION);
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", TenancyFixture.HOTEL);
        assertThat(apply()).extracting(Applied::change).containsExactly("created", "created");
    }

    @AfterEach
    void everything_is_removed() {
        tenancy.empty();
    }

    @Test
    void it_has_a_schema_a_role_people_and_is_active() throws SQLException {
        Tenant sol = tenancy.registry.get(SOL);
        assertThat(sol.state()).isEqualTo(Tenant.State.ACTIVE);
        assertThat(sol.outlets()).extracting(Tenant.Outlet::code).containsExactly("desk", "bar");
        assertThat(tenancy.transactions.<String>asTenant(sol.id(), unit -> {
                    try (Statement statement = unit.connection().createStatement();
                            ResultSet row = statement.executeQuery("select current_user || ' ' || current_schema")) {
                        row.next();
                        return row.getString(1);
                    }
                }))
                .isEqualTo("t_hotel_sol t_hotel_sol");
        assertThat(tenancy.identity.tenants.get(SOL).people()).singleElement().satisfies(ana -> assertThat(ana.roles())
                .containsExactly(Role.ADMIN));
        assertThat(tenancy.identity.enabled).doesNotContainEntry(SOL, false);
        assertThat(tenancy.identity.operators).extracting(op -> op.username()).containsExactly("op");
        assertThat(tenancy.registry.coalition().cardPrefix()).isEqualTo("555501");
    }

    @Test
    void applying_the_same_files_again_changes_nothing() throws SQLException {
        long entries = auditEntries();
        assertThat(apply()).extracting(Applied::change).containsExactly("unchanged", "unchanged");
        assertThat(auditEntries()).isEqualTo(entries);
    }

    @Test
    void a_new_file_provisions_and_leaves_the_others_alone() {
        TenancyFixture.write(folder, "tenants/cafe-luna.yaml", second("Café Luna", "luna"));
        assertThat(apply()).extracting(Applied::change).containsExactly("unchanged", "created", "unchanged");
        assertThat(tenancy.registry.all()).extracting(Tenant::name).containsExactly("Café Luna", "Hotel Sol");
    }

    @Test
    void an_outlet_that_left_the_file_is_closed_and_comes_back_with_its_number() {
        int bar = tenancy.registry.get(SOL).outlet("bar").orElseThrow().id();
        TenancyFixture.write(
                folder, "tenants/hotel-sol.yaml", TenancyFixture.HOTEL.replace("  - { code: bar, name: Bar }\n", ""));
        assertThat(apply()).extracting(Applied::change).containsExactly("unchanged", "changed");
        assertThat(tenancy.registry.get(SOL).outlet("bar")).isEmpty();
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", TenancyFixture.HOTEL);
        apply();
        assertThat(tenancy.registry.get(SOL).outlet("bar").orElseThrow().id()).isEqualTo(bar);
    }

    @Test
    void its_admins_and_the_coalition_s_people_can_be_written_to() {
        Staff staff = new StaffOfFiles(tenancy.transactions, new TenantRecords(), new CoalitionRecord());

        assertThat(staff.of(tenancy.registry.get(SOL).id(), Role.ADMIN))
                .containsExactly(new Staff.Colleague("Ana Gil", "ana@example.com", Locale.ENGLISH));
        assertThat(staff.of(tenancy.registry.get(SOL).id(), Role.FRONT_DESK)).isEmpty();
        assertThat(staff.operators()).isNotEmpty();
    }

    @Test
    void an_outlet_says_what_its_desk_sells_and_no_longer_says_it() {
        TenancyFixture.write(
                folder,
                "tenants/hotel-sol.yaml",
                TenancyFixture.HOTEL.replace(
                        "name: Recepción }", "name: Recepción, category: room, categories: [room, spa] }"));
        apply();
        Tenant.Outlet desk = tenancy.registry.get(SOL).outlet("desk").orElseThrow();
        assertThat(desk.usualCategory()).contains("room");
        assertThat(desk.ownCategories()).contains(List.of("room", "spa"));
        assertThat(tenancy.registry.get(SOL).outlet("bar").orElseThrow().ownCategories())
                .isEmpty();

        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", TenancyFixture.HOTEL);
        apply();
        assertThat(tenancy.registry.get(SOL).outlet("desk").orElseThrow().usualCategory())
                .isEmpty();
    }

    @Test
    void an_outlet_that_asks_for_nothing_is_another_than_one_that_says_nothing() {
        TenancyFixture.write(
                folder,
                "tenants/hotel-sol.yaml",
                TenancyFixture.HOTEL.replace("name: Bar }", "name: Bar, categories: [] }"));
        apply();

        assertThat(tenancy.registry.get(SOL).outlet("bar").orElseThrow().ownCategories())
                .contains(List.of());
    }

    @Test
    void interrupted_before_its_people_exist_it_stays_out_and_the_next_apply_finishes_it() {
        TenancyFixture.write(folder, "tenants/cafe-luna.yaml", second("Café Luna", "luna"));
        tenancy.identity.failure = new IllegalStateException("Keycloak is away");
        assertThatThrownBy(this::apply).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.CONFIGURATION_INCOMPLETE);
            assertThat(refusal.details()).containsEntry("failures", "tenants/cafe-luna.yaml: people: Keycloak is away");
        });
        Tenant halfway = tenancy.registry.get(new TenantSlug("cafe-luna"));
        assertThat(halfway.state()).isEqualTo(Tenant.State.PROVISIONING);
        assertThatThrownBy(() -> tenancy.registry.active(halfway.id())).isInstanceOf(Refusal.class);
        tenancy.identity.failure = null;
        assertThat(apply()).extracting(Applied::change).containsExactly("unchanged", "created", "unchanged");
        assertThat(tenancy.registry.active(halfway.id()).name()).isEqualTo("Café Luna");
    }

    @Test
    void a_suspended_tenant_is_refused_until_it_is_resumed() {
        Tenant sol = tenancy.registry.get(SOL);
        tenancy.office.suspend(OPERATOR, SOL);
        assertThat(tenancy.identity.enabled).containsEntry(SOL, false);
        assertThatThrownBy(() -> tenancy.registry.active(sol.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.TENANT_SUSPENDED));
        tenancy.office.resume(OPERATOR, SOL);
        assertThat(tenancy.registry.active(sol.id()).slug()).isEqualTo(SOL);
    }

    @Test
    void what_is_added_to_a_suspended_tenant_signs_in_no_more_than_what_was_there() {
        tenancy.office.suspend(OPERATOR, SOL);
        tenancy.identity.enabled.clear();
        TenancyFixture.write(
                folder,
                "tenants/hotel-sol.yaml",
                TenancyFixture.HOTEL.replace("familyName: Gil,", "familyName: Gila,"));

        assertThat(apply()).extracting(Applied::change).contains("changed");

        assertThat(tenancy.identity.enabled).containsEntry(SOL, false);
    }

    @Test
    void only_an_explicit_command_with_its_name_twice_removes_it() throws SQLException {
        assertThatThrownBy(() -> tenancy.office.remove(OPERATOR, SOL, "hotel")).isInstanceOf(Refusal.class);
        tenancy.office.remove(OPERATOR, SOL, "hotel-sol");
        assertThat(tenancy.registry.all()).isEmpty();
        assertThat(tenancy.identity.tenants).isEmpty();
        assertThat(count("select count(*) from pg_roles where rolname in ('t_hotel_sol', 'c_hotel_sol')"))
                .isZero();
        assertThat(count("select count(*) from pg_namespace where nspname = 't_hotel_sol'"))
                .isZero();
    }

    @Test
    void a_removal_that_fails_halfway_leaves_everything() {
        tenancy.identity.failure = new IllegalStateException("Keycloak is away");
        assertThatThrownBy(() -> tenancy.office.remove(OPERATOR, SOL, "hotel-sol"))
                .hasMessage("Keycloak is away");
        Tenant sol = tenancy.registry.get(SOL);
        assertThat(tenancy.transactions.<Integer>asTenant(sol.id(), unit -> 1)).isEqualTo(1);
    }

    @Test
    void nobody_but_the_operator_may() {
        Caller admin = new Caller(
                "ana", "Ana", Optional.of(tenancy.registry.get(SOL).id()), Set.of(Role.ADMIN), Locale.ENGLISH);
        assertThatThrownBy(() -> tenancy.office.suspend(admin, SOL))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
    }

    private List<Applied> apply() {
        return tenancy.office.apply(OPERATOR, folder, step -> {});
    }

    private static String second(String name, String admin) {
        return TenancyFixture.HOTEL
                .replace("Hotel Sol", name)
                .replace("username: ana", "username: " + admin)
                .replace("ana@", admin + "@");
    }

    private long auditEntries() throws SQLException {
        return count("select count(*) from coalition.audit_entry");
    }

    private long count(String query) throws SQLException {
        try (var connection = TenancyFixture.DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
