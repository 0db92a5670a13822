package eu.kontor.membership.persistence;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Members in the order of something else than their names. */
public final class MemberListing {

    private static final String ENROLLED = SqlFile.read("membership/enrolled_lately");
    private static final String JOINED = SqlFile.read("membership/members_lately");
    private static final String BLOCKED = SqlFile.read("membership/blocked_cards");

    private MemberListing() {}

    public record Joined(MemberId memberId, LocalDate day) {}

    public record Blocked(MemberId memberId, CardNumber cardNumber, Instant blockedAt) {}

    /**
     * @param ofTenant true under a tenant's role, false under the operator's
     * @param before where the page begins: after this one
     */
    public static List<Joined> joined(UnitOfWork unit, boolean ofTenant, LocalDate since, Joined before, int limit) {
        return unit.jdbi()
                .createQuery(ofTenant ? ENROLLED : JOINED)
                .bind("since", since)
                .bind("day", before.day())
                .bind("member", before.memberId().value())
                .bind("limit", limit)
                .mapTo(Joined.class)
                .list();
    }

    /** @param card of the last one of the page before, blocked {@code at} */
    public static List<Blocked> blocked(UnitOfWork unit, Instant at, String card, int limit) {
        return unit.jdbi()
                .createQuery(BLOCKED)
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .bind("card", card)
                .bind("limit", limit)
                .mapTo(Blocked.class)
                .list();
    }
}
