package eu.kontor.rest.card;

import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.CodeDesk;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.CardBodies.NewCodeBody;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The confirmation code of a card's member. */
@Path("/cards/{number}/code")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cards")
public class CardCodeResource {

    private final CodeDesk desk;
    private final RequestCaller caller;

    @Inject
    public CardCodeResource(CodeDesk desk, RequestCaller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "renewConfirmationCode",
            summary = "Give the member a new confirmation code",
            description =
                    "The member types it. With the code of until now any till of a brand that knows the member may; without it only a brand's "
                            + "admin and the operator, with a `reason`. It is locked for nobody afterwards. Six digits; what is guessed "
                            + "easily is refused with `confirmation-code-weak`. The audit trail keeps who, when and why, and no code.")
    @APIResponse(responseCode = "204", description = "The new code holds")
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public void renew(@Parameter(ref = "CardNumber") @PathParam("number") String number, NewCodeBody body) {
        desk.renew(caller.get(), body.as(CardNumber.parse(number)));
    }
}
