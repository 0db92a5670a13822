package eu.kontor.checkout.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;

/** Purchases that were moved to another card. A till knows them by the id that it was answered, and never heard of the move. */
@Service
public class MovedPurchases {

    private static final String PREFIX = "moved:";

    private final Ledger ledger;

    @Inject
    public MovedPurchases(Ledger ledger) {
        this.ledger = ledger;
    }

    /** As which it stands now, step by step; the purchase itself where it was never moved. */
    PostingId now(TenantId tenant, PostingId purchase) {
        return ledger.posted(tenant, PREFIX + purchase.text())
                .map(next -> now(tenant, next))
                .orElse(purchase);
    }

    /**
     * Two people at once, or two tabs: who comes second is told where the purchase went, and who asks again hears the first answer.
     *
     * @param request the key of the move
     * @throws Refusal {@code PURCHASE_MOVED}
     */
    void mustBeWhereItIs(TenantId tenant, PostingId purchase, String request) {
        PostingId now = now(tenant, purchase);
        if (!now.equals(purchase) && ledger.posted(tenant, request).isEmpty()) {
            throw new Refusal(RefusalCode.PURCHASE_MOVED, "id", purchase.text(), "now", now.text());
        }
    }

    /**
     * The key of what the right card earns, a request of its own beside the reversal. A purchase is moved once: then it is another one.
     *
     * @param request the key of the move; what was moved under it before purchases could be followed is known by it alone
     */
    String keyOf(TenantId tenant, PostingId purchase, String request) {
        return ledger.posted(tenant, PREFIX + request).isPresent() ? PREFIX + request : PREFIX + purchase.text();
    }
}
