package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.Calculation;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.Visits;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.json.JsonItem;
import eu.kontor.rest.json.OptionalBody;
import eu.kontor.rest.metrics.TillMetrics;
import eu.kontor.rest.till.RecordAnswers.VisitsAnswer;
import eu.kontor.rest.till.TillAnswers.BatchAnswer;
import eu.kontor.rest.till.TillAnswers.CalculationAnswer;
import eu.kontor.rest.till.TillAnswers.PurchaseAnswer;
import eu.kontor.rest.till.TillAnswers.ReversalAnswer;
import eu.kontor.rest.till.TillAnswers.VisitAnswer;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Earning. */
@Path("/purchases")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Purchases")
public class PurchasesResource {

    private final Checkout checkout;
    private final Visits visits;
    private final TillRecords records;
    private final Explanations explanations;
    private final RequestCaller caller;
    private final TillMetrics metrics;

    @Inject
    public PurchasesResource(
            Checkout checkout,
            Visits visits,
            TillRecords records,
            Explanations explanations,
            RequestCaller caller,
            TillMetrics metrics) {
        this.checkout = checkout;
        this.visits = visits;
        this.records = records;
        this.explanations = explanations;
        this.caller = caller;
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "postPurchase",
            summary = "Post a purchase",
            description =
                    "Points are credited when the answer arrives. A purchase too small to earn a point is a visit all the same, and so is one for which "
                            + "nothing was to be paid (`complimentary`). Lines below zero came back: one that names its purchase (`original`) takes back what "
                            + "that one gave, in the same transaction; all together may be below zero then.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PurchaseBody.class),
                            examples = {
                                @ExampleObject(
                                        name = "a sale",
                                        value =
                                                """
                                                {"card": "9724010000000013", "outlet": "bar", "amount": 12.40, "currency": "EUR",
                                                 "businessDate": "2026-10-31", "reference": "T1-000123",
                                                 "lines": [{"id": "1", "category": "coffee", "quantity": 2, "amount": 10.40},
                                                           {"id": "2", "kind": "tip", "amount": 2.00}]}"""),
                                @ExampleObject(
                                        name = "an exchange",
                                        value =
                                                """
                                                {"card": "9724010000000013", "outlet": "shop", "amount": -12.00, "currency": "EUR",
                                                 "businessDate": "2026-10-31", "reference": "T1-000151",
                                                 "lines": [{"sku": "CUP", "quantity": -1, "amount": -20.00,
                                                            "original": {"businessDate": "2026-10-30", "reference": "T1-000150"}},
                                                           {"sku": "SPOON", "quantity": 1, "amount": 8.00}]}"""),
                                @ExampleObject(
                                        name = "on the house",
                                        value =
                                                """
                                                {"card": "9724010000000013", "outlet": "bar", "amount": 0, "currency": "EUR",
                                                 "businessDate": "2026-10-31", "reference": "T1-000152", "complimentary": true}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = PurchaseAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key or the ticket was known: the first answer again",
            content = @Content(schema = @Schema(implementation = PurchaseAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<Response> post(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            PurchaseBody body,
            @Context UriInfo uri) {
        Caller by = caller.get();
        TillMetrics.Measured measured = metrics.start();
        // The request's own address is unknown to the thread that answers.
        String purchases = uri.getBaseUri() + "purchases/";
        return checkout.purchase(by, body.as(key)).thenApply(receipt -> {
            metrics.purchases(measured, 1);
            PurchaseAnswer answer = answer(by, receipt);
            return receipt.replayed()
                    ? Response.ok(answer).build()
                    : Response.created(URI.create(purchases + answer.id()))
                            .entity(answer)
                            .build();
        });
    }

    @POST
    @Path("/batch")
    @Operation(
            operationId = "postPurchases",
            summary = "Post up to 1,000 purchases at once",
            description =
                    "Every purchase has a key and an outcome of its own, in the order sent; one that is refused, or cannot be read, fails no "
                            + "other. "
                            + "The whole batch may be sent again after a failure of the connection: what was posted is answered again.")
    @APIResponse(
            responseCode = "200",
            description = "An outcome per purchase",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BatchBody.Described.class),
                            examples =
                                    @ExampleObject(
                                            name = "one purchase",
                                            value =
                                                    """
                                                    {"purchases": [{"idempotencyKey": "bar-T1-000123", "purchase": {
                                                      "card": "9724010000000013", "outlet": "bar", "amount": 12.40, "currency": "EUR",
                                                      "businessDate": "2026-10-31", "reference": "T1-000123",
                                                      "lines": [{"id": "1", "category": "coffee", "quantity": 2, "amount": 10.40},
                                                                {"id": "2", "kind": "tip", "amount": 2.00}]}}]}""")))
    public BatchAnswer postBatch(BatchBody body, @Context UriInfo uri) {
        Caller by = caller.get();
        TillMetrics.Measured measured = metrics.start();
        List<PurchaseOutcome> outcomes = post(by, body.items());
        metrics.batch(measured, outcomes);
        return BatchAnswers.of(
                outcomes,
                receipt -> answer(by, receipt),
                by.language(),
                uri.getRequestUri().getPath());
    }

    @POST
    @Path("/calculate")
    @Operation(
            operationId = "calculatePurchase",
            summary = "What would this purchase earn?",
            description =
                    "Posts nothing. Card and reference may be absent; no Idempotency-Key is needed. Says what each promotion would give, and why another would give nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The points and the reason",
            content = @Content(schema = @Schema(implementation = CalculationAnswer.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CalculationAnswer calculate(PurchaseBody body) {
        Caller by = caller.get();
        Calculation calculation = checkout.calculate(by, body.as(null));
        return CalculationAnswer.of(calculation, explanations.of(by, calculation.earning()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPurchase",
            summary = "A purchase with its lines and the reason for its points",
            description = "Of the caller's tenant only.")
    @APIResponse(
            responseCode = "200",
            description = "The purchase as it was filed",
            content = @Content(schema = @Schema(implementation = VisitAnswer.class)))
    @APIResponse(responseCode = "404", ref = "PurchaseUnknown")
    public VisitAnswer get(
            @Parameter(description = "as given when it was posted", example = "1z-4gk2") @PathParam("id") String id) {
        Caller by = caller.get();
        return visits.get(by, PostingId.parse(id, RefusalCode.PURCHASE_UNKNOWN))
                .map(visit -> VisitAnswer.of(visit, explanations.of(by, visit.earning())))
                .orElseThrow(() -> new Refusal(RefusalCode.PURCHASE_UNKNOWN, "id", id));
    }

    @GET
    @Operation(
            operationId = "findPurchases",
            summary = "Purchases by the till's own words",
            description = "Of the caller's tenant only, the one that stands first.")
    @APIResponse(
            responseCode = "200",
            description = "None, one, or several if the till used the same words twice",
            content = @Content(schema = @Schema(implementation = VisitsAnswer.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public VisitsAnswer find(
            @Parameter(ref = "OutletOfIt") @QueryParam("outlet") String outlet,
            @Parameter(ref = "BusinessDateOfIt") @QueryParam("businessDate") String businessDate,
            @Parameter(ref = "DateOfIt") @QueryParam("date") String date,
            @Parameter(ref = "ReferenceOfIt") @QueryParam("reference") String reference) {
        Caller by = caller.get();
        return new VisitsAnswer(
                records.purchases(by, OwnWordsParameters.of(outlet, businessDate, date, reference)).stream()
                        .map(visit -> VisitAnswer.of(visit, explanations.of(by, visit.earning())))
                        .toList());
    }

    @POST
    @Path("/{id}/reverse")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "reversePurchase",
            summary = "Take a purchase back, or a part of it",
            description =
                    "Without a body everything that is left of it, for a return or a mistake. A part is told by amount, or by lines and quantity, "
                            + "as often as something is left, in any order: all parts together take what was earned, to the point, and never more than was "
                            + "sold comes back. What the member has spent already becomes a debt that the next earnings repay.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReversalBody.class),
                            examples = {
                                @ExampleObject(
                                        name = "a part of the lines",
                                        value =
                                                """
                                                {"lines": [{"id": "1", "quantity": 2}], "reference": "T1-000129", "businessDate": "2026-10-31"}"""),
                                @ExampleObject(
                                        name = "an amount",
                                        value =
                                                """
                                                {"amount": 15.00, "currency": "EUR"}""")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Reversed",
            content = @Content(schema = @Schema(implementation = ReversalAnswer.class)))
    @APIResponse(responseCode = "404", ref = "PurchaseUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<ReversalAnswer> reverse(
            @Parameter(description = "as given when it was posted", example = "1z-4gk2") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        ReturnedGoods goods = OptionalBody.read(body, ReversalBody.class)
                .map(ReversalBody::asGoods)
                .orElse(ReturnedGoods.EVERYTHING);
        Caller by = caller.get();
        return checkout.reverse(by, new OriginalPurchase.ById(id), key, goods)
                .thenApply(receipt -> ReversalAnswer.of(receipt, by.language()));
    }

    @POST
    @Path("/reverse")
    @Operation(
            operationId = "reversePurchaseByWords",
            summary = "Take a purchase back by the till's own words",
            description =
                    "For a till that does not keep the id. Of several with the same words it is the one that stands, not one that was taken back or moved.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReversalBody.ByWords.class),
                            examples =
                                    @ExampleObject(
                                            name = "a part of the lines",
                                            value =
                                                    """
                                                    {"purchase": {"outlet": "bar", "businessDate": "2026-10-31", "reference": "T1-000123"},
                                                     "returned": {"lines": [{"id": "1", "quantity": 1}]}}""")))
    @APIResponse(
            responseCode = "200",
            description = "Reversed",
            content = @Content(schema = @Schema(implementation = ReversalAnswer.class)))
    @APIResponse(responseCode = "404", ref = "PurchaseUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<ReversalAnswer> reverseByWords(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key, ReversalBody.ByWords body) {
        Caller by = caller.get();
        return checkout.reverse(by, body.original(), key, body.goods())
                .thenApply(receipt -> ReversalAnswer.of(receipt, by.language()));
    }

    @POST
    @Path("/{id}/move")
    @Operation(
            operationId = "movePurchase",
            summary = "Move a purchase to the right card",
            description =
                    "For a purchase that was rung up on the wrong card. In one step it is taken back from the one member and earned by the other, "
                            + "on its own business date; points that the first one has spent already become a debt.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MoveBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "the right card",
                                            value =
                                                    """
                                                    {"card": "9724010000000021"}""")))
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = MoveBody.Answer.class)))
    @APIResponse(responseCode = "404", ref = "PurchaseUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CompletionStage<MoveBody.Answer> move(
            @Parameter(description = "as given when it was posted", example = "1z-4gk2") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            MoveBody body) {
        Caller by = caller.get();
        return checkout.move(by, body.as(key, id))
                .thenApply(receipt -> MoveBody.Answer.of(receipt, answer(by, receipt.purchase())));
    }

    private PurchaseAnswer answer(Caller by, PurchaseReceipt receipt) {
        return PurchaseAnswer.of(receipt, explanations.of(by, receipt.earning()), by.language());
    }

    /** What can be read is posted; what cannot has its place among the outcomes. */
    private List<PurchaseOutcome> post(Caller by, List<JsonItem> items) {
        if (items.size() > Ledger.MAX_BATCH) {
            throw new Refusal(RefusalCode.BATCH_TOO_LARGE, "limit", Ledger.MAX_BATCH);
        }
        PurchaseOutcome[] outcomes = new PurchaseOutcome[items.size()];
        List<Purchase> readable = new ArrayList<>(items.size());
        List<Integer> places = new ArrayList<>(items.size());
        for (int i = 0; i < outcomes.length; i++) {
            try {
                readable.add(BatchBody.Item.purchase(items.get(i)));
                places.add(i);
            } catch (Refusal refusal) {
                outcomes[i] = new PurchaseOutcome(Optional.empty(), Optional.of(refusal));
            }
        }
        List<PurchaseOutcome> posted = checkout.purchases(by, readable);
        for (int i = 0; i < posted.size(); i++) {
            outcomes[places.get(i)] = posted.get(i);
        }
        return List.of(outcomes);
    }
}
