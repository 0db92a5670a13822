package eu.kontor.rest.till;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TicketReturns;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.json.OptionalBody;
import eu.kontor.rest.metrics.TillMetrics;
import eu.kontor.rest.till.TicketAnswers.TicketAnswer;
import eu.kontor.rest.till.TicketAnswers.TicketRecordAnswer;
import eu.kontor.rest.till.TicketAnswers.TicketReturnAnswer;
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
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A purchase and what it was paid with, in one call. */
@Path("/tickets")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketsResource {

    private static final String EXAMPLE =
            """
            {"card": "9724010000000013", "outlet": "bar", "amount": 62.40, "currency": "EUR", "businessDate": "2026-10-31",
             "reference": "T1-000123",
             "lines": [{"id": "1", "sku": "BRUNCH", "category": "kitchen", "quantity": 6, "amount": 53.40},
                       {"id": "2", "kind": "tip", "amount": 9.00}],
             "tenders": [{"kind": "points", "points": 500}, {"kind": "card", "amount": 57.40}]}""";

    private final Tickets tickets;
    private final TicketReturns returns;
    private final TillRecords records;
    private final Explanations explanations;
    private final RequestCaller caller;
    private final TillMetrics metrics;

    @Inject
    public TicketsResource(
            Tickets tickets,
            TicketReturns returns,
            TillRecords records,
            Explanations explanations,
            RequestCaller caller,
            TillMetrics metrics) {
        this.tickets = tickets;
        this.returns = returns;
        this.records = records;
        this.explanations = explanations;
        this.caller = caller;
        this.metrics = metrics;
    }

    @POST
    @Operation(
            operationId = "postTicket",
            summary = "Post a purchase with what it was paid with",
            description =
                    "Points among the tenders are redeemed in the same transaction: purchase and redemption, or neither. What points paid earns "
                            + "nothing; the program may limit its share of the ticket. Without points it is a purchase. Who rather asks twice "
                            + "authorizes a redemption, and posts the purchase.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TicketBody.class),
                            examples = @ExampleObject(name = "partly paid with points", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = TicketAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key was known: the first answer again",
            content = @Content(schema = @Schema(implementation = TicketAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public Response post(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key, TicketBody body) {
        Caller by = caller.get();
        TillMetrics.Measured measured = metrics.start();
        TicketReceipt receipt = tickets.post(by, body.as(key));
        metrics.purchases(measured, 1);
        receipt.redemption().ifPresent(points -> metrics.redemption(measured));
        return FirstOrAgain.answer(
                receipt.purchase().replayed(),
                TicketAnswer.of(receipt, explanations.of(by, receipt.purchase().earning()), by.language()));
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "returnTicket",
            summary = "Take a ticket back, or a part of it, with the points that paid for it",
            description =
                    "Both in one transaction: what the purchase earned is taken back, and the points that paid come back. Without a body everything that "
                            + "is left; a part by amount, or by lines and quantity, as for the reversal of a purchase. A part was paid with points "
                            + "and with the rest in the same proportion as the whole ticket; `toRefund` says what is to be given back in money. "
                            + "All parts together are what was paid, to the point and to the cent.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReversalBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "a part of the lines",
                                            value =
                                                    """
                                                    {"lines": [{"id": "1", "quantity": 2}], "reference": "T1-000129", "reason": "wrong size"}""")))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = TicketReturnAnswer.class)))
    @APIResponse(responseCode = "404", ref = "TicketUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public TicketReturnAnswer giveBack(
            @Parameter(description = "as given when it was posted", example = "1z-4gk2") @PathParam("id") String id,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            InputStream body) {
        ReturnedGoods goods = OptionalBody.read(body, ReversalBody.class)
                .map(ReversalBody::asGoods)
                .orElse(ReturnedGoods.EVERYTHING);
        Caller by = caller.get();
        return TicketReturnAnswer.of(returns.giveBack(by, new OriginalPurchase.ById(id), key, goods), by.language());
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnTicketByWords",
            summary = "Take a ticket back by the till's own words",
            description = "For a till that does not keep the id.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReversalBody.OfTicket.class),
                            examples =
                                    @ExampleObject(
                                            name = "an amount",
                                            value =
                                                    """
                                                    {"ticket": {"outlet": "bar", "businessDate": "2026-10-31", "reference": "T1-000123"},
                                                     "returned": {"amount": 15.00, "reference": "T1-000129"}}""")))
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = TicketReturnAnswer.class)))
    @APIResponse(responseCode = "404", ref = "PurchaseUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public TicketReturnAnswer giveBackByWords(
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key, ReversalBody.OfTicket body) {
        Caller by = caller.get();
        return TicketReturnAnswer.of(returns.giveBack(by, body.original(), key, body.goods()), by.language());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTicket",
            summary =
                    "A ticket with its purchase, the redemption that paid for a part of it, its returns and what is left",
            description = "Of the caller's tenant only; the id is that of the purchase.")
    @APIResponse(
            responseCode = "200",
            description = "As it was asked and answered",
            content = @Content(schema = @Schema(implementation = TicketRecordAnswer.class)))
    @APIResponse(responseCode = "404", ref = "TicketUnknown")
    public TicketRecordAnswer get(
            @Parameter(description = "as given when it was posted", example = "1z-4gk2") @PathParam("id") String id) {
        Caller by = caller.get();
        return records.ticket(by, PostingId.parse(id, RefusalCode.TICKET_UNKNOWN))
                .map(record -> TicketRecordAnswer.of(
                        record, explanations.of(by, record.purchase().earning())))
                .orElseThrow(() -> new Refusal(RefusalCode.TICKET_UNKNOWN, "id", id));
    }
}
