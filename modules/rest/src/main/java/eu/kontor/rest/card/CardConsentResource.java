package eu.kontor.rest.card;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.CardBodies.ConsentBody;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a card's member lets a brand see. */
@Path("/cards/{number}/consent")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cards")
public class CardConsentResource {

    private final ContactConsents consents;
    private final RequestCaller caller;

    @Inject
    public CardConsentResource(ContactConsents consents, RequestCaller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setContactConsent",
            summary = "The guest agrees that this brand sees phone and mail, or does not any more",
            description =
                    "Who is enrolled by a purchase has not agreed. To agree takes the member's code; to withdraw takes none, and holds at once. "
                            + "It is the brand's alone.")
    @APIResponse(responseCode = "204", description = "Recorded")
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public void set(@Parameter(ref = "CardNumber") @PathParam("number") String number, ConsentBody body) {
        Caller by = caller.get();
        CardNumber card = CardNumber.parse(number);
        if (body.contact() == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "contact");
        }
        if (body.contact()) {
            consents.agree(by, card, Optional.ofNullable(body.confirmationCode()));
        } else {
            consents.withdraw(by, card);
        }
    }
}
