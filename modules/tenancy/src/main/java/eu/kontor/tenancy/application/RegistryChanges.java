package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Last words about the registry: each is a transaction that also writes the audit entry and tells the other nodes. */
@Service
public class RegistryChanges {

    private final Transactions transactions;
    private final TenantRecords tenants;
    private final CoalitionRecord coalition;
    private final Audit audit;

    @Inject
    public RegistryChanges(Transactions transactions, TenantRecords tenants, CoalitionRecord coalition, Audit audit) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.coalition = coalition;
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

    void describeCoalition(Caller caller, JsonNode file) {
        transactions.asOperator(unit -> {
            coalition.write(unit, file);
            coalition.tellOtherNodes(unit);
            audit.record(unit, caller, "configure-coalition", file.path("name").asText(), Map.of());
            return file;
        });
    }

    /** @param action {@code provision-tenant} or {@code configure-tenant} */
    void conclude(Caller caller, TenantSlug slug, JsonNode file, String action) {
        transactions.asOperator(unit -> {
            tenants.conclude(unit, slug, file);
            coalition.tellOtherNodes(unit);
            audit.record(unit, caller, action, "tenant " + slug, Map.of());
            return slug;
        });
    }

    void setState(Caller caller, TenantSlug slug, Tenant.State state, String action) {
        transactions.asOperator(unit -> {
            tenants.setState(unit, slug, state);
            coalition.tellOtherNodes(unit);
            audit.record(unit, caller, action, "tenant " + slug, Map.of());
            return slug;
        });
    }

    void removed(Caller caller, TenantSlug slug) {
        transactions.asOperator(unit -> {
            coalition.tellOtherNodes(unit);
            audit.record(unit, caller, "remove-tenant", "tenant " + slug, Map.of());
            return slug;
        });
    }
}
