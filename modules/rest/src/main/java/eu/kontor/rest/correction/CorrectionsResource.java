package eu.kontor.rest.correction;

import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.api.Corrections.State;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.correction.CorrectionBodies.CorrectionAnswer;
import eu.kontor.rest.correction.CorrectionBodies.CorrectionBody;
import eu.kontor.rest.correction.CorrectionBodies.CorrectionsAnswer;
import eu.kontor.rest.correction.CorrectionBodies.DeclineBody;
import eu.kontor.rest.correction.CorrectionBodies.TakeBackBody;
import eu.kontor.rest.json.OptionalBody;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Goodwill. */
@Path("/corrections")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Corrections")
public class CorrectionsResource {

    private static final String OF_THE_OPERATOR = "the brand, for the operator, who has none of its own";

    private final Corrections corrections;
    private final RequestCaller caller;

    @Inject
    public CorrectionsResource(Corrections corrections, RequestCaller caller) {
        this.corrections = corrections;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "giveGoodwill",
            summary = "Give a member points without a purchase",
            description =
                    "Within the limit of the caller's role it is posted at once (201); above it, it waits for a second person (202). A machine "
                            + "proposes, unless the brand says otherwise. On the statement it is a kind of its own.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CorrectionBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "a long wait",
                                            value =
                                                    """
                                                    {"card": "9724010000000013", "points": 300, "reason": "wait", "note": "the coffee machine broke"}""")))
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response give(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = OF_THE_OPERATOR, example = "cafe-luna") @QueryParam("tenant") String tenant,
            CorrectionBody body) {
        return answer(corrections.give(caller.get(), CorrectionBodies.tenant(tenant), body.as(key)));
    }

    @POST
    @Path("/{id}/take-back")
    @Operation(
            operationId = "takeBackGoodwill",
            summary = "Take back what was given by mistake",
            description = "As a whole, once; limits hold as for giving. What the member has spent of it is owed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TakeBackBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "the wrong guest",
                                            value = "{\"reason\": \"mistake\", \"note\": \"the wrong guest\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CorrectionUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response takeBack(
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = OF_THE_OPERATOR, example = "cafe-luna") @QueryParam("tenant") String tenant,
            TakeBackBody body) {
        return answer(corrections.takeBack(
                caller.get(), CorrectionBodies.tenant(tenant), body.as(key, CorrectionBodies.id(id))));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "approveCorrection",
            summary = "Approve what somebody else proposed",
            description = "It is posted. Nobody approves an own proposal; an admin of the brand does, or the operator.")
    @APIResponse(
            responseCode = "200",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CorrectionUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public CorrectionAnswer approve(
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            @Parameter(description = OF_THE_OPERATOR, example = "cafe-luna") @QueryParam("tenant") String tenant) {
        return CorrectionAnswer.of(
                corrections.approve(caller.get(), CorrectionBodies.tenant(tenant), CorrectionBodies.id(id)));
    }

    @POST
    @Path("/{id}/decline")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "declineCorrection",
            summary = "Decline a proposal, or withdraw an own one",
            description = "Nothing is posted.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeclineBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Declined",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CorrectionUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public CorrectionAnswer decline(
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            @Parameter(description = OF_THE_OPERATOR, example = "cafe-luna") @QueryParam("tenant") String tenant,
            InputStream body) {
        String why =
                OptionalBody.read(body, DeclineBody.class).map(DeclineBody::why).orElse("");
        return CorrectionAnswer.of(
                corrections.decline(caller.get(), CorrectionBodies.tenant(tenant), CorrectionBodies.id(id), why));
    }

    @GET
    @Operation(
            operationId = "listCorrections",
            summary = "The brand's corrections",
            description = "The inbox: what waits for somebody first, then the newest, at most 200.")
    @APIResponse(
            responseCode = "200",
            description = "What there is",
            content = @Content(schema = @Schema(implementation = CorrectionsAnswer.class)))
    public CorrectionsAnswer list(
            @Parameter(description = OF_THE_OPERATOR, example = "cafe-luna") @QueryParam("tenant") String tenant) {
        return new CorrectionsAnswer(
                corrections.list(caller.get(), CorrectionBodies.tenant(tenant), Page.MAX_ROWS).stream()
                        .map(CorrectionAnswer::of)
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCorrection",
            summary = "A correction and what became of it",
            description = "Of the caller's tenant only.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = CorrectionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CorrectionUnknown")
    public CorrectionAnswer get(
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            @Parameter(description = OF_THE_OPERATOR, example = "cafe-luna") @QueryParam("tenant") String tenant) {
        return corrections
                .get(caller.get(), CorrectionBodies.tenant(tenant), CorrectionBodies.id(id))
                .map(CorrectionAnswer::of)
                .orElseThrow(() -> new Refusal(RefusalCode.CORRECTION_UNKNOWN, "id", id));
    }

    private static Response answer(Corrections.Correction correction) {
        Response.Status status =
                correction.state() == State.PROPOSED ? Response.Status.ACCEPTED : Response.Status.CREATED;
        return Response.status(status).entity(CorrectionAnswer.of(correction)).build();
    }
}
