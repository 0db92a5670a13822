package eu.kontor.rest.card;

import eu.kontor.checkout.api.Merges;
import eu.kontor.checkout.api.Merges.MergeWish;
import eu.kontor.checkout.api.Merges.Merged;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.Members;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.CardBodies.MergeBody;
import eu.kontor.rest.card.CardBodies.ReasonBody;
import eu.kontor.rest.card.MergeAnswers.ComparisonAnswer;
import eu.kontor.rest.card.MergeAnswers.MergeAnswer;
import eu.kontor.rest.card.MergeAnswers.MergesAnswer;
import eu.kontor.rest.card.MergeAnswers.PartingAnswer;
import eu.kontor.rest.card.MergeAnswers.ReceiptAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members who turn out to be one person. */
@Path("/cards/{number}")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cards")
public class MergesResource {

    private final Merges merges;
    private final Members members;
    private final RequestCaller caller;

    @Inject
    public MergesResource(Merges merges, Members members, RequestCaller caller) {
        this.merges = merges;
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Path("/merge")
    @Operation(
            operationId = "compareForMerge",
            summary = "Two members side by side, and what the person would have",
            description =
                    "Nothing is done. Where they cannot be merged, it says why. For people, and members whom the brand knows.")
    @APIResponse(
            responseCode = "200",
            description = "Both members",
            content = @Content(schema = @Schema(implementation = ComparisonAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public ComparisonAnswer compare(
            @Parameter(ref = "CardNumber") @PathParam("number") String number,
            @Parameter(description = "a card of the member who would stay", example = "9724010000000023")
                    @QueryParam("into")
                    String into) {
        Caller by = caller.get();
        return ComparisonAnswer.of(merges.compare(by, CardNumber.parse(number), card("into", into)), by.language());
    }

    @POST
    @Path("/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeMembers",
            summary = "This card's member is the same person as another one",
            description =
                    "The member is merged into the other one: its cards earn and pay for that one, whose confirmation code is the only one from "
                            + "now on; points, debts and what is pending go along, and what was bought with them is returned to the person, too. "
                            + "No partner gains or loses by it. It can be undone for 90 days. Needs a recent sign-in. Asked once more, the first answer.")
    @APIResponse(
            responseCode = "201",
            description = "Merged",
            content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "They were merged before",
            content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response merge(@Parameter(ref = "CardNumber") @PathParam("number") String number, MergeBody body) {
        Merged merged = merges.merge(
                caller.get(), new MergeWish(CardNumber.parse(number), card("into", body.into()), body.reason()));
        return Response.status(merged.replayed() ? Response.Status.OK : Response.Status.CREATED)
                .entity(ReceiptAnswer.of(merged))
                .build();
    }

    @GET
    @Path("/merges")
    @Operation(
            operationId = "getMerges",
            summary = "Whom this card's member was merged into, and who was merged into it",
            description = "Newest first, with those that were undone.")
    @APIResponse(
            responseCode = "200",
            description = "The merges",
            content = @Content(schema = @Schema(implementation = MergesAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public MergesAnswer merges(@Parameter(ref = "CardNumber") @PathParam("number") String number) {
        Caller by = caller.get();
        return new MergesAnswer(
                merges.of(by, members.byCard(by, CardNumber.parse(number)).member()).stream()
                        .map(MergeAnswer::of)
                        .toList());
    }

    @GET
    @Path("/merge/undo")
    @Operation(
            operationId = "getMergeUndo",
            summary = "What undoing the merge would do",
            description = "Nothing is done. Where it cannot be undone, it says why.")
    @APIResponse(
            responseCode = "200",
            description = "What both would have",
            content = @Content(schema = @Schema(implementation = PartingAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public PartingAnswer parting(@Parameter(ref = "CardNumber") @PathParam("number") String number) {
        Caller by = caller.get();
        return PartingAnswer.of(merges.parting(by, CardNumber.parse(number)), by.language());
    }

    @POST
    @Path("/merge/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "undoMerge",
            summary = "This card's member stands for itself again",
            description =
                    "What it brought in comes back, with what was earned since with its cards and without what was spent with them, as far as "
                            + "the other one still has it. Needs a recent sign-in. Asked once more, the first answer.")
    @APIResponse(
            responseCode = "200",
            description = "Undone",
            content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public ReceiptAnswer undo(@Parameter(ref = "CardNumber") @PathParam("number") String number, ReasonBody body) {
        return ReceiptAnswer.of(merges.undo(caller.get(), CardNumber.parse(number), body.reason()));
    }

    private static CardNumber card(String field, String number) {
        if (number == null || number.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        return CardNumber.parse(number);
    }
}
