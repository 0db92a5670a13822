package eu.kontor.portal.members;

import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.checkout.api.Visits;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.Elsewhere;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.portal.corrections.CorrectionsPresenter;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a member did at the caller's brand, and in totals elsewhere. */
@Service
public class ActivityPresenter {

    /** Purchases fetched beside one page of transfers: a page never shows more of them. */
    private static final int VISITS_BESIDE_A_PAGE = Page.MAX_ROWS;

    private final Transfers transfers;
    private final Visits visits;
    private final Programs programs;
    private final Tenants tenants;
    private final TillRecords records;
    private final Members members;
    private final CorrectionsPresenter corrections;

    @Inject
    public ActivityPresenter(
            Transfers transfers,
            Visits visits,
            Programs programs,
            Tenants tenants,
            TillRecords records,
            Members members,
            CorrectionsPresenter corrections) {
        this.corrections = corrections;
        this.records = records;
        this.members = members;
        this.transfers = transfers;
        this.visits = visits;
        this.programs = programs;
        this.tenants = tenants;
    }

    /** Newest first. What a purchase cost is known for the caller's own brand only, and some seconds after the posting. */
    public Page<ActivityLine> activity(Caller caller, MemberId member, Optional<String> cursor, int limit) {
        Page<TransferRow> page = transfers.ofMember(caller, member, cursor, limit);
        Map<PostingId, Visit> byPurchase = caller.tenant().isEmpty()
                        || page.rows().isEmpty()
                ? Map.of()
                : visits.ofMember(caller, member, VISITS_BESIDE_A_PAGE).stream()
                        .collect(Collectors.toMap(Visit::purchase, Function.identity(), (first, second) -> first));
        return new Page<>(
                page.rows().stream()
                        .map(row -> line(row, byPurchase.get(row.purchase())))
                        .toList(),
                page.next());
    }

    /** What happened at all other brands together; no brand is named. */
    public Elsewhere elsewhere(Caller caller, MemberId member) {
        return transfers.elsewhere(caller, member);
    }

    /** The purchase behind a transfer of the caller's own brand, with the reason for its points. */
    public Optional<PurchaseDetails> purchase(Caller caller, PostingId purchase) {
        if (caller.tenant().isEmpty()) {
            return Optional.empty();
        }
        Tenant tenant = tenants.get(caller.tenantOrRefuse());
        return visits.get(caller, purchase)
                .map(visit -> new PurchaseDetails(
                        visit,
                        tenant.outlet(visit.outlet()).map(Tenant.Outlet::name).orElse(visit.outlet()),
                        programs.sentence(
                                visit.earning(),
                                tenants.coalition().pointsName(caller.language()),
                                caller.language())));
    }

    /** The redemption behind a transfer of the caller's own brand. */
    public Optional<RedemptionDetails> redemption(Caller caller, PostingId posting) {
        if (caller.tenant().isEmpty()) {
            return Optional.empty();
        }
        Tenant tenant = tenants.get(caller.tenantOrRefuse());
        return records.redemptionOf(caller, posting)
                .map(redemption -> new RedemptionDetails(
                        redemption,
                        tenant.outlet(redemption.outlet())
                                .map(Tenant.Outlet::name)
                                .orElse(redemption.outlet())));
    }

    /** The correction behind a transfer of the caller's own brand. */
    public Optional<CorrectionsPresenter.Line> correction(Caller caller, PostingId posting) {
        return caller.tenant().isEmpty() ? Optional.empty() : corrections.posted(caller, posting);
    }

    /** The card with which a purchase can be brought back at the counter; empty for who does not stand there. */
    public Optional<CardNumber> cardAtTheDesk(Caller caller, MemberId member) {
        return mayReturn(caller)
                ? members.get(caller, member).cards().stream()
                        .filter(card -> card.problem().isEmpty())
                        .map(CardRow::number)
                        .findFirst()
                : Optional.empty();
    }

    /** Who serves guests brings back what they bought. */
    public static boolean mayReturn(Caller caller) {
        return caller.tenant().isPresent() && caller.isAny(Role.ADMIN, Role.FRONT_DESK);
    }

    /** Who asked for a posting of any kind, as far as the caller may see it. */
    public PostedBy postedBy(Caller caller, PostingId posting) {
        return transfers.postedBy(caller, posting);
    }

    private ActivityLine line(TransferRow row, Visit visit) {
        Tenant tenant = tenants.get(row.tenant());
        return new ActivityLine(
                row.number(),
                row.purchase(),
                row.kind(),
                row.kind().sign() * row.points().value(),
                tenant.name(),
                outletName(tenant, row.outlet()),
                row.businessDate(),
                row.postedAt(),
                Optional.ofNullable(visit).map(Visit::amount),
                visit != null && visit.reversed(),
                row.by());
    }

    private static Optional<String> outletName(Tenant tenant, int outlet) {
        return tenant.outlets().stream()
                .filter(candidate -> candidate.id() == outlet)
                .map(Tenant.Outlet::name)
                .findFirst();
    }

    /**
     * @param signedPoints positive when the member gained
     * @param outlet empty where the transfer has none, such as an expiry
     * @param amount what the purchase cost, where known
     * @param by who caused it
     */
    public record ActivityLine(
            long number,
            PostingId purchase,
            TransferKind kind,
            long signedPoints,
            String tenant,
            Optional<String> outlet,
            LocalDate businessDate,
            Instant postedAt,
            Optional<MoneyAmount> amount,
            boolean reversed,
            PostedBy by) {}

    public record RedemptionDetails(RedemptionRecord redemption, String outletName) {}

    /** @param reason the sentence that says why it earned these points */
    public record PurchaseDetails(Visit visit, String outletName, String reason) {}
}
