package eu.kontor.rest.card;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.CardBodies.ConsentBody;
import eu.kontor.rest.card.CardBodies.ConsentsAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    @GET
    @Operation(
            operationId = "getContactConsent",
            summary = "What the guest is asked, and what the guest agreed to at this brand",
            description =
                    "The text is the brand's own, or the house's, in the language of `Accept-Language`. A text that changes is no new consent: the history says to which one the"
                            + " guest agreed.")
    @APIResponse(
            responseCode = "200",
            description = "Text and history",
            content = @Content(schema = @Schema(implementation = ConsentsAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public ConsentsAnswer get(@Parameter(ref = "CardNumber") @PathParam("number") String number) {
        Caller by = caller.get();
        CardNumber card = CardNumber.parse(number);
        return ConsentsAnswer.of(consents.text(by, by.language()), consents.history(by, card));
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
            consents.agree(by, card, Optional.ofNullable(body.confirmationCode()), body.shown(by.language()));
        } else {
            consents.withdraw(by, card);
        }
    }
}
