package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.membership.api.ConfirmationCodes;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A redemption is authorized (points are held), then captured or voided; what is forgotten expires. */
@Service
public class TillRedemptions {

    private final TillContext till;
    private final CardReading cards;
    private final RedemptionValue value;
    private final ConfirmationCodes codes;
    private final SinglePosting single;

    @Inject
    public TillRedemptions(
            TillContext till, CardReading cards, RedemptionValue value, ConfirmationCodes codes, SinglePosting single) {
        this.till = till;
        this.cards = cards;
        this.value = value;
        this.codes = codes;
        this.single = single;
    }

    CompletionStage<RedemptionReceipt> authorize(Caller caller, RedemptionRequest request) {
        Tenant tenant = till.tenantOf(caller);
        LocalDate today = till.today(tenant);
        Program program = value.program(tenant, today);

        String key = FieldPolicy.requestKey(request.requestKey());
        CardNumber number = cards.number(request.card());
        Outlet outlet = PurchasePolicy.outlet(tenant, request.outlet());
        Currency currency = FieldPolicy.currency(request.currency(), tenant.currencies());
        String reference = FieldPolicy.optional("reference", request.reference());
        Points points = RedemptionPolicy.enough(request.points(), program);
        MoneyAmount worth = value.of(program, points, currency);
        Optional<String> code = RedemptionPolicy.codeToVerify(caller, program, request.confirmationCode());

        Instant expires = till.now().plus(RedemptionPolicy.HOLD_VALIDITY);
        RequestKey requestKey =
                CanonicalRequest.authorize(key, number, outlet.code(), points, currency.getCurrencyCode(), reference);
        Function<MemberId, Posting> posting = member -> new Posting.Authorize(
                requestKey, member, tenant.id(), outlet.id(), today, points, expires, Optional.empty());
        return hold(tenant.id(), number, code, posting)
                .thenApply(posted -> new RedemptionReceipt(
                        posted.id(),
                        "authorized",
                        posted.points(),
                        Optional.of(worth),
                        posted.availableAfter(),
                        Optional.of(
                                posted.replayed() ? posted.postedAt().plus(RedemptionPolicy.HOLD_VALIDITY) : expires),
                        posted.replayed()));
    }

    /** A code is verified, and a wrong one counted, before anything is posted; without one the card can wait for others. */
    private CompletionStage<Outcome.Posted> hold(
            TenantId tenant, CardNumber number, Optional<String> code, Function<MemberId, Posting> posting) {
        if (code.isEmpty()) {
            return single.post(new ShownCard(tenant, number, posting));
        }
        MemberId member = cards.usableHolder(tenant, number).member();
        codes.verify(member, code.get());
        return single.post(posting.apply(member));
    }

    CompletionStage<RedemptionReceipt> capture(
            Caller caller, String holdId, String requestKey, Optional<Points> points) {
        Tenant tenant = till.tenantOf(caller);
        LocalDate today = till.today(tenant);
        PostingId hold = PostingId.parse(holdId, RefusalCode.HOLD_UNKNOWN);
        RequestKey key = CanonicalRequest.capture(FieldPolicy.requestKey(requestKey), hold.text(), points);
        if (points.filter(Points::isZero).isPresent()) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        Posting posting = new Posting.Capture(key, hold.member(), tenant.id(), today, hold, points, Optional.empty());
        return single.post(posting)
                .thenApply(posted -> new RedemptionReceipt(
                        hold,
                        "captured",
                        posted.points(),
                        value.inTheOnlyCurrency(tenant, today, posted.points()),
                        posted.availableAfter(),
                        Optional.empty(),
                        posted.replayed()));
    }

    CompletionStage<RedemptionReceipt> voidHold(Caller caller, String holdId, String requestKey) {
        Tenant tenant = till.tenantOf(caller);
        PostingId hold = PostingId.parse(holdId, RefusalCode.HOLD_UNKNOWN);
        RequestKey key = CanonicalRequest.voidHold(FieldPolicy.requestKey(requestKey), hold.text());
        Posting posting =
                new Posting.VoidHold(key, hold.member(), tenant.id(), till.today(tenant), hold, Optional.empty());
        return single.post(posting)
                .thenApply(posted -> new RedemptionReceipt(
                        hold,
                        "voided",
                        posted.points(),
                        Optional.empty(),
                        posted.availableAfter(),
                        Optional.empty(),
                        posted.replayed()));
    }
}
