package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads transfers. A tenant's caller sees the transfers of its tenant, enforced by row-level security. */
public interface Transfers {

    /** A desk rings up what a guest forgot some days ago; {@link #movedBy} would read more of them for everybody. */
    int DAYS_TOLD_LATE = 7;

    /** Newest first. */
    Page<TransferRow> ofMember(Caller caller, MemberId member, Optional<String> cursor, int limit);

    /** The transfers of one tenant in one window, in the order of business date and number. */
    Page<TransferRow> ofWindow(
            Caller caller,
            TenantId tenant,
            YearMonth window,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit);

    /** Those that belong to some postings, in the same order; at most {@link Page#MAX_ROWS}. */
    List<TransferRow> ofPostings(Caller caller, TenantId tenant, YearMonth window, Collection<PostingId> postings);

    /** All of them as a stream in constant memory, for downloads. */
    void streamWindow(Caller caller, TenantId tenant, YearMonth window, Consumer<TransferRow> sink);

    /** What a member earned and redeemed at all other tenants together: no tenant is named. */
    Elsewhere elsewhere(Caller caller, MemberId member);

    /**
     * What one purchase earned by which rule from whom; a tenant's caller sees the parts that it pays for.
     *
     * @return empty for a purchase of one part that its own tenant pays for: the purchase tells the rule
     */
    List<AwardPart> award(Caller caller, PostingId purchase);

    /**
     * Who asked for a posting: a purchase, one that earned nothing too, an authorization, a capture, a return.
     *
     * @return nobody for one that the caller may not see
     */
    PostedBy postedBy(Caller caller, PostingId posting);

    /**
     * How many points a person moved by their own hand at the caller's tenant since a moment, files left out: of what was told for the last
     * {@link #DAYS_TOLD_LATE} days.
     *
     * @param subject of whoever caused it
     */
    Points movedBy(Caller caller, String subject, TransferKind kind, Instant since);

    /** Sums per month and kind, oldest first; a tenant's caller gets its own, the operator everyone's. */
    List<MonthlySum> monthly(Caller caller, YearMonth from, YearMonth to);

    /** Distinct members with a transfer in these months; a tenant's caller: at that tenant. */
    long activeMembers(Caller caller, YearMonth from, YearMonth to);

    /**
     * @param purchase the posting it belongs to
     * @param window where it settles; a late transfer keeps its own business date
     * @param by who caused it
     */
    record TransferRow(
            long number,
            PostingId purchase,
            MemberId member,
            TenantId tenant,
            int outlet,
            TransferKind kind,
            Points points,
            Pocket pocket,
            LocalDate businessDate,
            Instant postedAt,
            YearMonth window,
            int programVersion,
            PostedBy by) {

        /** One of before names were kept. */
        public TransferRow(
                long number,
                PostingId purchase,
                MemberId member,
                TenantId tenant,
                int outlet,
                TransferKind kind,
                Points points,
                Pocket pocket,
                LocalDate businessDate,
                Instant postedAt,
                YearMonth window,
                int programVersion) {
            this(
                    number,
                    purchase,
                    member,
                    tenant,
                    outlet,
                    kind,
                    points,
                    pocket,
                    businessDate,
                    postedAt,
                    window,
                    programVersion,
                    PostedBy.NOBODY_KNOWN);
        }

        public boolean isLate() {
            return kind.isLate(YearMonth.from(businessDate), window);
        }
    }

    record Elsewhere(Points earned, Points redeemed, int tenants) {}

    record MonthlySum(YearMonth window, TenantId tenant, TransferKind kind, Points points, long transfers) {}
}
