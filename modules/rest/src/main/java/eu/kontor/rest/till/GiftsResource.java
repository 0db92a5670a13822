package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.metrics.TillMetrics;
import eu.kontor.rest.till.RecordAnswers.GiftRecordAnswer;
import eu.kontor.rest.till.TillAnswers.GiftAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Giving points to another member. */
@Path("/gifts")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Gifts")
public class GiftsResource {

    private final Checkout checkout;
    private final TillRecords records;
    private final RequestCaller caller;
    private final TillMetrics metrics;

    @Inject
    public GiftsResource(Checkout checkout, TillRecords records, RequestCaller caller, TillMetrics metrics) {
        this.checkout = checkout;
        this.records = records;
        this.caller = caller;
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "giveAway",
            summary = "Pass points on to another member",
            description =
                    "From one card to another; both must be usable. The soonest to expire and the oldest points go first, and stay as old "
                            + "as they are. A recipient who owes points repays them first. Nothing is settled, nobody is enrolled, and the "
                            + "answer says nothing of the recipient. A gift cannot be reversed: the recipient gives back.")
    @APIResponse(
            responseCode = "201",
            description = "The recipient has the points",
            content = @Content(schema = @Schema(implementation = GiftAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key was known: the first answer again",
            content = @Content(schema = @Schema(implementation = GiftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public CompletionStage<Response> give(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key, GiftBody body) {
        TillMetrics.Measured measured = metrics.start();
        return checkout.give(caller.get(), body.as(key)).thenApply(receipt -> {
            metrics.gift(measured);
            return FirstOrAgain.answer(receipt.replayed(), GiftAnswer.of(receipt));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getGift",
            summary = "A gift as it was asked for and answered",
            description = "Where it was asked for only. Of the recipient it says no more than the till did.")
    @APIResponse(
            responseCode = "200",
            description = "What was asked and answered",
            content = @Content(schema = @Schema(implementation = GiftRecordAnswer.class)))
    @APIResponse(responseCode = "404", ref = "GiftUnknown")
    public GiftRecordAnswer get(
            @Parameter(description = "as given when it was posted", example = "1z-4gm0") @PathParam("id") String id) {
        return records.gift(caller.get(), PostingId.parse(id, RefusalCode.GIFT_UNKNOWN))
                .map(GiftRecordAnswer::of)
                .orElseThrow(() -> new Refusal(RefusalCode.GIFT_UNKNOWN, "id", id));
    }
}
