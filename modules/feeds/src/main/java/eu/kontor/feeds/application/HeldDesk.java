package eu.kontor.feeds.application;

import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.StandingTickets;
import eu.kontor.checkout.api.StandingTickets.StandingTicket;
import eu.kontor.checkout.api.StandingTickets.TicketWords;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.api.HeldCorrections;
import eu.kontor.feeds.persistence.HeldRows;
import eu.kontor.feeds.persistence.HeldRows.HeldRow;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The corrections of the caller's tenant that wait: what stands beside what the line says, posted or discarded by a person. */
@Service
public class HeldDesk implements HeldCorrections {

    private final Tenants tenants;
    private final Transactions transactions;
    private final Audit audit;
    private final PostingDoors doors;
    private final StandingTickets standing;
    private final Clock clock;
    private final HeldRows rows = new HeldRows();

    @Inject
    public HeldDesk(
            Tenants tenants,
            Transactions transactions,
            Audit audit,
            PostingDoors doors,
            StandingTickets standing,
            Clock clock) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.audit = audit;
        this.doors = doors;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public Page<HeldCorrection> list(Caller caller, Optional<String> cursor, int limit) {
        Tenant tenant = looking(caller);
        long before = cursor.map(ImportDesk::before).orElse(Long.MAX_VALUE);
        int most = Math.clamp(limit, 1, Page.MAX_ROWS);
        List<HeldRow> found =
                transactions.asTenant(tenant.id(), unit -> rows.newestFirst(unit, tenant.id(), before, most + 1));
        List<HeldRow> page = found.subList(0, Math.min(most, found.size()));
        Map<Long, PostingId> first = standing(caller, page);
        Map<PostingId, StandingTicket> posted =
                standing.of(caller, first.values().stream().distinct().toList());
        Optional<String> next =
                found.size() > most ? Optional.of(Long.toString(page.getLast().heldId())) : Optional.empty();
        return new Page<>(
                page.stream()
                        .map(row -> correction(row, Optional.ofNullable(posted.get(first.get(row.heldId())))))
                        .toList(),
                next);
    }

    @Override
    public long waiting(Caller caller) {
        Tenant tenant = looking(caller);
        return transactions.asTenant(tenant.id(), unit -> rows.waiting(unit, tenant.id()));
    }

    @Override
    public List<Decision> post(Caller caller, List<Long> ids) {
        caller.mustBe(Role.ADMIN, Role.FINANCE);
        caller.mustHaveProvenLately();
        return decide(caller, ids, (tenant, row) -> {
            post(caller, tenant, row);
            return Outcome.POSTED;
        });
    }

    @Override
    public List<Decision> discard(Caller caller, List<Long> ids) {
        return decide(caller, ids, (tenant, row) -> {
            transactions.asTenant(tenant.id(), unit -> {
                decided(unit, caller, tenant, row, "DISCARDED", "discard-held-correction");
                return null;
            });
            return Outcome.DISCARDED;
        });
    }

    private List<Decision> decide(Caller caller, List<Long> ids, BiFunction<Tenant, HeldRow, Outcome> decision) {
        caller.mustBe(Role.ADMIN, Role.FINANCE);
        Tenant tenant = tenants.active(caller.tenantOrRefuse());
        if (ids.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "ids");
        }
        if (ids.size() > MOST_AT_ONCE) {
            throw new Refusal(RefusalCode.BATCH_TOO_LARGE, "limit", MOST_AT_ONCE);
        }
        List<Decision> decisions = new ArrayList<>(ids.size());
        for (long id : ids) {
            try {
                HeldRow row = transactions
                        .asTenant(tenant.id(), unit -> rows.find(unit, tenant.id(), id))
                        .orElseThrow(() -> new Refusal(RefusalCode.FEED_HELD_NOT_WAITING));
                decisions.add(new Decision(id, decision.apply(tenant, row), Optional.empty()));
            } catch (Refusal refusal) {
                decisions.add(new Decision(id, Outcome.REFUSED, Optional.of(refusal.sentence(caller.language()))));
            }
        }
        return decisions;
    }

    /** The line, the row and the trail in one transaction: of two people at once one posts, and the other hears that it is decided. */
    private void post(Caller caller, Tenant tenant, HeldRow row) {
        TillLine line = HeldLine.read(row.kind(), row.line()).line();
        LineOutcome outcome = doors.postAlone(caller, tenant.id(), line, (unit, answered) -> {
            if (answered.refusal().isEmpty()) {
                decided(unit, caller, tenant, row, "POSTED", "post-held-correction");
            }
        });
        outcome.refusal().ifPresent(refusal -> {
            throw FileWords.OF_ANY_FILE.of(refusal, line);
        });
    }

    private void decided(UnitOfWork unit, Caller caller, Tenant tenant, HeldRow row, String state, String action) {
        if (!rows.decide(unit, tenant.id(), row.heldId(), state, caller.name(), clock.instant())) {
            throw new Refusal(RefusalCode.FEED_HELD_NOT_WAITING);
        }
        audit.record(
                unit,
                caller,
                action,
                row.reference(),
                Map.of(
                        "held", String.valueOf(row.heldId()),
                        "kind", row.kind(),
                        "outlet", row.outlet(),
                        "date", row.businessDate().toString(),
                        "feed", String.valueOf(row.feedId()),
                        "line", String.valueOf(row.lineNumber()),
                        "standing", row.standing()));
    }

    private Tenant looking(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE, Role.FEED);
        return tenants.active(caller.tenantOrRefuse());
    }

    /** By ticket, as posting finds it: what was moved to another card since then stands there. Or else what stood then. */
    private Map<Long, PostingId> standing(Caller caller, List<HeldRow> page) {
        Map<Long, TicketWords> words = page.stream().collect(Collectors.toMap(HeldRow::heldId, HeldDesk::ticket));
        Map<TicketWords, PostingId> now =
                standing.byWords(caller, words.values().stream().distinct().toList());
        return page.stream()
                .collect(Collectors.toMap(HeldRow::heldId, row -> Optional.ofNullable(now.get(words.get(row.heldId())))
                        .orElseGet(() -> PostingId.parse(row.standing(), RefusalCode.PURCHASE_UNKNOWN))));
    }

    private static TicketWords ticket(HeldRow row) {
        HeldLine held = HeldLine.read(row.kind(), row.line());
        return new TicketWords(held.what(), held.ticket());
    }

    private static HeldCorrection correction(HeldRow row, Optional<StandingTicket> posted) {
        HeldLine held = HeldLine.read(row.kind(), row.line());
        return new HeldCorrection(
                row.heldId(),
                held.kind(),
                row.outlet(),
                row.businessDate(),
                row.reference(),
                row.feedId(),
                row.fileName(),
                row.lineNumber(),
                row.raw(),
                posted.filter(StandingTicket::stands)
                        .map(ticket ->
                                new Version(ticket.card().value(), ticket.amount(), Optional.of(ticket.points()))),
                says(held.line()),
                row.heldAt());
    }

    private static Optional<Version> says(TillLine line) {
        return switch (line) {
            case TillLine.Sale(Purchase sold, Points _) ->
                Optional.of(new Version(
                        sold.card(),
                        Optional.of(new MoneyAmount(sold.amount(), Currency.getInstance(sold.currency()))),
                        Optional.empty()));
            case TillLine.Redemption redemption ->
                Optional.of(new Version(redemption.card(), Optional.empty(), Optional.of(redemption.points())));
            default -> Optional.empty();
        };
    }
}
