package eu.kontor.trust.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** What a round finds among what was posted since the one before. */
public final class RoundRows {

    /** Of each kind in a round: more of them are a flood, of which people need the first only. */
    private static final int MOST_FOUND = 500;

    private RoundRows() {}

    /** @param untilXid up to which was looked, and {@code horizon} up to which can be looked now */
    public record Range(long untilXid, long horizon) {}

    /** @param how it is known whose card it is */
    public record StaffCard(
            TenantId tenantId,
            String subject,
            MemberId memberId,
            long postingId,
            Points points,
            String outlet,
            String how,
            boolean isOwn) {}

    public record Correction(
            TenantId tenantId, String subject, MemberId memberId, long postingId, Points points, String localTime) {}

    public record TwoPlaces(
            MemberId memberId,
            long postingId,
            long otherPosting,
            TenantId tenantId,
            TenantId otherTenant,
            String place,
            String otherPlace,
            int minutes) {}

    public record RoundAmounts(
            String subject,
            String client,
            String till,
            String role,
            LocalDate businessDate,
            String currency,
            long purchases,
            long roundOnes,
            BigDecimal sumOfRoundOnes) {}

    public static Range begin(UnitOfWork unit, String name, Instant now) {
        return query(unit, "begin")
                .bind("name", name)
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .mapTo(Range.class)
                .one();
    }

    public static void end(UnitOfWork unit, String name, long until) {
        unit.jdbi()
                .createUpdate(SqlFile.read("trust/round/end"))
                .bind("name", name)
                .bind("until", until)
                .execute();
    }

    public static List<StaffCard> staffCards(UnitOfWork unit, Range range) {
        return ranged(unit, "staff_cards", range).mapTo(StaffCard.class).list();
    }

    /** @param opens hours of the brand's clock, from and until which a house may be open */
    public static List<Correction> correctionsAfterHours(UnitOfWork unit, Range range, int opens, int closes) {
        return ranged(unit, "corrections_after_hours", range)
                .bind("opens", opens)
                .bind("closes", closes)
                .mapTo(Correction.class)
                .list();
    }

    public static List<TwoPlaces> twoPlaces(UnitOfWork unit, Range range, int minutesInABrand, int minutesAmongBrands) {
        return ranged(unit, "two_places", range)
                .bind("minutesInABrand", minutesInABrand)
                .bind("minutesAmongBrands", minutesAmongBrands)
                .mapTo(TwoPlaces.class)
                .list();
    }

    /** Under the brand's role. */
    public static List<RoundAmounts> roundAmounts(UnitOfWork unit, LocalDate from, int purchases, BigDecimal share) {
        return query(unit, "round_amounts")
                .bind("from", from)
                .bind("purchases", purchases)
                .bind("share", share)
                .bind("most", MOST_FOUND)
                .mapTo(RoundAmounts.class)
                .list();
    }

    private static Query ranged(UnitOfWork unit, String name, Range range) {
        return query(unit, name)
                .bind("from", range.untilXid())
                .bind("until", range.horizon())
                .bind("most", MOST_FOUND);
    }

    private static Query query(UnitOfWork unit, String name) {
        return unit.jdbi().createQuery(SqlFile.read("trust/round/" + name));
    }
}
