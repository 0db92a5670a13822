package eu.kontor.feeds.application;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.Turn;
import eu.kontor.checkout.api.FeedRedemptions;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sends a batch through the door that its layout needs, and brings all answers into one form. */
@Service
public class PostingDoors {

    private final FeedPosting purchases;
    private final FeedRedemptions redemptions;
    private final Transactions transactions;

    @Inject
    public PostingDoors(FeedPosting purchases, FeedRedemptions redemptions, Transactions transactions) {
        this.purchases = purchases;
        this.redemptions = redemptions;
        this.transactions = transactions;
    }

    /**
     * What became of the records of one purchase or redemption.
     *
     * @param known it had been posted before
     * @param refusal when it was not posted
     */
    public record Answer(Verdict verdict, boolean known, long points, Optional<Refusal> refusal) {}

    /** Runs in the transaction that posts the batch; may run again if that has to be repeated. */
    @FunctionalInterface
    public interface Checkpoint {
        void write(UnitOfWork unit, List<Answer> answers) throws SQLException;
    }

    /** A batch that is ready. */
    public interface Ready {

        /** Whose points it may change. */
        default Set<MemberId> members() {
            return Set.of();
        }

        /** Posts and writes the checkpoint in one transaction, which commits after that of the batch before. */
        void post(Checkpoint checkpoint, Turn turn);
    }

    /**
     * Does what can be done before the batch's turn, without writing.
     *
     * @param verdicts in the order of the file; only sales and redemptions are posted and answered
     */
    public Ready prepare(TenantId tenant, List<Verdict> verdicts) {
        List<Verdict.Sale> sales = only(Verdict.Sale.class, verdicts);
        List<Verdict.Redeemed> redeemed = only(Verdict.Redeemed.class, verdicts);
        if (!sales.isEmpty()) {
            FeedPosting.Prepared prepared = purchases.prepare(
                    tenant, sales.stream().map(Verdict.Sale::purchase).toList());
            return new Sales(sales, prepared);
        }
        if (!redeemed.isEmpty()) {
            return inTurn(checkpoint -> redemptions.redeem(
                    tenant,
                    redeemed.stream().map(Verdict.Redeemed::redemption).toList(),
                    (unit, outcomes) -> checkpoint.write(unit, redemptionAnswers(redeemed, outcomes))));
        }
        return inTurn(checkpoint -> transactions.asPoster(unit -> {
            checkpoint.write(unit, List.of());
            return null;
        }));
    }

    private record Sales(List<Verdict.Sale> sales, FeedPosting.Prepared prepared) implements Ready {

        @Override
        public Set<MemberId> members() {
            return prepared.members();
        }

        @Override
        public void post(Checkpoint checkpoint, Turn turn) {
            prepared.post((unit, outcomes) -> checkpoint.write(unit, answers(sales, outcomes)), turn);
        }
    }

    /** Begins when the batch before is committed. */
    private static Ready inTurn(Consumer<Checkpoint> post) {
        return (checkpoint, turn) -> {
            turn.awaitCommitBefore();
            post.accept(checkpoint);
        };
    }

    private static List<Answer> answers(List<Verdict.Sale> sales, List<Checkout.PurchaseOutcome> outcomes) {
        List<Answer> answers = new ArrayList<>(sales.size());
        for (int i = 0; i < sales.size(); i++) {
            Optional<Checkout.PurchaseReceipt> receipt = outcomes.get(i).receipt();
            answers.add(new Answer(
                    sales.get(i),
                    receipt.map(Checkout.PurchaseReceipt::replayed).orElse(false),
                    receipt.map(each -> each.earning().points().value()).orElse(0L),
                    outcomes.get(i).refusal()));
        }
        return answers;
    }

    private static List<Answer> redemptionAnswers(
            List<Verdict.Redeemed> redeemed, List<FeedRedemptions.RedemptionOutcome> outcomes) {
        List<Answer> answers = new ArrayList<>(redeemed.size());
        for (int i = 0; i < redeemed.size(); i++) {
            Optional<Checkout.RedemptionReceipt> receipt = outcomes.get(i).receipt();
            answers.add(new Answer(
                    redeemed.get(i),
                    receipt.map(Checkout.RedemptionReceipt::replayed).orElse(false),
                    receipt.map(each -> each.points().value()).orElse(0L),
                    outcomes.get(i).refusal()));
        }
        return answers;
    }

    private static <V extends Verdict> List<V> only(Class<V> kind, List<Verdict> verdicts) {
        return verdicts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
