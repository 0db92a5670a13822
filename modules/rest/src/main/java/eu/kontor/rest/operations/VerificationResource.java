package eu.kontor.rest.operations;

import eu.kontor.proof.api.Verifications;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.operations.VerificationAnswers.UnderwayAnswer;
import eu.kontor.rest.operations.VerificationAnswers.VerificationAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The verification of the whole ledger: begun here, done in the background, remembered. */
@Path("/operations/ledger/verification")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class VerificationResource {

    private final Verifications verifications;
    private final RequestCaller caller;

    @Inject
    public VerificationResource(Verifications verifications, RequestCaller caller) {
        this.verifications = verifications;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "verifyLedger",
            summary = "Verify coherence and seals",
            description =
                    "Begins in the background, unless one is under way, which is then answered. Reads the whole ledger. Ask for the result with GET.")
    @APIResponse(
            responseCode = "202",
            description = "The one that is under way now",
            content = @Content(schema = @Schema(implementation = UnderwayAnswer.class)))
    public Response begin() {
        return Response.accepted(UnderwayAnswer.of(verifications.begin(caller.get())))
                .build();
    }

    @GET
    @Operation(
            operationId = "getVerification",
            summary = "How far a verification is, and what the last one found",
            description = "Done once a day by itself. An empty list of findings means that everything is as it was.")
    @APIResponse(
            responseCode = "200",
            description = "What is known",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    public VerificationAnswer standing() {
        return VerificationAnswer.of(verifications.standing(caller.get()));
    }
}
