package eu.kontor.feeds.application;

import eu.kontor.feeds.api.FeedDrafts;
import eu.kontor.feeds.persistence.FeedDraftRows;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Mappings that somebody made in the browser. */
@Service
public class DraftDesk implements FeedDrafts {

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final FeedDraftRows drafts = new FeedDraftRows();

    @Inject
    public DraftDesk(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Draft> list(Caller caller) {
        TenantId tenant = permitted(caller);
        return transactions.asTenant(tenant, unit -> drafts.newestFirst(unit, tenant));
    }

    @Override
    public Draft save(Caller caller, String mapping) {
        TenantId tenant = permitted(caller);
        String name = MappingCheck.of(mapping).name();
        Draft draft = new Draft(name, MappingSketch.yaml(MappingCheck.json(mapping)), caller.name(), clock.instant());
        return transactions.asTenant(tenant, unit -> {
            List<Draft> before = drafts.newestFirst(unit, tenant);
            boolean isNew = before.stream().noneMatch(each -> each.name().equals(name));
            if (isNew && before.size() >= MOST_DRAFTS) {
                throw new Refusal(RefusalCode.FEED_DRAFTS_TOO_MANY, "limit", MOST_DRAFTS);
            }
            drafts.put(unit, tenant, draft);
            audit.record(unit, caller, "save-import-layout", name, Map.of());
            return draft;
        });
    }

    @Override
    public void discard(Caller caller, String name) {
        TenantId tenant = permitted(caller);
        transactions.asTenant(tenant, unit -> {
            if (drafts.discard(unit, tenant, name)) {
                audit.record(unit, caller, "discard-import-layout", name, Map.of());
            }
            return null;
        });
    }

    private static TenantId permitted(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE);
        return caller.tenantOrRefuse();
    }
}
