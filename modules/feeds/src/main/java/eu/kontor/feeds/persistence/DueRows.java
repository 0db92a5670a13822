package eu.kontor.feeds.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of {@code coalition.feed_due}. */
public final class DueRows {

    /** @param feedId of the file that came for it */
    public record DueRow(String name, Instant due, String state, Optional<Long> feedId) {

        private static final String BEGUN = "BEGUN";

        /** From then on it is expected, for the first time or again. */
        public static DueRow begun(String name, Instant at) {
            return new DueRow(name, at, BEGUN, Optional.empty());
        }

        public boolean isBegun() {
            return state.equals(BEGUN);
        }

        public boolean isMissing() {
            return state.equals("MISSING");
        }
    }

    public record Arrival(long feedId, String fileName, Instant receivedAt) {}

    /** Of one mapping since it began anew, and what is missing from before; the oldest first, as far back as anybody asks. */
    public List<DueRow> of(UnitOfWork unit, TenantId tenant, String name, Instant since) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/due"))
                .bind("tenant", tenant)
                .bind("name", name)
                .bind("since", since)
                .mapTo(DueRow.class)
                .list();
    }

    /** Files that no mapping has counted for a time at which one was due, the oldest first. */
    public List<Arrival> arrivals(UnitOfWork unit, TenantId tenant, Instant since) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/arrivals"))
                .bind("tenant", tenant)
                .bind("since", since)
                .mapTo(Arrival.class)
                .list();
    }

    /** One that is missing may have come meanwhile; what came stays, and what is missing when it begins anew. */
    public void put(UnitOfWork unit, TenantId tenant, DueRow row, Instant now) {
        unit.jdbi()
                .createUpdate(SqlFile.read("feeds/put_due"))
                .bind("tenant", tenant)
                .bind("name", row.name())
                .bind("due", row.due())
                .bind("state", row.state())
                .bind("feed", row.feedId().orElse(null))
                .bind("now", now)
                .execute();
    }

    public List<DueRow> missing(UnitOfWork unit, TenantId tenant) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/missing"))
                .bind("tenant", tenant)
                .mapTo(DueRow.class)
                .list();
    }

    public List<DueRow> untold(UnitOfWork unit, TenantId tenant, Instant since) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/missing_untold"))
                .bind("tenant", tenant)
                .bind("since", since)
                .mapTo(DueRow.class)
                .list();
    }

    public void told(UnitOfWork unit, TenantId tenant, String name, Instant due, Instant now) {
        unit.jdbi()
                .createUpdate(SqlFile.read("feeds/missing_told"))
                .bind("tenant", tenant)
                .bind("name", name)
                .bind("due", due)
                .bind("now", now)
                .execute();
    }

    /** @return false when it is not missing */
    public boolean setAside(UnitOfWork unit, TenantId tenant, String name, Instant due) {
        return unit.jdbi()
                        .createUpdate(SqlFile.read("feeds/set_aside"))
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .bind("due", due)
                        .execute()
                == 1;
    }
}
