package eu.kontor.portal.frontdesk;

import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.Recipient;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Gift;

/** What one guest gives away: to whom, and the giving itself. */
record Giving(GuestPresenter guests, TillPresenter till, Guest giver) {

    Recipient recipient(Caller caller, String typed) {
        return guests.recipient(caller, giver, typed);
    }

    /** @param agreed the giver's code */
    GiftReceipt give(Caller caller, Requested requested, GiftForm.Wish wish, String agreed) {
        return till.give(
                caller,
                new Gift(
                        requested.key(),
                        giver.card().orElseThrow(),
                        wish.to().card(),
                        wish.outlet(),
                        wish.points(),
                        agreed));
    }
}
