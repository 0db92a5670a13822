package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Past.ActivityAsOf;
import eu.kontor.ledger.api.Past.PocketAsOf;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What was kept before a moment, and what was posted from then up to it. */
public final class PastRows {

    private static final String LAST_POSTING = SqlFile.read("ledger/past/last_posting");
    private static final String POCKETS = SqlFile.read("ledger/past/pockets");
    private static final String SNAPSHOT = SqlFile.read("ledger/past/snapshot");
    private static final String LAST_ACTIVITY = SqlFile.read("ledger/past/last_activity");
    private static final String DEBT = SqlFile.read("ledger/past/debt");
    private static final String POSITIONS = SqlFile.read("ledger/past/positions");

    private final Handle jdbi;

    public PastRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record PocketRow(int pocket, Points available, Points held) {}

    /**
     * The number of the member's last posting that began by then; 0 if there was none. A member's postings are numbered
     * under the member's lock, so everything up to that number is a state the member was really in.
     */
    public long lastPosting(MemberId member, Instant moment) {
        return jdbi.createQuery(LAST_POSTING)
                .bind("member", member)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
    }

    /** The number of the latest posting up to that one whose state is kept; 0 if there is none. */
    public long snapshot(MemberId member, long posting) {
        return jdbi.createQuery(SNAPSHOT)
                .bind("member", member)
                .bind("posting", posting)
                .mapTo(Long.class)
                .one();
    }

    /** @param snapshot as {@link #snapshot} */
    public List<PocketAsOf> pockets(MemberId member, long snapshot, long posting) {
        return between(POCKETS, member, snapshot, posting)
                .mapTo(PocketRow.class)
                .map(row -> new PocketAsOf(new Pocket(row.pocket()), row.available(), row.held()))
                .list();
    }

    /** @param snapshot as {@link #snapshot} */
    public Points debt(MemberId member, long snapshot, long posting) {
        return between(DEBT, member, snapshot, posting).mapTo(Points.class).one();
    }

    private Query between(String sql, MemberId member, long snapshot, long posting) {
        return jdbi.createQuery(sql)
                .bind("member", member)
                .bind("snapshot", snapshot)
                .bind("posting", posting);
    }

    /** As the latest snapshot by then knew it; empty before the first. */
    public Optional<ActivityAsOf> lastActivity(MemberId member, Instant moment) {
        return jdbi.createQuery(LAST_ACTIVITY)
                .bind("member", member)
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .mapTo(ActivityAsOf.class)
                .findOne();
    }

    /** Of one tenant, or of all. */
    public List<Position> positions(YearMonth window, Optional<TenantId> tenant, Instant moment) {
        return PositionRow.read(
                jdbi.createQuery(POSITIONS).bind("moment", moment.atOffset(ZoneOffset.UTC)), window, tenant);
    }
}
