package eu.kontor.rest.settlement;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.api.StatementVerifier;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.download.Download;
import eu.kontor.rest.settlement.SettlementAnswers.SealAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chain of seals over everything that was posted, for those who do not want to take our word for it. */
@Path("/seals")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlement")
public class SealsResource {

    private final Seals seals;
    private final RequestCaller caller;

    @Inject
    public SealsResource(Seals seals, RequestCaller caller) {
        this.seals = seals;
        this.caller = caller;
    }

    @GET
    @Path("/latest")
    @Operation(
            operationId = "getLatestSeal",
            summary = "The newest seal",
            description =
                    "Keep it where the operator cannot reach it. Whatever was posted until then can be checked against it later. "
                            + "A new one is made every twenty seconds while something is posted.")
    @APIResponse(
            responseCode = "200",
            description = "The seal",
            content = @Content(schema = @Schema(implementation = SealAnswer.class)))
    @APIResponse(responseCode = "404", ref = "SealUnknown")
    public SealAnswer latest() {
        return SealAnswer.of(seals.latest(caller.get()).orElseThrow(() -> new Refusal(RefusalCode.SEAL_UNKNOWN)));
    }

    @GET
    @Path("/program")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getSealProgram",
            summary = "The program that checks a statement against a seal",
            description =
                    "One Java source file, to be read before it is run: `java VerifyStatement.java EVIDENCE SEAL STATEMENT.csv`.")
    @APIResponse(
            responseCode = "200",
            description = "Java source",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Response program() {
        caller.get();
        return Download.text(StatementVerifier.FILE_NAME, StatementVerifier::writeTo);
    }
}
