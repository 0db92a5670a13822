package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The till's use cases; what is refused on the way is a failed stage. */
@Service
public class TillCheckout implements Checkout {

    private final TillPurchases purchases;
    private final TillRedemptions redemptions;
    private final TillReversals reversals;
    private final TillRedemptionReturns returns;
    private final TillGifts gifts;
    private final TillMoves moves;

    @Inject
    public TillCheckout(
            TillPurchases purchases,
            TillRedemptions redemptions,
            TillReversals reversals,
            TillRedemptionReturns returns,
            TillGifts gifts,
            TillMoves moves) {
        this.purchases = purchases;
        this.redemptions = redemptions;
        this.reversals = reversals;
        this.returns = returns;
        this.gifts = gifts;
        this.moves = moves;
    }

    @Override
    public CompletionStage<PurchaseReceipt> purchase(Caller caller, Purchase purchase) {
        return stage(() -> purchases.purchase(caller, purchase));
    }

    @Override
    public List<PurchaseOutcome> purchases(Caller caller, List<Purchase> batch) {
        return purchases.purchases(caller, batch);
    }

    @Override
    public Calculation calculate(Caller caller, Purchase purchase) {
        return purchases.calculate(caller, purchase);
    }

    @Override
    public CompletionStage<ReversalReceipt> reverse(
            Caller caller, OriginalPurchase purchase, String requestKey, ReturnedGoods goods) {
        return stage(() -> reversals.reverse(caller, purchase, requestKey, goods));
    }

    @Override
    public CompletionStage<MoveReceipt> move(Caller caller, MoveRequest request) {
        return stage(() -> CompletableFuture.completedStage(moves.move(caller, request)));
    }

    @Override
    public CompletionStage<RedemptionReceipt> authorize(Caller caller, RedemptionRequest request) {
        return stage(() -> redemptions.authorize(caller, request));
    }

    @Override
    public CompletionStage<RedemptionReceipt> capture(
            Caller caller, String holdId, String requestKey, Optional<Points> points, TillStamp stamp) {
        return stage(() -> redemptions.capture(caller, holdId, requestKey, points, stamp));
    }

    @Override
    public CompletionStage<ReturnReceipt> returnRedemption(
            Caller caller, OriginalRedemption redemption, String requestKey, Optional<Points> points, TillStamp stamp) {
        return stage(() -> returns.returnRedemption(caller, redemption, requestKey, points, stamp));
    }

    @Override
    public CompletionStage<RedemptionReceipt> voidHold(Caller caller, String holdId, String requestKey) {
        return stage(() -> redemptions.voidHold(caller, holdId, requestKey));
    }

    @Override
    public CompletionStage<GiftReceipt> give(Caller caller, GiftRequest request) {
        return stage(() -> gifts.give(caller, request));
    }

    private static <T> CompletionStage<T> stage(Supplier<CompletionStage<T>> useCase) {
        try {
            return useCase.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
