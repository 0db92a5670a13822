package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.application.RedemptionItem.CheckedRedemption;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.Optional;

/** A purchase and its redemption in one call. */
@Service
public class TillTickets implements Tickets {

    private final TillContext till;
    private final CheckedItems checked;
    private final ItemPipeline pipeline;
    private final TillPurchases purchases;
    private final ConfirmationCodes codes;
    private final KeptAnswers kept;

    @Inject
    public TillTickets(
            TillContext till,
            CheckedItems checked,
            ItemPipeline pipeline,
            TillPurchases purchases,
            ConfirmationCodes codes,
            KeptAnswers kept) {
        this.till = till;
        this.checked = checked;
        this.pipeline = pipeline;
        this.purchases = purchases;
        this.codes = codes;
        this.kept = kept;
    }

    @Override
    public TicketReceipt post(Caller caller, Ticket ticket) {
        Tenant tenant = till.tenantOf(caller);
        TicketItem item = checked.ticket(caller, tenant, ticket);
        if (item.redemption().isPresent()) {
            Protection protection = till.protection(item.sale().sale().program());
            Points points = item.redemption().get().redemption().points();
            RedemptionPolicy.codeToVerify(caller, protection, points, ticket.confirmationCode())
                    .ifPresent(code -> {
                        pipeline.resolve(caller, item);
                        codes.verify(caller, item.members().getFirst(), code);
                        item.redemption().get().confirmed();
                    });
        }
        PurchaseReceipt receipt = purchases.postWhole(caller, tenant, item);
        Optional<PaidWithPoints> paid = item.redemption().map(points -> paid(tenant, points));
        // What came back as points pays for nothing of what was sold.
        MoneyAmount amount = receipt.returned().stream()
                .flatMap(back -> back.pointsBack().stream())
                .flatMap(points -> points.value().stream())
                .reduce(item.sale().sale().purchase().net(), MoneyAmount::plus);
        return new TicketReceipt(
                receipt,
                paid,
                paid.map(points -> amount.plus(points.value().negated())).orElse(amount));
    }

    /** Who asks again is told what the points paid then. */
    private PaidWithPoints paid(Tenant tenant, RedemptionItem item) {
        CheckedRedemption asked = item.redemption();
        Outcome.Posted hold = item.hold();
        Optional<MoneyAmount> first =
                hold.replayed() ? kept.hold(tenant.id(), hold.id()).flatMap(FiledRedemption::value) : Optional.empty();
        return new PaidWithPoints(
                hold.id(), hold.points(), first.or(asked::value).orElseThrow());
    }
}
