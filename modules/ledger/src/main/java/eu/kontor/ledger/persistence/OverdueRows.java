package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Holds by their time: those that nobody captured, and those of a moment ago. */
public final class OverdueRows {

    private static final String OVERDUE_MEMBERS = SqlFile.read("ledger/holds/overdue_members");
    private static final String SINCE = SqlFile.read("ledger/holds/since");
    private static final String MEMBERS_WITH_HOLDS = SqlFile.read("ledger/holds/members_with_holds");

    private final Handle jdbi;

    public OverdueRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** A member with holds, and whether one of them is to be released. */
    public record Holder(long memberId, boolean overdue) {}

    /** Members with holds to release whose time ended after {@code since}, after a member, in their order. */
    public List<Long> members(long after, Instant since, Instant now, int limit) {
        return jdbi.createQuery(OVERDUE_MEMBERS)
                .bind("after", after)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", limit)
                .mapTo(Long.class)
                .list();
    }

    private record NumberedRow(MemberId memberId, long number) {}

    /** Holds that were made or ended since then. */
    public Set<PostingId> redemptionsSince(TenantId tenant, List<Long> members, Instant since) {
        return jdbi
                .createQuery(SINCE)
                .bindArray("members", Long.class, members)
                .bind("tenant", tenant)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(NumberedRow.class)
                .stream()
                .map(row -> new PostingId(row.memberId(), row.number()))
                .collect(Collectors.toSet());
    }

    /** All members with holds, after a member, in their order. */
    public List<Holder> holders(long after, Instant now, int limit) {
        return jdbi.createQuery(MEMBERS_WITH_HOLDS)
                .bind("after", after)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", limit)
                .mapTo(Holder.class)
                .list();
    }
}
