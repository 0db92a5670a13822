package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import eu.kontor.tenancy.application.identity.IdentityProvisioning;
import eu.kontor.tenancy.application.identity.Person;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.persistence.TenantSchemas;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one tenant into being, or up to date, in steps that can all be repeated: registry, schema and roles, migrations, the contexts'
 * sections, identity. Whatever interrupts it, applying the file again goes on; the tenant becomes active with the last step.
 */
@Service
public class TenantProvisioning {

    private final Transactions transactions;
    private final TenantRecords records;
    private final TenantDatabases databases;
    private final ConfigurationCheck configuration;
    private final IdentityProvisioning identity;

    @Inject
    public TenantProvisioning(
            Transactions transactions,
            TenantRecords records,
            TenantDatabases databases,
            ConfigurationCheck configuration,
            IdentityProvisioning identity) {
        this.transactions = transactions;
        this.records = records;
        this.databases = databases;
        this.configuration = configuration;
        this.identity = identity;
    }

    /** Everything but the last word, which {@link #conclude} has. */
    void prepare(TenantSlug slug, JsonNode file, TenantRegistry registry, Consumer<String> progress) {
        transactions.asOperator(unit -> {
            records.register(unit, slug);
            records.describe(unit, slug, file);
            return slug;
        });
        registry.reload();
        Tenant tenant = registry.get(slug);
        TenantSchemas schemas = databases.schemas();
        progress.accept(slug + ": schema and roles");
        schemas.create(slug);
        schemas.migrate(tenant.id(), slug);
        for (ConfigurationSection section : configuration.sections()) {
            if (file.has(section.key())) {
                progress.accept(slug + ": " + section.key());
                transactions.asTenant(tenant.id(), unit -> {
                    section.apply(tenant, file.path(section.key()), unit);
                    return slug;
                });
            }
        }
    }

    void provisionIdentity(Tenant tenant, JsonNode file, Optional<String> samplePassword, Consumer<String> progress) {
        progress.accept(tenant.slug() + ": people and service account");
        identity.provision(new IdentityProvisioning.TenantIdentity(
                tenant.id(), tenant.slug(), tenant.name(), Person.ofTenant(file.path("people")), samplePassword));
    }

    void provisionOperators(JsonNode coalitionFile, Optional<String> samplePassword) {
        identity.provisionOperators(Person.ofOperator(coalitionFile.path("people")), samplePassword);
    }

    void setEnabled(TenantSlug slug, boolean enabled) {
        identity.setEnabled(slug, enabled);
    }

    /** Whether everything of the file that was applied is still there. */
    boolean isComplete(Tenant tenant) {
        return databases.schemas().isCurrent(tenant.id()) && identity.isProvisioned(tenant.slug());
    }

    void undo(TenantSlug slug) {
        databases.schemas().remove(slug, () -> identity.remove(slug));
    }
}
