package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.json.OptionalBody;
import eu.kontor.rest.metrics.TillMetrics;
import eu.kontor.rest.till.RecordAnswers.RedemptionRecordAnswer;
import eu.kontor.rest.till.RecordAnswers.RedemptionsAnswer;
import eu.kontor.rest.till.RedemptionBody.CaptureBody;
import eu.kontor.rest.till.RedemptionBody.ReturnBody;
import eu.kontor.rest.till.TillAnswers.RedemptionAnswer;
import eu.kontor.rest.till.TillAnswers.ReturnAnswer;
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
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Redeeming. */
@Path("/redemptions")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Redemptions")
public class RedemptionsResource {

    private final Checkout checkout;
    private final TillRecords records;
    private final RequestCaller caller;
    private final TillMetrics metrics;

    @Inject
    public RedemptionsResource(Checkout checkout, TillRecords records, RequestCaller caller, TillMetrics metrics) {
        this.checkout = checkout;
        this.records = records;
        this.caller = caller;
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "authorizeRedemption",
            summary = "Authorize a redemption",
            description =
                    "Holds the points for 15 minutes. Nothing is redeemed before the capture; a hold that is forgotten gives its points back. "
                            + "The same points of the same card for the same outlet, business date and reference are held once, under whatever key.")
    @APIResponse(
            responseCode = "201",
            description = "The points are held",
            content = @Content(schema = @Schema(implementation = RedemptionAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key was known, or the redemption by its reference: the first answer again",
            content = @Content(schema = @Schema(implementation = RedemptionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public CompletionStage<Response> authorize(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key, RedemptionBody body) {
        TillMetrics.Measured measured = metrics.start();
        Caller by = caller.get();
        RedemptionRequest request = body.as(key);
        String warning = body.hasNoReference() ? Warnings.redemptionWithoutReference(by.language()) : null;
        return checkout.authorize(by, request).thenApply(receipt -> {
            metrics.redemption(measured);
            return FirstOrAgain.answer(receipt.replayed(), RedemptionAnswer.of(receipt, warning));
        });
    }

    @POST
    @Path("/{id}/capture")
    @Operation(
            operationId = "captureRedemption",
            summary = "Capture an authorized redemption",
            description = "All points or fewer; what is not captured is released. Send `{}` for all.")
    @APIResponse(
            responseCode = "200",
            description = "Redeemed",
            content = @Content(schema = @Schema(implementation = RedemptionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "HoldUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<RedemptionAnswer> capture(
            @Parameter(description = "of the authorization", example = "1z-4gl0") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            CaptureBody body) {
        return answered(checkout.capture(caller.get(), id, key, RedemptionBody.points(body.points()), body.stamp()));
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "returnRedemption",
            summary = "Return a captured redemption, or a part of it",
            description =
                    "The points come back as old as they were, without a body all that did not come back yet, and repay what the member owes. "
                            + "Before the capture, void it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = ReturnAnswer.class)))
    @APIResponse(responseCode = "404", ref = "HoldUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<ReturnAnswer> returnRedemption(
            @Parameter(description = "of the authorization", example = "1z-4gl0") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        ReturnBody back = OptionalBody.read(body, ReturnBody.class).orElse(ReturnBody.OF_ALL);
        return returned(new OriginalRedemption.ByHold(id), key, back);
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnRedemptionByWords",
            summary = "Return a captured redemption by the till's own words",
            description =
                    "For a till that does not keep the id. Of several with the same words it is the one that was captured; of two that were, "
                            + "name the one by its id.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReturnBody.ByWords.class),
                            examples =
                                    @ExampleObject(
                                            name = "a part of the points",
                                            value =
                                                    """
                                                    {"redemption": {"outlet": "bar", "businessDate": "2026-10-31", "reference": "T1-000124"},
                                                     "returned": {"points": 300, "reference": "T1-000130"}}""")))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = ReturnAnswer.class)))
    @APIResponse(responseCode = "404", ref = "HoldUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<ReturnAnswer> returnByWords(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key, ReturnBody.ByWords body) {
        return returned(body.original(), key, body.back());
    }

    private CompletionStage<ReturnAnswer> returned(OriginalRedemption redemption, String key, ReturnBody back) {
        Caller by = caller.get();
        return checkout.returnRedemption(by, redemption, key, RedemptionBody.points(back.points()), back.stamp())
                .thenApply(receipt -> ReturnAnswer.of(receipt, by.language()));
    }

    @POST
    @Path("/{id}/void")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "voidRedemption",
            summary = "Give up an authorized redemption",
            description = "The points are available again at once.")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = RedemptionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "HoldUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public CompletionStage<RedemptionAnswer> voidHold(
            @Parameter(description = "of the authorization", example = "1z-4gl0") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key) {
        return answered(checkout.voidHold(caller.get(), id, key));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRedemption",
            summary = "A redemption from its hold to its end",
            description = "Of the caller's tenant only. The hold can be read at once, and so can its end.")
    @APIResponse(
            responseCode = "200",
            description = "What was asked and answered",
            content = @Content(schema = @Schema(implementation = RedemptionRecordAnswer.class)))
    @APIResponse(responseCode = "404", ref = "HoldUnknown")
    public RedemptionRecordAnswer get(
            @Parameter(description = "of the authorization", example = "1z-4gl0") @PathParam("id") String id) {
        return records.redemption(caller.get(), PostingId.parse(id, RefusalCode.HOLD_UNKNOWN))
                .map(RedemptionRecordAnswer::of)
                .orElseThrow(() -> new Refusal(RefusalCode.HOLD_UNKNOWN, "id", id));
    }

    @GET
    @Operation(
            operationId = "findRedemptions",
            summary = "Redemptions by the till's own words",
            description = "Of the caller's tenant only. It is found from its authorization on.")
    @APIResponse(
            responseCode = "200",
            description = "None, one, or several if the till used the same words twice",
            content = @Content(schema = @Schema(implementation = RedemptionsAnswer.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public RedemptionsAnswer find(
            @Parameter(ref = "OutletOfIt") @QueryParam("outlet") String outlet,
            @Parameter(ref = "BusinessDateOfIt") @QueryParam("businessDate") String businessDate,
            @Parameter(ref = "DateOfIt") @QueryParam("date") String date,
            @Parameter(ref = "ReferenceOfIt") @QueryParam("reference") String reference) {
        return new RedemptionsAnswer(
                records.redemptions(caller.get(), OwnWordsParameters.of(outlet, businessDate, date, reference)).stream()
                        .map(RedemptionRecordAnswer::of)
                        .toList());
    }

    private CompletionStage<RedemptionAnswer> answered(CompletionStage<RedemptionReceipt> stage) {
        TillMetrics.Measured measured = metrics.start();
        return stage.thenApply(receipt -> {
            metrics.redemption(measured);
            return RedemptionAnswer.of(receipt, null);
        });
    }
}
