package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import eu.kontor.kernel.CardNumber;
import eu.kontor.portal.places.Places;
import java.util.Optional;

/**
 * Who stands at the counter, as the address says it, so that a reload, the way back and a new sign-in bring the guest again. The amount that
 * is being typed is written there by the browser ({@code kontor-desk.js}): the server learns of it too late.
 *
 * @param card of the guest
 * @param query what was typed to find somebody, for links from elsewhere
 * @param amount as typed
 * @param request under which it was pressed, if nobody has seen an answer
 * @param returned a purchase whose return is asked for
 * @param givenBack a redemption whose return is asked for
 */
record DeskAddress(
        Optional<String> card,
        Optional<String> query,
        Optional<String> amount,
        Optional<String> request,
        Optional<String> returned,
        Optional<String> givenBack) {

    static DeskAddress of(QueryParameters parameters) {
        return new DeskAddress(
                parameters.getSingleParameter(Places.CARD),
                parameters.getSingleParameter("q"),
                parameters.getSingleParameter("amount"),
                parameters.getSingleParameter("request"),
                parameters.getSingleParameter(Places.RETURN),
                parameters.getSingleParameter(Places.GIVE_BACK));
    }

    /** Another guest is another place to come back to; the same one again is not. */
    static void show(UI ui, Optional<CardNumber> card, boolean isAnother) {
        Location place = card.map(number -> new Location(Places.frontDeskOf(number)))
                .orElseGet(() -> new Location(Places.FRONT_DESK));
        if (isAnother) {
            ui.getPage().getHistory().pushState(null, place);
        } else {
            ui.getPage().getHistory().replaceState(null, place);
        }
    }
}
