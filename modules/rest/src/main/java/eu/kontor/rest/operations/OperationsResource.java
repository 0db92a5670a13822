package eu.kontor.rest.operations;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.proof.api.LedgerIsCoherent;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.operations.OperationsAnswers.CoherenceAnswer;
import eu.kontor.rest.settlement.SettlementAnswers.ClosingAnswer;
import eu.kontor.rest.settlement.WindowId;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** What the operator runs on the ledger and the calendar. */
@Path("/operations")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class OperationsResource {

    private final LedgerIsCoherent ledgerIsCoherent;
    private final Settlement settlement;
    private final RequestCaller caller;

    @Inject
    public OperationsResource(LedgerIsCoherent ledgerIsCoherent, Settlement settlement, RequestCaller caller) {
        this.ledgerIsCoherent = ledgerIsCoherent;
        this.settlement = settlement;
        this.caller = caller;
    }

    @POST
    @Path("/windows/{window}/close")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "closeWindow",
            summary = "Close a settlement window",
            description =
                    "Freezes it once, with a statement per partner. Late transactions go into the next window. A partner without a contract is "
                            + "listed: with a contract, its statement is made by the next close, or when this window is closed again.")
    @APIResponse(
            responseCode = "200",
            description = "What was frozen",
            content = @Content(schema = @Schema(implementation = ClosingAnswer.class)))
    @APIResponse(responseCode = "404", ref = "WindowUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ClosingAnswer closeWindow(@Parameter(ref = "Window") @PathParam("window") String window) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR);
        return ClosingAnswer.of(settlement.close(by, WindowId.parse(window)), by.language());
    }

    @GET
    @Path("/windows/{window}/preview")
    @Operation(
            operationId = "previewClose",
            summary = "What a close would freeze right now",
            description = "Changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What would be frozen",
            content = @Content(schema = @Schema(implementation = ClosingAnswer.class)))
    @APIResponse(responseCode = "404", ref = "WindowUnknown")
    public ClosingAnswer previewClose(@Parameter(ref = "Window") @PathParam("window") String window) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR);
        return ClosingAnswer.of(settlement.preview(by, WindowId.parse(window)), by.language());
    }

    @GET
    @Path("/ledger/coherence")
    @Operation(
            operationId = "checkLedger",
            summary = "Recompute everything the ledger claims",
            description = "Reads the whole ledger; an empty list of findings means that it is coherent.")
    @APIResponse(
            responseCode = "200",
            description = "The verdict",
            content = @Content(schema = @Schema(implementation = CoherenceAnswer.class)))
    public CoherenceAnswer checkLedger() {
        caller.get().mustBe(Role.OPERATOR);
        return CoherenceAnswer.of(ledgerIsCoherent.check());
    }
}
