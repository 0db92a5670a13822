package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.application.configuration.FileSections;
import eu.kontor.tenancy.persistence.AppliedSections;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the registry, one transaction per change; this node's memory hears of it after the commit, the other nodes by the revision. */
@Service
public class RegistryChanges {

    private final Transactions transactions;
    private final TenantRecords tenants;
    private final CoalitionRecord coalition;
    private final AppliedSections sections;
    private final TenantRegistry registry;
    private final Audit audit;

    @Inject
    public RegistryChanges(
            Transactions transactions,
            TenantRecords tenants,
            CoalitionRecord coalition,
            AppliedSections sections,
            TenantRegistry registry,
            Audit audit) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.coalition = coalition;
        this.sections = sections;
        this.registry = registry;
        this.audit = audit;
    }

    List<TenantRecord> tenants() {
        return transactions.asOperator(tenants::all);
    }

    /** @return the coalition's file in force; an empty object before the first */
    JsonNode coalitionInForce() {
        return transactions
                .asOperator(coalition::read)
                .map(CoalitionRecord.Stored::configuration)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /**
     * What was last applied of each section. A database of the time before sections were recorded knows the whole file that was applied
     * last, and begins with its sections.
     *
     * @param lastFile the sections of that file; none when none was ever applied
     */
    Map<String, byte[]> lastApplied(Optional<TenantId> tenant, Map<String, byte[]> lastFile) {
        return transactions.asOperator(unit -> {
            Map<String, byte[]> known = sections.of(unit, tenant);
            if (!known.isEmpty()) {
                return known;
            }
            for (Map.Entry<String, byte[]> section : lastFile.entrySet()) {
                sections.remember(unit, tenant, section.getKey(), section.getValue());
            }
            return lastFile;
        });
    }

    /** What was last applied of each section, as far as it was recorded. */
    Map<String, byte[]> knownSections(Optional<TenantId> tenant) {
        return transactions.asOperator(unit -> sections.of(unit, tenant));
    }

    /** A section whose work is done elsewhere: in the tenant's own transaction, or with the identity provider. */
    void remember(Optional<TenantId> tenant, String section, byte[] digest) {
        change(unit -> sections.remember(unit, tenant, section, digest));
    }

    /** A section whose work is the operator's, done and recorded in one transaction. */
    void applyAndRemember(Tenant tenant, String section, byte[] digest, Change work) {
        change(unit -> {
            work.make(unit);
            sections.remember(unit, Optional.of(tenant.id()), section, digest);
        });
    }

    void describeCoalition(JsonNode file, byte[] digest) {
        change(unit -> {
            coalition.write(unit, file);
            sections.remember(unit, Optional.empty(), FileSections.SCHEME, digest);
            tell(unit);
        });
    }

    /** @param isComplete whether everything of the file is applied now */
    void concludeCoalition(Caller caller, JsonNode file, boolean isComplete, List<String> applied) {
        change(unit -> {
            if (isComplete) {
                coalition.conclude(unit, file);
            }
            audit.record(unit, caller, "configure-coalition", file.path("name").asText(), details(applied));
        });
    }

    /** Gives the tenant its number, if it has none yet. */
    void register(TenantSlug slug) {
        change(unit -> {
            tenants.register(unit, slug);
            tell(unit);
        });
    }

    void describeBrand(Tenant tenant, JsonNode brand, byte[] digest) {
        applyAndRemember(tenant, FileSections.BRAND, digest, unit -> {
            tenants.describeBrand(unit, tenant.slug(), brand);
            tell(unit);
        });
    }

    void describeOutlets(Tenant tenant, JsonNode outlets, byte[] digest) {
        applyAndRemember(tenant, FileSections.OUTLETS, digest, unit -> {
            tenants.describeOutlets(unit, tenant.slug(), outlets);
            tell(unit);
        });
    }

    /**
     * @param isComplete whether everything of the file is applied now; then a new tenant becomes active
     * @param action {@code provision-tenant} or {@code configure-tenant}
     */
    void conclude(
            Caller caller, TenantSlug slug, JsonNode file, boolean isComplete, String action, List<String> applied) {
        change(unit -> {
            if (isComplete) {
                tenants.conclude(unit, slug, file);
                tell(unit);
            }
            audit.record(unit, caller, action, "tenant " + slug, details(applied));
        });
    }

    void setState(Caller caller, TenantSlug slug, Tenant.State state, String action) {
        change(unit -> {
            tenants.setState(unit, slug, state);
            tell(unit);
            audit.record(unit, caller, action, "tenant " + slug, Map.of());
        });
    }

    void removed(Caller caller, TenantSlug slug) {
        change(unit -> {
            tell(unit);
            audit.record(unit, caller, "remove-tenant", "tenant " + slug, Map.of());
        });
    }

    private void tell(UnitOfWork unit) throws SQLException {
        coalition.tellOtherNodes(unit);
        unit.afterCommit(registry::reload);
    }

    private static Map<String, String> details(List<String> applied) {
        return Map.of("sections", String.join(", ", applied));
    }

    private void change(Change change) {
        transactions.asOperator(unit -> {
            change.make(unit);
            return null;
        });
    }

    /** Something to write in the operator's transaction. */
    @FunctionalInterface
    interface Change {
        void make(UnitOfWork unit) throws SQLException;
    }
}
