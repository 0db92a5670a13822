package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.application.CardReading.TwoHolders;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Posting;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Points pass from one card to another. The giver agrees as for a redemption; nobody is enrolled by it. */
@Service
public class TillGifts {

    private final TillContext till;
    private final CardReading cards;
    private final RedemptionValue value;
    private final ConfirmationCodes codes;
    private final SinglePosting single;

    @Inject
    public TillGifts(
            TillContext till, CardReading cards, RedemptionValue value, ConfirmationCodes codes, SinglePosting single) {
        this.till = till;
        this.cards = cards;
        this.value = value;
        this.codes = codes;
        this.single = single;
    }

    CompletionStage<GiftReceipt> give(Caller caller, GiftRequest request) {
        Tenant tenant = till.tenantOf(caller);
        LocalDate today = till.today(tenant);

        String key = FieldPolicy.requestKey(request.requestKey());
        CardNumber giver = cards.number("card", request.card());
        CardNumber recipient = cards.number("recipientCard", request.recipientCard());
        Outlet outlet = PurchasePolicy.outlet(tenant, request.outlet());
        Points points = RedemptionPolicy.some(request.points());
        Optional<String> code =
                RedemptionPolicy.codeToVerify(caller, value.program(tenant, today), request.confirmationCode());

        TwoHolders holders = cards.usableHolders(tenant.id(), giver, recipient);
        code.ifPresent(given -> codes.verify(holders.first().member(), given));

        Posting posting = new Posting.Gift(
                CanonicalRequest.gift(key, giver, recipient, outlet.code(), points),
                holders.first().member(),
                holders.second().member(),
                tenant.id(),
                outlet.id(),
                today,
                points,
                Optional.empty());
        return single.post(posting)
                .thenApply(posted ->
                        new GiftReceipt(posted.id(), posted.points(), posted.availableAfter(), posted.replayed()));
    }
}
