package eu.kontor.feeds.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rows of {@code coalition.feed_held}. Names the tenant, because batches are written under the poster's role. */
public final class HeldRows {

    /**
     * @param kind as the table calls it
     * @param version what is the same when the line comes again
     * @param line as JSON
     * @param raw the line as it stands in the file
     * @param standing what it would take back
     */
    public record NewHeld(
            long feedId,
            long lineNumber,
            String kind,
            String outlet,
            LocalDate businessDate,
            String reference,
            String version,
            String line,
            String raw,
            String standing) {}

    public record HeldRow(
            long heldId,
            long feedId,
            String fileName,
            long lineNumber,
            String kind,
            String outlet,
            LocalDate businessDate,
            String reference,
            String line,
            String raw,
            String standing,
            Instant heldAt) {}

    /**
     * Keeps a line, in place of what an earlier file said of the same ticket.
     *
     * @return false when it was decided before, or an earlier file said it: then it is known
     */
    public boolean hold(UnitOfWork unit, TenantId tenant, NewHeld held, Instant now) {
        String state = unit.jdbi()
                .createQuery(SqlFile.read("feeds/hold"))
                .bind("tenant", tenant)
                .bindMethods(held)
                .bind("now", now)
                .mapTo(String.class)
                .one();
        return state.equals("HELD");
    }

    public List<HeldRow> newestFirst(UnitOfWork unit, TenantId tenant, long before, int limit) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/held"))
                .bind("tenant", tenant)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(HeldRow.class)
                .list();
    }

    public long waiting(UnitOfWork unit, TenantId tenant) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/held_count"))
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .one();
    }

    /** Empty unless it waits. */
    public Optional<HeldRow> find(UnitOfWork unit, TenantId tenant, long heldId) {
        return unit.jdbi()
                .createQuery(SqlFile.read("feeds/find_held"))
                .bind("tenant", tenant)
                .bind("held", heldId)
                .mapTo(HeldRow.class)
                .findOne();
    }

    /** @return false when somebody else has decided meanwhile, or a later file has replaced it */
    public boolean decide(UnitOfWork unit, TenantId tenant, long heldId, String state, String by, Instant now) {
        return unit.jdbi()
                        .createUpdate(SqlFile.read("feeds/decide_held"))
                        .bind("tenant", tenant)
                        .bind("held", heldId)
                        .bind("state", state)
                        .bind("by", by)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
