package eu.kontor.tenancy.application;

import static eu.kontor.tenancy.application.TenancyFixture.HOTEL;
import static eu.kontor.tenancy.application.TenancyFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration.Applied;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.application.identity.IdentityProvisioning.TenantIdentity;
import eu.kontor.tenancy.application.identity.Person;
import eu.kontor.tenancy.application.identity.TenantMachine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyAChangedSectionActsTest {

    private static final TenantSlug SOL = new TenantSlug("hotel-sol");
    private static final String WITH_FEEDS =
            HOTEL + "feeds:\n  - { name: sales, layout: purchases, files: \"*.csv\" }\n";

    @TempDir
    Path folder;

    private final RecordedSection program = new RecordedSection("program", ConfigurationSection.AppliedBy.TENANT);
    private final RecordedSection contract = new RecordedSection("contract", ConfigurationSection.AppliedBy.OPERATOR);
    private final RecordedSection feeds = new RecordedSection("feeds", ConfigurationSection.AppliedBy.TENANT);
    private final TenancyFixture tenancy = new TenancyFixture(program, contract, feeds);

    @BeforeEach
    void a_hotel_is_applied() {
        TenancyFixture.write(folder, "coalition.yaml", TenancyFixture.COALITION);
        assertThat(apply(WITH_FEEDS)).containsExactly("created", "created");
        assertThat(roles()).containsExactly("t_hotel_sol", "kontor_operator", "t_hotel_sol");
        forgetCalls();
    }

    @AfterEach
    void everything_is_removed() {
        tenancy.empty();
    }

    @Test
    void a_changed_outlet_leaves_every_other_section_alone() {
        tenancy.identity.tenants.clear();
        tenancy.identity.provision(sameIdentity());
        assertThat(apply(WITH_FEEDS.replace("name: Bar", "name: Terrace"))).containsExactly("unchanged", "changed");
        assertThat(roles()).isEmpty();
        assertThat(tenancy.registry.get(SOL).outlet("bar").orElseThrow().name()).isEqualTo("Terrace");
        assertThat(tenancy.identity.tenants.get(SOL).name()).isEqualTo("as it was");
    }

    @Test
    void only_the_section_that_changed_acts_and_the_audit_trail_names_it() throws SQLException {
        assertThat(apply(WITH_FEEDS.replace("pricePerPointIssued: 0.01", "pricePerPointIssued: 0.02")))
                .containsExactly("unchanged", "changed");
        assertThat(roles()).containsExactly("kontor_operator");
        assertThat(lastAuditEntry()).isEqualTo("configure-tenant contract");
    }

    @Test
    void numbers_and_names_that_are_only_written_otherwise_change_nothing() {
        assertThat(apply(WITH_FEEDS
                        .replace("EUR: 1.50", "EUR: 1.5")
                        .replace("{ code: bar, name: Bar }", "{ name: Bar, code: bar }")))
                .containsExactly("unchanged", "unchanged");
        assertThat(roles()).isEmpty();
    }

    @Test
    void a_section_that_left_the_file_stays_as_it_was_and_comes_back_without_acting() {
        assertThat(apply(HOTEL)).containsExactly("unchanged", "unchanged");
        assertThat(feeds.contents).hasSize(1);
        assertThat(apply(WITH_FEEDS)).containsExactly("unchanged", "unchanged");
        assertThat(feeds.calls).isEmpty();
    }

    @Test
    void a_section_that_fails_is_told_and_tried_again_while_the_others_are_kept() {
        contract.failure = new IllegalStateException("no such currency here");
        String changed = WITH_FEEDS
                .replace("name: Bar", "name: Terrace")
                .replace("pricePerPointIssued: 0.01", "pricePerPointIssued: 0.02")
                .replace("expiryMonths: 12", "expiryMonths: 18");
        assertThatThrownBy(() -> apply(changed))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.details())
                        .containsEntry("failures", "tenants/hotel-sol.yaml: contract: no such currency here"));
        assertThat(tenancy.registry.get(SOL).outlet("bar").orElseThrow().name()).isEqualTo("Terrace");
        assertThat(roles()).containsExactly("t_hotel_sol");

        contract.failure = null;
        forgetCalls();
        assertThat(apply(changed)).containsExactly("unchanged", "changed");
        assertThat(roles()).containsExactly("kontor_operator");
        forgetCalls();
        assertThat(apply(changed)).containsExactly("unchanged", "unchanged");
        assertThat(roles()).isEmpty();
    }

    @Test
    void the_coalitions_people_are_not_provisioned_again_for_another_name_of_the_points() {
        tenancy.identity.operators.clear();
        TenancyFixture.write(folder, "coalition.yaml", TenancyFixture.COALITION.replace("es: puntos", "es: soles"));
        assertThat(apply(WITH_FEEDS)).containsExactly("changed", "unchanged");
        assertThat(tenancy.identity.operators).isEmpty();
        assertThat(tenancy.registry.coalition().pointsName()).containsEntry("es", "soles");
    }

    @Test
    void who_has_the_operators_role_without_being_listed_loses_it_though_the_file_is_the_same() {
        tenancy.identity.haveTheRole =
                List.of(new Person("left", "Lena", "Fort", "left@example.com", "en", Set.of(Role.OPERATOR)));

        assertThat(apply(WITH_FEEDS)).containsExactly("changed", "unchanged");

        assertThat(tenancy.identity.haveTheRole).extracting(Person::username).containsExactly("op");
    }

    @Test
    void a_database_that_never_recorded_sections_begins_with_those_of_the_last_file() throws SQLException {
        execute("delete from coalition.applied_section");
        tenancy.identity.operators.clear();
        assertThat(apply(WITH_FEEDS)).containsExactly("unchanged", "unchanged");
        assertThat(roles()).isEmpty();
        assertThat(tenancy.identity.operators).isEmpty();

        execute("delete from coalition.applied_section");
        assertThat(apply(WITH_FEEDS.replace("expiryMonths: 12", "expiryMonths: 18")))
                .containsExactly("unchanged", "changed");
        assertThat(program.calls).hasSize(1);
        assertThat(contract.calls).isEmpty();
    }

    private TenantIdentity sameIdentity() {
        return new TenantIdentity(
                tenancy.registry.get(SOL).id(),
                SOL,
                "as it was",
                List.of(),
                TenantMachine.Park.WHOLE_ACCOUNT,
                Optional.empty());
    }

    private List<String> apply(String hotel) {
        TenancyFixture.write(folder, "tenants/hotel-sol.yaml", hotel);
        return tenancy.office.apply(OPERATOR, folder, step -> {}).stream()
                .map(Applied::change)
                .toList();
    }

    /** Under which roles the sections acted: program, contract, feeds. */
    private List<String> roles() {
        List<String> roles = new ArrayList<>();
        roles.addAll(program.calls);
        roles.addAll(contract.calls);
        roles.addAll(feeds.calls);
        return roles;
    }

    private void forgetCalls() {
        List.of(program, contract, feeds).forEach(section -> section.calls.clear());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TenancyFixture.DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String lastAuditEntry() throws SQLException {
        try (Connection connection = TenancyFixture.DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select action || ' ' || (details ->> 'sections')
                          from coalition.audit_entry
                         order by audit_entry_id desc
                         limit 1""")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Remembers under which role it was applied, and what. */
    private static final class RecordedSection implements ConfigurationSection {
        private final String key;
        private final AppliedBy appliedBy;
        private final List<String> calls = new ArrayList<>();
        private final List<JsonNode> contents = new ArrayList<>();
        private RuntimeException failure;

        private RecordedSection(String key, AppliedBy appliedBy) {
            this.key = key;
            this.appliedBy = appliedBy;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public AppliedBy appliedBy() {
            return appliedBy;
        }

        @Override
        public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
            return List.of();
        }

        @Override
        public String title(Locale language) {
            return key();
        }

        @Override
        public List<Difference> differences(JsonNode before, JsonNode section) {
            return List.of();
        }

        @Override
        public void apply(Tenant tenant, JsonNode section, UnitOfWork unit) {
            if (failure != null) {
                throw failure;
            }
            try (Statement statement = unit.connection().createStatement();
                    ResultSet row = statement.executeQuery("select current_user")) {
                row.next();
                calls.add(row.getString(1));
                contents.add(section);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
