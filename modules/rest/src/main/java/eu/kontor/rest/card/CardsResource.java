package eu.kontor.rest.card;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.membership.api.CardDesk.Issued;
import eu.kontor.membership.api.Members;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.CardAnswers.CardAnswer;
import eu.kontor.rest.card.CardAnswers.IssuedCardAnswer;
import eu.kontor.rest.card.CardAnswers.TransfersAnswer;
import eu.kontor.rest.card.CardBodies.AdditionBody;
import eu.kontor.rest.card.CardBodies.ReasonBody;
import eu.kontor.rest.card.CardBodies.ReplacementBody;
import eu.kontor.rest.paging.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cards by their number. */
@Path("/cards/{number}")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cards")
public class CardsResource {

    private final Members members;
    private final BalanceInquiry inquiry;
    private final Transfers transfers;
    private final NamedTransfers named;
    private final CardDesk desk;
    private final RequestCaller caller;

    @Inject
    public CardsResource(
            Members members,
            BalanceInquiry inquiry,
            Transfers transfers,
            NamedTransfers named,
            CardDesk desk,
            RequestCaller caller) {
        this.members = members;
        this.desk = desk;
        this.inquiry = inquiry;
        this.transfers = transfers;
        this.named = named;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getCard",
            summary = "Whose card it is, and what is on it",
            description =
                    "Member, tier at the caller's tenant, and balances per pocket with the day on which they expire. Of a guest who never was "
                            + "at the caller's tenant: first name, whether the card is usable, and whether something can be redeemed. Such "
                            + "questions, and those for cards that nobody holds, are limited.")
    @APIResponse(
            responseCode = "200",
            description = "The card",
            content = @Content(schema = @Schema(implementation = CardAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    @APIResponse(responseCode = "429", ref = "TooFast")
    public CardAnswer get(@Parameter(ref = "CardNumber") @PathParam("number") String number) {
        return CardAnswer.of(inquiry.of(caller.get(), CardNumber.parse(number)));
    }

    @GET
    @Path("/transfers")
    @Operation(
            operationId = "getCardTransfers",
            summary = "The member's transfers at the caller's tenant",
            description = "Newest first. What the member earned or redeemed at other brands is not shown.")
    @APIResponse(
            responseCode = "200",
            description = "A page of transfers",
            content = @Content(schema = @Schema(implementation = TransfersAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public TransfersAnswer transfers(
            @Parameter(ref = "CardNumber") @PathParam("number") String number,
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Caller by = caller.get();
        PageRequest wanted = PageRequest.of(cursor, limit);
        MemberId member = members.byCard(by, CardNumber.parse(number)).member();
        Page<TransferRow> page = transfers.ofMember(by, member, wanted.cursor(), wanted.limit());
        return new TransfersAnswer(named.of(by, page), PageRequest.next(uri, page));
    }

    @POST
    @Path("/block")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "blockCard",
            summary = "Block a lost card",
            description =
                    "It neither earns nor redeems from now on; the member's other cards do, and the points stay. Purchases made with it can "
                            + "be taken back as before. A brand blocks cards of members enrolled with it.")
    @APIResponse(
            responseCode = "200",
            description = "The card as it is now",
            content = @Content(schema = @Schema(implementation = CardAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CardAnswer block(@Parameter(ref = "CardNumber") @PathParam("number") String number, ReasonBody body) {
        desk.block(caller.get(), CardNumber.parse(number), body.reason());
        return get(number);
    }

    @POST
    @Path("/unblock")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "unblockCard",
            summary = "Make a card usable again that was found",
            description =
                    "For a brand's admin and the operator; what the operator blocked, only the operator unblocks. A card that was replaced "
                            + "stays so.")
    @APIResponse(
            responseCode = "200",
            description = "The card as it is now",
            content = @Content(schema = @Schema(implementation = CardAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public CardAnswer unblock(@Parameter(ref = "CardNumber") @PathParam("number") String number, ReasonBody body) {
        desk.unblock(caller.get(), CardNumber.parse(number), body.reason());
        return get(number);
    }

    @POST
    @Path("/replace")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceCard",
            summary = "Issue a new number in place of this one",
            description =
                    "To the same member. The old number is refused from now on with `card-replaced`, which says how the new one ends, and "
                            + "still finds the member; purchases made with it can be taken back as before.")
    @APIResponse(
            responseCode = "201",
            description = "The new card",
            content = @Content(schema = @Schema(implementation = IssuedCardAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key was known: the first answer again",
            content = @Content(schema = @Schema(implementation = IssuedCardAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response replace(
            @Parameter(ref = "CardNumber") @PathParam("number") String number,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            ReplacementBody body) {
        return issued(desk.replace(caller.get(), body.as(key, CardNumber.parse(number))));
    }

    @POST
    @Path("/additional")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addCard",
            summary = "Issue one more card beside this one",
            description =
                    "To the same member: the partner's, the family's. All of a member's cards have the same points; blocking one leaves the "
                            + "others.")
    @APIResponse(
            responseCode = "201",
            description = "The new card",
            content = @Content(schema = @Schema(implementation = IssuedCardAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "The key was known: the first answer again",
            content = @Content(schema = @Schema(implementation = IssuedCardAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response add(
            @Parameter(ref = "CardNumber") @PathParam("number") String number,
            @Parameter(ref = "IdempotencyKey") @HeaderParam("Idempotency-Key") String key,
            AdditionBody body) {
        return issued(desk.add(caller.get(), body.as(key, CardNumber.parse(number))));
    }

    private static Response issued(Issued card) {
        return Response.status(card.replayed() ? Response.Status.OK : Response.Status.CREATED)
                .entity(new IssuedCardAnswer(card.card().value()))
                .build();
    }
}
