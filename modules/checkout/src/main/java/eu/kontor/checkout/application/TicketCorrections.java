package eu.kontor.checkout.application;

import eu.kontor.checkout.application.CalledOffItem.CheckedCall;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RedemptionItem.CheckedRedemption;
import eu.kontor.checkout.application.RedemptionReturnItem.CheckedReturn;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.PaidTicket;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A file's line whose ticket was posted before with another card or amount is a correction: what was posted is taken back, and the line
 * earns what the ticket is worth now, both on the ticket's day, so that what is left is the difference. Both or neither. Of a redemption
 * the points come back, and are taken anew.
 */
@Service
public class TicketCorrections {

    private static final Set<RefusalCode> POSTED_OTHERWISE =
            EnumSet.of(RefusalCode.REQUEST_KEY_REUSED, RefusalCode.TICKET_DIFFERS);

    private static final Set<RefusalCode> NOTHING_LEFT =
            EnumSet.of(RefusalCode.PURCHASE_ALREADY_REVERSED, RefusalCode.REDEMPTION_ALREADY_RETURNED);

    private final Ledger ledger;

    @Inject
    public TicketCorrections(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Those of the items that the ledger refused because their ticket was posted before. */
    static List<TillItem> among(List<TillItem> items) {
        return items.stream()
                .filter(item -> item instanceof SaleItem || item instanceof RedemptionItem)
                .filter(item -> item.ticket().isPresent())
                .filter(item -> item.refusal()
                        .filter(refusal -> POSTED_OTHERWISE.contains(refusal.code()))
                        .isPresent())
                .toList();
    }

    /** An exchange of which something else was sold. */
    static boolean isPostedOtherwise(TicketItem exchange) {
        return exchange.refusal()
                .filter(refusal -> POSTED_OTHERWISE.contains(refusal.code()))
                .filter(refusal -> refusal.details().containsKey("first"))
                .isPresent();
    }

    /** As what the ticket of one of {@link #among} was posted, or as what a till told it. */
    static PostingId first(TillItem item) {
        return item instanceof RedemptionItem redemption && redemption.told().isPresent()
                ? redemption.told().get()
                : PostingId.parse(
                        (String) item.refusal().orElseThrow().details().get("first"), RefusalCode.PURCHASE_UNKNOWN);
    }

    /** In the caller's transaction; what cannot be corrected stays refused. */
    void correct(UnitOfWork unit, TillItem item) throws SQLException {
        switch (item) {
            case SaleItem sale -> correct(unit, sale, first(sale));
            case TicketItem exchange -> correct(unit, exchange, first(exchange));
            case RedemptionItem redemption -> correct(unit, redemption, first(redemption));
            default -> throw new IllegalStateException("no ticket stands for " + item.getClass());
        }
    }

    /** The points of the first one come back and those of this one are taken, both or neither. */
    private void correct(UnitOfWork unit, RedemptionItem redemption, PostingId first) throws SQLException {
        Savepoint before = unit.connection().setSavepoint();
        Outcome back = ledger.post(List.of(comingBack(redemption, first).by(redemption.by())))
                .getFirst();
        Outcome last = isGone(back)
                ? ledger.post(List.of(
                                redemption.asAllowed(redemption.correction().by(redemption.by()))))
                        .getFirst()
                : back;
        if (isGone(back) && last instanceof Outcome.Posted held) {
            last = ledger.post(List.of(redemption.captureOfCorrection(held.id()).by(redemption.by())))
                    .getFirst();
            if (last instanceof Outcome.Posted captured) {
                unit.connection().releaseSavepoint(before);
                redemption.corrected(held, captured);
                return;
            }
        }
        unit.connection().rollback(before);
        redemption.refuse(RefusalOf.outcome((Outcome.Refused) last));
    }

    /** What it had paid is told in proportion to what it pays now: the same program, and nearly always the same day. */
    private static Posting comingBack(RedemptionItem redemption, PostingId first) {
        CheckedRedemption now = redemption.redemption();
        return comingBack(
                redemption.tenant(),
                first,
                new CheckedStamp(now.businessDate(), now.outlet(), now.reference()),
                points -> now.value().map(value -> RedemptionPolicy.part(value, now.points(), points)));
    }

    private static Posting comingBack(
            TenantId tenant, PostingId first, CheckedStamp stamp, Function<Points, Optional<MoneyAmount>> value) {
        return new RedemptionReturnItem(
                        tenant,
                        new CheckedReturn(
                                CanonicalRequest.correctedRedemption(first.text()),
                                first,
                                Optional.empty(),
                                false,
                                stamp,
                                value))
                .next();
    }

    /** What was posted before is taken back, by this or by somebody before. */
    private static boolean isGone(Outcome outcome) {
        return outcome instanceof Outcome.Posted
                || outcome instanceof Outcome.Refused refused && NOTHING_LEFT.contains(refused.code());
    }

    private void correct(UnitOfWork unit, SaleItem sale, PostingId first) throws SQLException {
        if (sale.kept().filter(kept -> !staysWithItsGuest(sale, kept)).isPresent()) {
            sale.refuse(differs(sale, first));
            return;
        }
        Savepoint before = unit.connection().setSavepoint();
        List<Posting> steps = new ArrayList<>();
        steps.add(reversal(sale, first).by(sale.by()));
        sale.kept()
                .filter(kept -> !kept.corrected().orElseThrow().backNow().isZero())
                .ifPresent(kept -> steps.add(comingBack(sale, first, kept).by(sale.by())));
        steps.add(sale.asAllowed(sale.correction().by(sale.by())));
        List<Outcome> outcomes = ledger.post(steps);
        if (outcomes.subList(0, outcomes.size() - 1).stream().allMatch(TicketCorrections::isGone)
                && outcomes.getLast() instanceof Outcome.Posted earned) {
            unit.connection().releaseSavepoint(before);
            sale.corrected(earned);
        } else {
            unit.connection().rollback(before);
            sale.refuse(sale.whyOnlyAgain().orElseGet(() -> differs(sale, first)));
        }
    }

    /** What points had paid is nobody else's, and of nothing in another currency. */
    private static boolean staysWithItsGuest(SaleItem sale, KeptPoints kept) {
        return kept.corrected().isPresent()
                && sale.members().equals(List.of(kept.hold().member()));
    }

    private static Posting comingBack(SaleItem sale, PostingId first, KeptPoints kept) {
        PaidTicket.Corrected corrected = kept.corrected().orElseThrow();
        return new RedemptionReturnItem(
                        sale.tenant(),
                        new CheckedReturn(
                                CanonicalRequest.correctedTicket(first.text()),
                                kept.hold(),
                                Optional.of(corrected.backInAll()),
                                true,
                                new CheckedStamp(
                                        sale.sale().purchase().businessDate(),
                                        sale.sale().purchase().outlet().id(),
                                        sale.sale().reference()),
                                points -> Optional.of(corrected.valueNow())))
                .next();
    }

    /**
     * What was sold is taken back and rung up as it is now. What came back on the ticket stays back: goods that a guest has brought are not
     * brought again, so that a line that says otherwise of them stays refused. Nor does a line say what points that paid for a part of it paid
     * for. All of it, or nothing.
     */
    private void correct(UnitOfWork unit, TicketItem exchange, PostingId first) throws SQLException {
        SaleItem sale = exchange.sale();
        if (sale.kept().isPresent()) {
            exchange.refuse(differs(sale, first));
            return;
        }
        Savepoint before = unit.connection().setSavepoint();
        List<Outcome> outcomes = ledger.post(List.of(
                reversal(sale, first).by(exchange.by()),
                exchange.asAllowed(sale.correction().by(exchange.by()))));
        if (isGone(outcomes.getFirst())
                && outcomes.getLast() instanceof Outcome.Posted earned
                && exchange.returns().stream().allMatch(each -> isBack(exchange, each))) {
            unit.connection().releaseSavepoint(before);
            exchange.corrected(earned);
        } else {
            unit.connection().rollback(before);
            exchange.refuse(exchange.whyOnlyAgain().orElseGet(() -> differs(sale, first)));
        }
    }

    /** What it earned, and the points that had paid for it. */
    private boolean isBack(TicketItem exchange, TicketReturnItem each) {
        each.begin();
        while (each.hasMoreSteps()) {
            Outcome outcome = ledger.post(List.of(exchange.asAllowed(each.next().by(exchange.by()))))
                    .getFirst();
            if (!(outcome instanceof Outcome.Posted posted)) {
                return false;
            }
            each.posted(posted);
        }
        return true;
    }

    private static Refusal differs(SaleItem sale, PostingId first) {
        return new Refusal(
                RefusalCode.TICKET_LINE_DIFFERS,
                "reference",
                sale.sale().reference(),
                "date",
                sale.sale().purchase().businessDate(),
                "first",
                first.text());
    }

    /** In the caller's transaction, or in one of its own. */
    Map<Ticket, PostingId> standing(TenantId tenant, List<Ticket> tickets) {
        return tickets.isEmpty()
                ? Map.of()
                : ledger.standing(tenant, tickets.stream().distinct().toList());
    }

    /** What stands of sales that were called off is taken back, and what points paid of it comes back; of most there is nothing. */
    void callOff(UnitOfWork unit, TenantId tenant, List<CalledOffItem> calls) throws SQLException {
        Map<Ticket, PostingId> standing = standing(
                tenant, calls.stream().flatMap(call -> call.ticket().stream()).toList());
        for (CalledOffItem item : calls) {
            Optional<PostingId> first = item.first(standing);
            if (first.isPresent()) {
                item.answered(takeBack(unit, tenant, item, first.get()));
            }
        }
    }

    /** Both or neither. */
    private Outcome takeBack(UnitOfWork unit, TenantId tenant, CalledOffItem item, PostingId first)
            throws SQLException {
        Posting takingBack = takingBack(tenant, item, first).by(item.by());
        Optional<PostingId> hold = item.holdOf(first);
        if (hold.isEmpty()) {
            return ledger.post(List.of(takingBack)).getFirst();
        }
        Savepoint before = unit.connection().setSavepoint();
        List<Outcome> outcomes = ledger.post(List.of(
                takingBack,
                comingBack(tenant, hold.get(), stamp(item), points -> Optional.empty())
                        .by(item.by())));
        Optional<Outcome> failed =
                outcomes.stream().filter(outcome -> !isGone(outcome)).findFirst();
        if (failed.isPresent()) {
            unit.connection().rollback(before);
            return failed.get();
        }
        unit.connection().releaseSavepoint(before);
        return outcomes.getFirst();
    }

    /** In the caller's transaction. */
    void refuseWhatStands(List<ReturnCallItem> calls) {
        calls.forEach(call -> call.refuseWhatStands(ledger));
    }

    private static CheckedStamp stamp(CalledOffItem item) {
        CheckedCall call = item.call();
        return new CheckedStamp(call.businessDate(), call.outlet(), call.reference());
    }

    private static Posting takingBack(TenantId tenant, CalledOffItem item, PostingId first) {
        CheckedCall call = item.call();
        return item.isOfRedemption()
                ? comingBack(tenant, first, stamp(item), points -> Optional.empty())
                : reversal(tenant, first, call.businessDate(), call.outlet(), call.reference());
    }

    private static Posting reversal(SaleItem sale, PostingId first) {
        return reversal(
                sale.tenant(),
                first,
                sale.sale().purchase().businessDate(),
                sale.sale().purchase().outlet().id(),
                sale.sale().reference());
    }

    private static Posting reversal(
            TenantId tenant, PostingId first, LocalDate businessDate, int outlet, String reference) {
        RequestKey request = CanonicalRequest.corrected(first.text());
        CheckedRefund whole = new CheckedRefund(
                request,
                first,
                Optional.empty(),
                Optional.empty(),
                new CheckedStamp(businessDate, outlet, reference),
                Optional.empty());
        return new Posting.Reverse(
                request,
                first.member(),
                tenant,
                whole.stamp().businessDate(),
                first,
                Optional.empty(),
                Optional.of(TillMessages.reversed(whole)));
    }
}
