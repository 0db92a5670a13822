package eu.kontor.ledger.persistence;

import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Holds that nobody captured in time. */
public final class OverdueRows {

    private static final String OVERDUE_MEMBERS = SqlFile.read("ledger/holds/overdue_members");

    private final Handle jdbi;

    public OverdueRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** Members with holds to release, after a member, in their order. */
    public List<Long> members(long after, Instant now, int limit) {
        return jdbi.createQuery(OVERDUE_MEMBERS)
                .bind("after", after)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", limit)
                .mapTo(Long.class)
                .list();
    }
}
