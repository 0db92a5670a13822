package eu.kontor.portal.trust;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Trail;
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The audit trail as a person reads it. */
@Service
public class TrailPresenter {

    private final Trail trail;
    private final Tenants tenants;

    @Inject
    public TrailPresenter(Trail trail, Tenants tenants) {
        this.trail = trail;
        this.tenants = tenants;
    }

    Page<Entry> page(Caller caller, Wanted wanted, Optional<String> cursor, int limit) {
        return trail.entries(caller, wanted, cursor, limit);
    }

    List<String> actions(Caller caller) {
        return trail.actions(caller);
    }

    void writeCsv(Caller caller, Wanted wanted, OutputStream out) throws IOException {
        trail.writeCsv(caller, wanted, out);
    }

    /** Entries outlive their brand. */
    Optional<String> brand(TenantId tenant) {
        return tenants.all().stream()
                .filter(known -> known.id().equals(tenant))
                .map(Tenant::name)
                .findFirst();
    }
}
