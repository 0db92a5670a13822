package eu.kontor.checkout.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.trust.api.Pace.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Points that pass from one card to another. Enrols nobody: who gets a gift need not be there, and never chose this brand. */
final class GiftItem extends TillItem {

    record CheckedGift(
            RequestKey request,
            CardNumber giver,
            CardNumber recipient,
            int outlet,
            LocalDate businessDate,
            Points points) {}

    private final CheckedGift gift;
    private Spending spending;
    private MemberId giver;
    private MemberId recipient;
    private Outcome.Posted posted;

    GiftItem(TenantId tenant, CheckedGift gift) {
        super(tenant);
        this.gift = gift;
    }

    /** As a caller asks for it now, whose pace is kept. */
    GiftItem(TenantId tenant, CheckedGift gift, Spending spending) {
        this(tenant, gift);
        this.spending = spending;
    }

    @Override
    List<CardNumber> cards() {
        return List.of(gift.giver(), gift.recipient());
    }

    @Override
    void resolve(Function<CardNumber, CardHolder> holders) {
        giver = holders.apply(gift.giver()).member();
        recipient = holders.apply(gift.recipient()).member();
    }

    @Override
    Optional<Claim> claim() {
        return Optional.ofNullable(spending).map(by -> by.claim(Act.GIFTS, giver, gift.points()));
    }

    @Override
    List<MemberId> members() {
        return List.of(giver, recipient);
    }

    @Override
    Posting next() {
        return new Posting.Gift(
                gift.request(),
                giver,
                recipient,
                tenant(),
                gift.outlet(),
                gift.businessDate(),
                gift.points(),
                Optional.of(TillMessages.given(gift)));
    }

    @Override
    void posted(Outcome.Posted outcome) {
        posted = outcome;
    }

    MemberId giver() {
        return giver;
    }

    Outcome.Posted posted() {
        return posted;
    }
}
