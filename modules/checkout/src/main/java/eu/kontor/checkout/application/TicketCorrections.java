package eu.kontor.checkout.application;

import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.domain.CanonicalRequest;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file's line whose ticket was posted before with another card or amount is a correction: what was posted is taken back, and the line
 * earns what the ticket is worth now, both on the ticket's day, so that what is left is the difference. Both or neither.
 */
@Service
public class TicketCorrections {

    private static final Set<RefusalCode> POSTED_OTHERWISE =
            EnumSet.of(RefusalCode.REQUEST_KEY_REUSED, RefusalCode.TICKET_DIFFERS);

    private final Ledger ledger;

    @Inject
    public TicketCorrections(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Those of the items that the ledger refused because their ticket was posted before. */
    static List<SaleItem> among(List<TillItem> items) {
        return items.stream()
                .filter(SaleItem.class::isInstance)
                .map(SaleItem.class::cast)
                .filter(sale -> sale.ticket().isPresent())
                .filter(sale -> sale.refusal()
                        .filter(refusal -> POSTED_OTHERWISE.contains(refusal.code()))
                        .isPresent())
                .toList();
    }

    /** In the caller's transaction; what cannot be corrected stays refused. */
    void correct(UnitOfWork unit, SaleItem sale) throws SQLException {
        PostingId first = PostingId.parse(
                (String) sale.refusal().orElseThrow().details().get("first"), RefusalCode.PURCHASE_UNKNOWN);
        Savepoint before = unit.connection().setSavepoint();
        List<Outcome> outcomes = ledger.post(
                List.of(reversal(sale, first).by(sale.by()), sale.correction().by(sale.by())));
        boolean isGone = outcomes.getFirst() instanceof Outcome.Posted
                || outcomes.getFirst() instanceof Outcome.Refused refused
                        && refused.code() == RefusalCode.PURCHASE_ALREADY_REVERSED;
        if (isGone && outcomes.getLast() instanceof Outcome.Posted earned) {
            unit.connection().releaseSavepoint(before);
            sale.corrected(earned);
        } else {
            unit.connection().rollback(before);
            sale.refuse(new Refusal(
                    RefusalCode.TICKET_LINE_DIFFERS,
                    "reference",
                    sale.sale().reference(),
                    "date",
                    sale.sale().purchase().businessDate(),
                    "first",
                    first.text()));
        }
    }

    /** What stands of sales that were called off is taken back; of most there is nothing. */
    void callOff(TenantId tenant, List<CalledOffItem> calls) {
        Map<Ticket, PostingId> standing = ledger.standing(
                tenant,
                calls.stream()
                        .flatMap(call -> call.ticket().stream())
                        .distinct()
                        .toList());
        for (CalledOffItem item : calls) {
            Optional.ofNullable(item.ticket().map(standing::get).orElse(null))
                    .ifPresent(purchase -> item.answered(ledger.post(List.of(reversal(
                                            tenant,
                                            purchase,
                                            item.call().businessDate(),
                                            item.call().outlet(),
                                            item.call().reference())
                                    .by(item.by())))
                            .getFirst()));
        }
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
