package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.application.GiftItem.CheckedGift;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;

/** Points pass from one card to another. The giver agrees with the code, at every door; nobody is enrolled by it. */
@Service
public class TillGifts {

    private final TillContext till;
    private final ItemPipeline pipeline;
    private final Programs programs;
    private final ConfirmationCodes codes;

    @Inject
    public TillGifts(TillContext till, ItemPipeline pipeline, Programs programs, ConfirmationCodes codes) {
        this.till = till;
        this.pipeline = pipeline;
        this.programs = programs;
        this.codes = codes;
    }

    CompletionStage<GiftReceipt> give(Caller caller, GiftRequest request) {
        Tenant tenant = till.tenantOf(caller);
        LocalDate today = till.today(tenant);

        String key = FieldPolicy.requestKey(request.requestKey());
        CardNumber giver = CardPolicy.number("card", request.card(), till.coalition());
        CardNumber recipient = CardPolicy.number("recipientCard", request.recipientCard(), till.coalition());
        Outlet outlet = PurchasePolicy.outlet(tenant, request.outlet());
        Points points = RedemptionPolicy.some(request.points());
        String code = RedemptionPolicy.codeOfGiver(request.confirmationCode());

        GiftItem gift = new GiftItem(
                tenant.id(),
                new CheckedGift(
                        CanonicalRequest.gift(key, giver, recipient, outlet.code(), points),
                        giver,
                        recipient,
                        outlet.id(),
                        today,
                        points),
                till.spending(caller, tenant, outlet.id(), programs.validOn(tenant.id(), today)));
        // The code is verified, and a wrong one counted, before anything is posted.
        pipeline.resolve(caller, gift);
        codes.verify(caller, gift.giver(), code);
        return pipeline.post(caller, gift).thenApply(TillGifts::receipt);
    }

    private static GiftReceipt receipt(GiftItem gift) {
        Outcome.Posted posted = gift.posted();
        return new GiftReceipt(posted.id(), posted.points(), posted.availableAfter(), posted.replayed());
    }
}
