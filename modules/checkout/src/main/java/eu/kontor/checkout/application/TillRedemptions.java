package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RedemptionItem.CheckedRedemption;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.checkout.persistence.FiledAnswers.ToldRedemption;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A redemption is authorized (points are held), then captured or voided; what is forgotten expires. */
@Service
public class TillRedemptions {

    private final TillContext till;
    private final ItemPipeline pipeline;
    private final RedemptionValue value;
    private final ConfirmationCodes codes;
    private final KeptAnswers kept;
    private final CheckedStamps stamps;
    private final ToldRedemptions told;

    @Inject
    public TillRedemptions(
            TillContext till,
            ItemPipeline pipeline,
            RedemptionValue value,
            ConfirmationCodes codes,
            KeptAnswers kept,
            CheckedStamps stamps,
            ToldRedemptions told) {
        this.till = till;
        this.pipeline = pipeline;
        this.value = value;
        this.codes = codes;
        this.kept = kept;
        this.stamps = stamps;
        this.told = told;
    }

    CompletionStage<RedemptionReceipt> authorize(Caller caller, RedemptionRequest request) {
        Tenant tenant = till.tenantOf(caller);
        LocalDate day = stamps.check(tenant, new TillStamp(request.businessDate(), Optional.empty(), Optional.empty()))
                .businessDate();
        Program program = value.program(tenant, day);

        String key = FieldPolicy.requestKey(request.requestKey());
        CardNumber card = CardPolicy.number(request.card(), till.coalition());
        Outlet outlet = PurchasePolicy.outlet(tenant, request.outlet());
        Currency currency = FieldPolicy.currency(request.currency(), tenant.currencies());
        String reference = FieldPolicy.optional("reference", request.reference());
        Points points = RedemptionPolicy.enough(request.points(), program);
        Optional<String> code =
                RedemptionPolicy.codeToVerify(caller, till.protection(program), points, request.confirmationCode());

        RedemptionItem redemption = new RedemptionItem(
                tenant.id(),
                new CheckedRedemption(
                        CanonicalRequest.authorize(
                                key,
                                card,
                                outlet.code(),
                                points,
                                currency.getCurrencyCode(),
                                reference,
                                request.businessDate()),
                        Optional.empty(),
                        card,
                        outlet.id(),
                        points,
                        day,
                        till.now().plus(RedemptionPolicy.HOLD_VALIDITY),
                        Optional.of(value.of(program, points, currency)),
                        reference),
                till.spending(caller, tenant, outlet.id(), program));
        // A code is verified, and a wrong one counted, before anything is posted; without one the card can wait for
        // others.
        code.ifPresent(given -> {
            pipeline.resolve(caller, redemption);
            codes.verify(caller, redemption.member(), given);
            redemption.confirmed();
        });
        Optional<ToldRedemption> before = told.standing(tenant.id(), redemption.redemption());
        if (before.isPresent()) {
            return CompletableFuture.completedStage(known(tenant, before.get()));
        }
        return pipeline.post(caller, redemption).thenApply(posted -> {
            // Behind the ledger's locks, not within them: who could not be enrolled is when the till asks again.
            posted.newGuest().ifPresent(member -> pipeline.enrol(tenant.id(), List.of(member)));
            return held(tenant, posted);
        });
    }

    /** As it was answered first. */
    private RedemptionReceipt known(Tenant tenant, ToldRedemption told) {
        return new RedemptionReceipt(
                told.id(),
                "authorized",
                told.points(),
                kept.hold(tenant.id(), told.id()).flatMap(FiledRedemption::value),
                told.availableAfter(),
                Optional.of(told.expires()),
                true);
    }

    private RedemptionReceipt held(Tenant tenant, RedemptionItem item) {
        Outcome.Posted posted = item.hold();
        Optional<FiledRedemption> first = posted.replayed() ? kept.hold(tenant.id(), posted.id()) : Optional.empty();
        return new RedemptionReceipt(
                posted.id(),
                "authorized",
                posted.points(),
                first.map(FiledRedemption::value).orElse(item.redemption().value()),
                posted.availableAfter(),
                Optional.of(first.map(FiledRedemption::expires)
                        .orElseGet(() -> posted.replayed()
                                ? posted.postedAt().plus(RedemptionPolicy.HOLD_VALIDITY)
                                : item.redemption().expires())),
                posted.replayed());
    }

    CompletionStage<RedemptionReceipt> capture(
            Caller caller, String holdId, String requestKey, Optional<Points> points, TillStamp slip) {
        Tenant tenant = till.tenantOf(caller);
        CheckedStamp stamp = stamps.check(tenant, slip);
        PostingId hold = PostingId.parse(holdId, RefusalCode.HOLD_UNKNOWN);
        RequestKey key = CanonicalRequest.capture(FieldPolicy.requestKey(requestKey), hold.text(), points, slip);
        if (points.filter(Points::isZero).isPresent()) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        Function<Points, Optional<MoneyAmount>> worth = value.inTheOnlyCurrency(tenant, stamp.businessDate());
        Note note = TillMessages.captured(hold, stamp, worth);
        Posting posting = new Posting.Capture(
                key, hold.member(), tenant.id(), stamp.businessDate(), hold, points, Optional.of(note));
        return pipeline.post(caller, new HoldEndItem(tenant.id(), hold, posting))
                .thenApply(item -> {
                    Outcome.Posted posted = item.posted();
                    return ended(
                            item,
                            "captured",
                            posted.replayed()
                                    ? kept.valueOfCapture(tenant.id(), posted.id())
                                    : worth.apply(posted.points()));
                });
    }

    CompletionStage<RedemptionReceipt> voidHold(Caller caller, String holdId, String requestKey) {
        Tenant tenant = till.tenantOf(caller);
        LocalDate today = till.today(tenant);
        PostingId hold = PostingId.parse(holdId, RefusalCode.HOLD_UNKNOWN);
        RequestKey key = CanonicalRequest.voidHold(FieldPolicy.requestKey(requestKey), hold.text());
        Posting posting = new Posting.VoidHold(
                key, hold.member(), tenant.id(), today, hold, Optional.of(TillMessages.voided(hold, today)));
        return pipeline.post(caller, new HoldEndItem(tenant.id(), hold, posting))
                .thenApply(item -> ended(item, "voided", Optional.empty()));
    }

    private static RedemptionReceipt ended(HoldEndItem item, String state, Optional<MoneyAmount> worth) {
        Outcome.Posted posted = item.posted();
        return new RedemptionReceipt(
                item.hold(),
                state,
                posted.points(),
                worth,
                posted.availableAfter(),
                Optional.empty(),
                posted.replayed());
    }
}
