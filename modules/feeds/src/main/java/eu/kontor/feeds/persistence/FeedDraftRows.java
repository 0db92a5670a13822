package eu.kontor.feeds.persistence;

import eu.kontor.feeds.api.FeedDrafts.Draft;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** The rows of {@code coalition.feed_draft}. */
public final class FeedDraftRows {

    public List<Draft> newestFirst(UnitOfWork unit, TenantId tenant) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/drafts"))
                .bind("tenant", tenant)
                .mapTo(Draft.class)
                .list();
    }

    public void put(UnitOfWork unit, TenantId tenant, Draft draft) {
        unit.jdbi()
                .createUpdate(SqlFile.read("feeds/put_draft"))
                .bind("tenant", tenant)
                .bindMethods(draft)
                .execute();
    }

    /** @return false when there is none */
    public boolean discard(UnitOfWork unit, TenantId tenant, String name) {
        return unit.jdbi()
                        .createUpdate(SqlFile.read("feeds/discard_draft"))
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .execute()
                == 1;
    }
}
