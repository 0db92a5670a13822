package eu.kontor.rest.card;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.membership.api.Members;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.CardAnswers.CardAnswer;
import eu.kontor.rest.card.CardAnswers.TransfersAnswer;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
    private final RequestCaller caller;

    @Inject
    public CardsResource(
            Members members, BalanceInquiry inquiry, Transfers transfers, NamedTransfers named, RequestCaller caller) {
        this.members = members;
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
                    "Member, tier at the caller's tenant, and balances per pocket with the day on which they expire.")
    @APIResponse(
            responseCode = "200",
            description = "The card",
            content = @Content(schema = @Schema(implementation = CardAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
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
}
