package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.DebtAfterEarning;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.Remarks;
import eu.kontor.checkout.domain.AwardPolicy;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Effect;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.Earner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A purchase: earns what the tenant's program gives to the member who made it. */
final class SaleItem extends TillItem {

    /**
     * @param request key and digest
     * @param program the version that is valid on the business date
     * @param paidWithPoints earns nothing
     * @param spendableFrom until then the points are pending; empty for at once
     */
    record CheckedSale(
            RequestKey request,
            CardNumber card,
            CheckedPurchase purchase,
            String reference,
            Program program,
            Optional<MoneyAmount> paidWithPoints,
            Optional<Instant> spendableFrom) {

        /** What was paid with anything but points. */
        MoneyAmount toPay() {
            return paidWithPoints
                    .map(value -> purchase.amount().plus(value.negated()))
                    .orElse(purchase.amount());
        }
    }

    private final CheckedSale sale;
    private CardHolder holder;
    private Posting posting;
    private boolean isFirstVisit;
    private Earning earning;
    private List<String> categoriesUnknown = List.of();
    private Outcome.Posted posted;
    private DebtAfterEarning debt = DebtAfterEarning.NONE;
    private boolean corrected;
    private PostingId first;
    private KeptPoints kept;
    private Posting instead;

    SaleItem(TenantId tenant, CheckedSale sale) {
        super(tenant);
        this.sale = sale;
    }

    /** For a ticket that was taken back in the same step. */
    SaleItem rungUpAnew() {
        RequestKey request = sale.request();
        return new SaleItem(
                tenant(),
                new CheckedSale(
                        new RequestKey(
                                request.key(),
                                request.digest(),
                                request.ticket().map(Ticket::rungUpAnew)),
                        sale.card(),
                        sale.purchase(),
                        sale.reference(),
                        sale.program(),
                        sale.paidWithPoints(),
                        sale.spendableFrom()));
    }

    @Override
    List<CardNumber> cards() {
        return List.of(sale.card());
    }

    @Override
    void resolve(Function<CardNumber, CardHolder> holders) {
        holder = holders.apply(sale.card());
    }

    @Override
    Optional<MemberId> newcomer() {
        return holder.enrolled() ? Optional.empty() : Optional.of(holder.member());
    }

    @Override
    Optional<Refusal> problem() {
        return sale.purchase().onlyAgain();
    }

    @Override
    Optional<LocalDate> sold() {
        return Optional.of(sale.purchase().businessDate());
    }

    @Override
    void firstVisit(boolean isFirst) {
        isFirstVisit = isFirst;
    }

    /** The message is written here and not later: nobody is locked yet. */
    @Override
    void evaluate(Programs programs) {
        CheckedPurchase purchase = sale.purchase();
        Program program = sale.program();
        earning = programs.evaluate(
                program,
                Optional.of(new Earner(holder.member(), holder.tier(), isFirstVisit)),
                purchase.earningLines(),
                sale.toPay(),
                purchase.occasion());
        categoriesUnknown =
                programs.unknownCategories(sale.program(), sale.purchase().earningLines());
        posting = posting(Optional.empty());
    }

    /** Points paid for a part of it: the message says which. */
    void paidBy(PostingId hold) {
        posting = posting(Optional.of(hold));
    }

    private Posting posting(Optional<PostingId> hold) {
        CheckedPurchase purchase = sale.purchase();
        List<AwardPart> award = AwardPolicy.award(tenant(), sale.program(), earning);
        return new Posting.Earn(
                sale.request(),
                holder.member(),
                tenant(),
                purchase.outlet().id(),
                purchase.businessDate(),
                award,
                sale.program().version(),
                sale.spendableFrom(),
                Optional.of(PurchasePosted.of(tenant(), sale, earning, award, categoriesUnknown, hold, this::told)));
    }

    @Override
    List<MemberId> members() {
        return List.of(holder.member());
    }

    @Override
    Optional<Ticket> ticket() {
        return sale.request().ticket();
    }

    @Override
    Posting next() {
        return posting;
    }

    @Override
    void begin() {
        super.begin();
        posted = null;
        corrected = false;
    }

    @Override
    void posted(Outcome.Posted outcome) {
        posted = outcome;
    }

    /**
     * What is left for the ledger's refusal to become a correction: the same earning, for a ticket that is taken back in the same step,
     * under a key of its own content.
     */
    Posting.Earn correction() {
        Posting.Earn earning = (Posting.Earn) (instead == null ? posting : instead);
        return new Posting.Earn(
                CanonicalRequest.correction(earning.request()),
                earning.member(),
                earning.tenant(),
                earning.outlet(),
                earning.businessDate(),
                earning.parts(),
                earning.programVersion(),
                earning.spendableFrom(),
                earning.note());
    }

    /**
     * The ticket was posted before as something else: what points had paid of that earns nothing, whatever the ticket is worth now. A line that
     * says itself what points paid is taken at its word.
     *
     * @param purchase as which it was posted
     */
    void corrects(PostingId purchase, Optional<KeptPoints> points, Programs programs) {
        first = purchase;
        kept = points.orElse(null);
        instead = points.flatMap(KeptPoints::corrected)
                .map(corrected -> anew(corrected.value(), points.get().hold(), programs))
                .orElse(null);
    }

    /** The same of what money paid. */
    void corrects(PostingId purchase) {
        first = purchase;
        kept = null;
        instead = null;
    }

    private Posting anew(MoneyAmount paid, PostingId hold, Programs programs) {
        SaleItem anew = new SaleItem(
                tenant(),
                new CheckedSale(
                        sale.request(),
                        sale.card(),
                        sale.purchase(),
                        sale.reference(),
                        sale.program(),
                        Optional.of(paid),
                        sale.spendableFrom()));
        anew.holder = holder;
        anew.isFirstVisit = isFirstVisit;
        anew.evaluate(programs);
        anew.paidBy(hold);
        return anew.posting;
    }

    /** Whether it is known what points had paid of what it corrects. */
    boolean knowsWhatPaid(PostingId purchase) {
        return sale.paidWithPoints().isPresent() || purchase.equals(first);
    }

    /** Points that paid for a part of what it corrects. */
    Optional<KeptPoints> kept() {
        return Optional.ofNullable(kept);
    }

    void corrected(Outcome.Posted outcome) {
        begin();
        posted = outcome;
        corrected = true;
    }

    boolean isCorrected() {
        return corrected;
    }

    CheckedSale sale() {
        return sale;
    }

    Earning earning() {
        return earning;
    }

    Outcome.Posted posted() {
        return posted;
    }

    /** What the first answer said. */
    void explainedBy(Earning first, DebtAfterEarning firstDebt) {
        earning = first;
        debt = firstDebt;
    }

    /** The ledger told what became of the points, as it posted them. */
    private void told(Effect effect) {
        debt = new DebtAfterEarning(effect.repaid(), effect.debtAfter());
    }

    PurchaseReceipt receipt(Remarks remarks) {
        return new PurchaseReceipt(
                posted.id(),
                sale.card(),
                earning,
                posted.availableAfter(),
                debt,
                remarks,
                List.of(),
                posted.replayed(),
                posted.underAnotherKey());
    }
}
