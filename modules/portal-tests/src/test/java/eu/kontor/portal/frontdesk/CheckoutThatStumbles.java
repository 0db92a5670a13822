package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.DatabaseFailure;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A till that knows the keys of requests as the ledger does, and does with each call what it was told to do next; else it answers. */
final class CheckoutThatStumbles implements Checkout {

    /** What becomes of a call. */
    enum Turn {
        ANSWERS,
        /** It is posted, and the answer does not come. */
        POSTS_AND_TIMES_OUT,
        /** It is posted, and the answer is lost with the connection. */
        POSTS_AND_LOSES_THE_CONNECTION,
        /** Nothing is posted, and nobody says so. */
        TIMES_OUT,
        /** Refused without a look at the key. */
        IS_OVERLOADED,
        /** Refused without a look at the key, before anything else. */
        WANTS_ANOTHER_CODE,
        /** Refused by the ledger. */
        FINDS_TOO_FEW_POINTS
    }

    private record Known(Object content, CompletionStage<?> answer) {}

    private final Checkout answering;
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Map<String, Known> known = new HashMap<>();

    CheckoutThatStumbles(Checkout answering) {
        this.answering = answering;
    }

    void next(Turn... coming) {
        turns.addAll(List.of(coming));
    }

    /** How many requests were posted, each once. */
    int posted() {
        return known.size();
    }

    @Override
    public CompletionStage<PurchaseReceipt> purchase(Caller caller, Purchase purchase) {
        return turn(purchase.requestKey(), purchase, () -> answering.purchase(caller, purchase));
    }

    @Override
    public CompletionStage<RedemptionReceipt> authorize(Caller caller, RedemptionRequest request) {
        List<Object> content =
                List.of(request.card(), request.outlet(), request.points(), request.currency(), request.reference());
        return turn(request.requestKey(), content, () -> answering.authorize(caller, request));
    }

    @Override
    public CompletionStage<RedemptionReceipt> capture(
            Caller caller, String holdId, String requestKey, Optional<Points> points, TillStamp stamp) {
        return turn(
                requestKey,
                List.of(holdId, points),
                () -> answering.capture(caller, holdId, requestKey, points, stamp));
    }

    @Override
    public CompletionStage<GiftReceipt> give(Caller caller, GiftRequest request) {
        List<Object> content = List.of(request.card(), request.recipientCard(), request.outlet(), request.points());
        return turn(request.requestKey(), content, () -> answering.give(caller, request));
    }

    @Override
    public List<PurchaseOutcome> purchases(Caller caller, List<Purchase> purchases) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Calculation calculate(Caller caller, Purchase purchase) {
        return answering.calculate(caller, purchase);
    }

    @Override
    public CompletionStage<ReversalReceipt> reverse(
            Caller caller, OriginalPurchase purchase, String requestKey, ReturnedGoods goods) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<MoveReceipt> move(Caller caller, MoveRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<ReturnReceipt> returnRedemption(
            Caller caller, OriginalRedemption redemption, String requestKey, Optional<Points> points, TillStamp stamp) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<RedemptionReceipt> voidHold(Caller caller, String holdId, String requestKey) {
        throw new UnsupportedOperationException();
    }

    private <T> CompletionStage<T> turn(String key, Object content, Supplier<CompletionStage<T>> posting) {
        Turn turn = turns.isEmpty() ? Turn.ANSWERS : turns.remove();
        return switch (turn) {
            case ANSWERS -> posted(key, content, posting);
            case POSTS_AND_TIMES_OUT -> {
                posted(key, content, posting);
                yield CompletableFuture.failedStage(new TimeoutException());
            }
            case POSTS_AND_LOSES_THE_CONNECTION -> {
                posted(key, content, posting);
                yield CompletableFuture.failedStage(new DatabaseFailure(new SQLException("gone", "08006")));
            }
            case TIMES_OUT -> CompletableFuture.failedStage(new TimeoutException());
            case IS_OVERLOADED -> CompletableFuture.failedStage(new Refusal(RefusalCode.OVERLOADED, "seconds", 1));
            case WANTS_ANOTHER_CODE -> throw new Refusal(RefusalCode.CONFIRMATION_CODE_WRONG);
            case FINDS_TOO_FEW_POINTS ->
                CompletableFuture.failedStage(new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", 1, "wanted", 2));
        };
    }

    @SuppressWarnings("unchecked")
    private <T> CompletionStage<T> posted(String key, Object content, Supplier<CompletionStage<T>> posting) {
        Known first = known.computeIfAbsent(key, unknown -> new Known(content, posting.get()));
        return first.content().equals(content)
                ? (CompletionStage<T>) first.answer()
                : CompletableFuture.failedStage(new Refusal(RefusalCode.REQUEST_KEY_REUSED, "key", key));
    }
}
