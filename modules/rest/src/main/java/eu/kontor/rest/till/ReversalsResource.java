package eu.kontor.rest.till;

import eu.kontor.checkout.api.TillRecords;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.till.RecordAnswers.ReversalRecordAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading what was taken back; purchases are reversed at their own address. */
@Path("/reversals")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Purchases")
public class ReversalsResource {

    private final TillRecords records;
    private final RequestCaller caller;

    @Inject
    public ReversalsResource(TillRecords records, RequestCaller caller) {
        this.records = records;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getReversal",
            summary = "A reversal as it was answered",
            description = "Of the caller's tenant only. What was owed and available right after it, not what is now.")
    @APIResponse(
            responseCode = "200",
            description = "The first answer",
            content = @Content(schema = @Schema(implementation = ReversalRecordAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ReversalUnknown")
    public ReversalRecordAnswer get(
            @Parameter(description = "as given when it was posted", example = "1z-4gk9") @PathParam("id") String id) {
        return records.reversal(caller.get(), PostingId.parse(id, RefusalCode.REVERSAL_UNKNOWN))
                .map(ReversalRecordAnswer::of)
                .orElseThrow(() -> new Refusal(RefusalCode.REVERSAL_UNKNOWN, "id", id));
    }
}
