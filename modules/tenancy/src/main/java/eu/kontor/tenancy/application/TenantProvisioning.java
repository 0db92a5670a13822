package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.ConfigurationSection.AppliedBy;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.configuration.ConfigurationCheck;
import eu.kontor.tenancy.application.configuration.FileSections;
import eu.kontor.tenancy.application.identity.IdentityProvisioning;
import eu.kontor.tenancy.application.identity.Person;
import eu.kontor.tenancy.application.identity.TenantMachine;
import eu.kontor.tenancy.persistence.TenantSchemas;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one tenant into being, or up to date, in steps that can all be repeated: its number, the sections of the registry, schema and
 * roles with their migrations, the contexts' sections, identity. Only what changed since the last file acts. Whatever interrupts it,
 * applying the file again goes on.
 */
@Service
public class TenantProvisioning {

    /** What is no section of the file but must be there before the contexts' sections. */
    private static final String SCHEMA = "schema";

    private final Transactions transactions;
    private final RegistryChanges changes;
    private final TenantRegistry registry;
    private final TenantDatabases databases;
    private final ConfigurationCheck configuration;
    private final IdentityProvisioning identity;

    @Inject
    public TenantProvisioning(
            Transactions transactions,
            RegistryChanges changes,
            TenantRegistry registry,
            TenantDatabases databases,
            ConfigurationCheck configuration,
            IdentityProvisioning identity) {
        this.transactions = transactions;
        this.changes = changes;
        this.registry = registry;
        this.databases = databases;
        this.configuration = configuration;
        this.identity = identity;
    }

    /** @param isNew whether its schema may be missing */
    void apply(
            TenantSlug slug,
            JsonNode file,
            boolean isNew,
            Optional<String> samplePassword,
            Consumer<String> progress,
            SectionRun run) {
        Map<String, JsonNode> sections = FileSections.ofTenant(file, configuration.sections());
        run.section(FileSections.BRAND, sections.get(FileSections.BRAND), digest -> {
            progress.accept(slug + ": " + FileSections.BRAND);
            changes.describeBrand(registry.get(slug), sections.get(FileSections.BRAND), digest);
        });
        run.section(FileSections.OUTLETS, sections.get(FileSections.OUTLETS), digest -> {
            progress.accept(slug + ": " + FileSections.OUTLETS);
            changes.describeOutlets(registry.get(slug), sections.get(FileSections.OUTLETS), digest);
        });
        if (run.step(SCHEMA, () -> lacksSchema(registry.get(slug), isNew), () -> createSchema(slug, progress))) {
            for (ConfigurationSection section : configuration.sections()) {
                if (sections.containsKey(section.key())) {
                    run.section(section.key(), sections.get(section.key()), digest -> {
                        progress.accept(slug + ": " + section.key());
                        run.note(apply(registry.get(slug), section, sections.get(section.key()), digest));
                    });
                }
            }
        }
        run.section(
                FileSections.PEOPLE, sections.get(FileSections.PEOPLE), () -> identity.isProvisioned(slug), digest -> {
                    progress.accept(slug + ": people and machines");
                    provisionIdentity(registry.get(slug), sections.get(FileSections.PEOPLE), samplePassword);
                    changes.remember(Optional.of(registry.get(slug).id()), FileSections.PEOPLE, digest);
                });
    }

    private boolean lacksSchema(Tenant tenant, boolean isNew) {
        return isNew || !databases.schemas().isCurrent(tenant.id());
    }

    private void createSchema(TenantSlug slug, Consumer<String> progress) {
        progress.accept(slug + ": schema and roles");
        TenantSchemas schemas = databases.owned();
        schemas.create(slug);
        schemas.migrate(registry.get(slug).id(), slug);
        registry.lookAtSchemas();
    }

    /**
     * The operator's work and its record are one transaction. The tenant's role may not write the record, so that it follows: what fails
     * between the two is applied again, which changes nothing.
     */
    private List<Phrase> apply(Tenant tenant, ConfigurationSection section, JsonNode content, byte[] digest) {
        if (section.appliedBy() == AppliedBy.OPERATOR) {
            List<Phrase> notes = new ArrayList<>();
            changes.applyAndRemember(
                    tenant, section.key(), digest, unit -> notes.addAll(section.applyAndTell(tenant, content, unit)));
            return notes;
        }
        List<Phrase> notes = transactions.asTenant(tenant.id(), unit -> section.applyAndTell(tenant, content, unit));
        changes.remember(Optional.of(tenant.id()), section.key(), digest);
        return notes;
    }

    private void provisionIdentity(Tenant tenant, JsonNode people, Optional<String> samplePassword) {
        identity.provision(new IdentityProvisioning.TenantIdentity(
                tenant.id(),
                tenant.slug(),
                people.path("name").asText(),
                Person.ofTenant(people.path(FileSections.PEOPLE)),
                people.has(FileSections.MACHINES)
                        ? TenantMachine.of(people.path(FileSections.MACHINES))
                        : TenantMachine.Park.WHOLE_ACCOUNT,
                samplePassword));
        if (tenant.state() == Tenant.State.SUSPENDED) {
            // A machine that was added gets no token either until the brand is resumed. A new brand is not active yet,
            // and nobody resumes it.
            identity.setEnabled(tenant.slug(), false);
        }
    }

    boolean isProvisioned(TenantSlug slug) {
        return identity.isProvisioned(slug);
    }

    boolean areOperators(JsonNode people) {
        return identity.areOperators(Person.ofOperator(people));
    }

    void provisionOperators(JsonNode people, Optional<String> samplePassword) {
        identity.provisionOperators(Person.ofOperator(people), samplePassword);
    }

    void setEnabled(TenantSlug slug, boolean enabled) {
        identity.setEnabled(slug, enabled);
    }

    void undo(TenantSlug slug) {
        databases.owned().remove(slug, () -> identity.remove(slug));
    }
}
