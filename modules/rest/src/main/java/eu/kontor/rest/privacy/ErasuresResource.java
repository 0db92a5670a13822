package eu.kontor.rest.privacy;

import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.privacy.PrivacyAnswers.ErasureAnswer;
import eu.kontor.rest.privacy.PrivacyAnswers.ErasuresAnswer;
import eu.kontor.retention.api.Erasures;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of members' wishes to be erased. */
@Path("/operations/erasures")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class ErasuresResource {

    private final Erasures erasures;
    private final RequestCaller caller;

    @Inject
    public ErasuresResource(Erasures erasures, RequestCaller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getErasures",
            summary = "Who was erased, and what is waited for",
            description = "What is under way first, then the latest; at most 200.")
    @APIResponse(
            responseCode = "200",
            description = "Erasures",
            content = @Content(schema = @Schema(implementation = ErasuresAnswer.class)))
    public ErasuresAnswer erasures() {
        return new ErasuresAnswer(
                erasures.latest(caller.get()).stream().map(ErasureAnswer::of).toList());
    }
}
