package eu.kontor.portal.frontdesk;

import eu.kontor.kernel.CardNumber;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import java.util.Optional;

/**
 * What is posted for one recognised guest. It outlives the forms, which are laid anew with each balance: what is in doubt stays in
 * doubt, also when the same card is shown again.
 */
record GuestRequests(
        Optional<CardNumber> card,
        TillRequest<Bill> earn,
        TillRequest<RedeemForm.Wish> redeem,
        TillRequest<GiftForm.Wish> gift,
        TillRequest<ReturnForm.Wish> takeBack,
        TillRequest<RedemptionReturnForm.Wish> giveBack,
        TillRequest<MoveForm.Wish> move,
        TillRequest<ExchangeForm.Wish> exchange,
        TillRequest<GoodwillForm.Wish> goodwill) {

    GuestRequests(Optional<CardNumber> card, RequestKeys keys) {
        this(
                card,
                new TillRequest<>(keys),
                new TillRequest<>(keys),
                new TillRequest<>(keys),
                new TillRequest<>(keys),
                new TillRequest<>(keys),
                new TillRequest<>(keys),
                new TillRequest<>(keys),
                new TillRequest<>(keys));
    }
}
