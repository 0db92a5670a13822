package eu.kontor.tenancy.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import eu.kontor.tenancy.application.identity.IdentityProvisioning;
import eu.kontor.tenancy.application.identity.Person;
import eu.kontor.tenancy.persistence.AppliedSections;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.HibernateOnConnection;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Tenancy as the server wires it, over an empty database, with an identity provider that only remembers. All of them share one server: a
 * test that applied something empties it again with {@link #empty}.
 */
public final class TenancyFixture {

    public static final Caller OPERATOR = Caller.system("test");

    public static final String COALITION =
            """
            name: Alianza
            pointsName: { en: points, es: puntos, zh: 积分 }
            zone: Europe/Madrid
            cardPrefix: "555501"
            firstWindow: "2026-01"
            currency: EUR
            valuePerPoint: 0.01
            sample: true
            samplePassword: only-for-tests-1
            people:
              - { username: op, givenName: Olga, familyName: Pérez, email: op@example.com }
            """;

    public static final String HOTEL =
            """
            name: Hotel Sol
            accentColour: "#0b6477"
            currencies: [EUR]
            zone: Europe/Madrid
            language: es
            outlets:
              - { code: desk, name: Recepción }
              - { code: bar, name: Bar }
            people:
              - { username: ana, givenName: Ana, familyName: Gil, email: ana@example.com, roles: [admin] }
            program:
              validFrom: "2026-01-01"
              pointsPerUnit: { EUR: 1.50 }
              rounding: down
              expiryMonths: 12
              valuePerPoint: { EUR: 0.01 }
              minimumRedemption: 100
            contract:
              currency: EUR
              terms:
                - { validFrom: 2026-01-01, pricePerPointIssued: 0.01, valuePerPointRedeemed: 0.009 }
            """;

    public static final KontorDatabase DATABASE = KontorDatabase.fresh();

    public final RememberedIdentity identity = new RememberedIdentity();
    public final TenantRegistry registry;
    public final TenantOffice office;
    public final Transactions transactions;

    TenancyFixture(ConfigurationSection... sections) {
        this(List.of(), transactions -> List.of(sections));
    }

    /** @param sections of other contexts, over these transactions and with these entities */
    public TenancyFixture(List<Class<?>> entities, Function<Transactions, List<ConfigurationSection>> sections) {
        Clock clock = Clock.systemUTC();
        TenantRecords records = new TenantRecords();
        CoalitionRecord coalition = new CoalitionRecord();
        TenantRegistry[] late = new TenantRegistry[1];
        DataSource pool = DATABASE.applicationPool(2);
        transactions = new RoleTransactions(
                pool, pool, DATABASE.logins(), tenant -> late[0].of(tenant), () -> new HibernateOnConnection(entities));
        registry = new TenantRegistry(transactions, records, coalition, new TenantReadiness(transactions, records));
        late[0] = registry;
        ConfigurationCheck configuration = new ConfigurationCheck(sections.apply(transactions));
        RegistryChanges changes = new RegistryChanges(
                transactions, records, coalition, new AppliedSections(clock), registry, new AuditTrail(clock));
        TenantProvisioning provisioning = new TenantProvisioning(
                transactions,
                changes,
                registry,
                new TenantDatabases(DATABASE::owner, true, DATABASE.logins(), clock),
                configuration,
                identity);
        office = new TenantOffice(
                changes,
                registry,
                provisioning,
                configuration,
                new ConfigurationPlan(transactions, changes, provisioning, configuration),
                clock);
    }

    public static void write(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes every tenant and the coalition; the audit trail stays, as it must. */
    public void empty() {
        identity.failure = null;
        registry.reload();
        registry.all()
                .forEach(tenant ->
                        office.remove(OPERATOR, tenant.slug(), tenant.slug().value()));
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from coalition.applied_section");
            statement.execute("delete from coalition.coalition");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        registry.reload();
    }

    public static final class RememberedIdentity implements IdentityProvisioning {
        final Map<TenantSlug, TenantIdentity> tenants = new TreeMap<>();
        final Map<TenantSlug, Boolean> enabled = new HashMap<>();
        /** The last call's; a test that asks whether there was another one empties it. */
        final List<Person> operators = new ArrayList<>();

        List<Person> haveTheRole = List.of();
        RuntimeException failure;

        @Override
        public boolean isProvisioned(TenantSlug slug) {
            return tenants.containsKey(slug);
        }

        @Override
        public void provision(TenantIdentity tenant) {
            if (failure != null) {
                throw failure;
            }
            tenants.put(tenant.slug(), tenant);
        }

        @Override
        public boolean areOperators(List<Person> people) {
            return people.equals(haveTheRole);
        }

        @Override
        public void provisionOperators(List<Person> people, Optional<String> samplePassword) {
            operators.clear();
            operators.addAll(people);
            haveTheRole = List.copyOf(people);
        }

        @Override
        public void setEnabled(TenantSlug slug, boolean isEnabled) {
            enabled.put(slug, isEnabled);
        }

        @Override
        public void remove(TenantSlug slug) {
            if (failure != null) {
                throw failure;
            }
            tenants.remove(slug);
        }
    }
}
