package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.CardDesk;
import jakarta.enterprise.context.ApplicationScoped;

/** Says that it was done; the cards of the town stay as they are. */
@ApplicationScoped
public class FakeCardDesk implements CardDesk {

    private static final long FIRST_FREE = 900;

    @Override
    public void block(Caller caller, CardNumber card, String reason) {
        PreviewWorld.member(card);
    }

    @Override
    public void unblock(Caller caller, CardNumber card, String reason) {
        PreviewWorld.member(card);
    }

    @Override
    public Issued replace(Caller caller, Replacement replacement) {
        return after(replacement.card());
    }

    @Override
    public Issued add(Caller caller, Addition addition) {
        return after(addition.card());
    }

    private static Issued after(CardNumber card) {
        return new Issued(
                PreviewWorld.card(FIRST_FREE + PreviewWorld.member(card).value()), false);
    }
}
