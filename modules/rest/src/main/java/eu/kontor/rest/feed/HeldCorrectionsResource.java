package eu.kontor.rest.feed;

import eu.kontor.feeds.api.HeldCorrections;
import eu.kontor.feeds.api.HeldCorrections.Decision;
import eu.kontor.feeds.api.HeldCorrections.HeldCorrection;
import eu.kontor.kernel.Page;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.feed.HeldAnswers.DecisionAnswer;
import eu.kontor.rest.feed.HeldAnswers.DecisionsAnswer;
import eu.kontor.rest.feed.HeldAnswers.HeldAnswer;
import eu.kontor.rest.feed.HeldAnswers.HeldListAnswer;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections in files that wait for a person. */
@Path("/feeds/held")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
public class HeldCorrectionsResource {

    private final HeldCorrections held;
    private final RequestCaller caller;

    @Inject
    public HeldCorrectionsResource(HeldCorrections held, RequestCaller caller) {
        this.held = held;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getHeldCorrections",
            summary = "Corrections that wait",
            description =
                    "Lines of files that would take back what was posted, where the tenant's mapping says `corrections: hold`. Newest first, each with what is posted now and what the line says.")
    @APIResponse(
            responseCode = "200",
            description = "A page of corrections",
            content = @Content(schema = @Schema(implementation = HeldListAnswer.class)))
    public HeldListAnswer list(
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<HeldCorrection> page = held.list(caller.get(), wanted.cursor(), wanted.limit());
        return new HeldListAnswer(PageRequest.rows(page, HeldAnswer::of), PageRequest.next(uri, page));
    }

    @POST
    @Path("/post")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postHeldCorrections",
            summary = "Post corrections that wait",
            description =
                    "Each by itself, as it would have been posted when its file came. One that cannot be posted stays, with the reason. Needs a person with the role ADMIN or FINANCE.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = HeldAnswers.Chosen.class),
                            examples = @ExampleObject(name = "two of them", value = "{\"ids\": [12, 15]}")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = DecisionsAnswer.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public DecisionsAnswer post(HeldAnswers.Chosen chosen) {
        return answer(held.post(caller.get(), chosen.all()));
    }

    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardHeldCorrections",
            summary = "Discard corrections that wait",
            description =
                    "What is posted stays as it is, and the same line is known from then on. Needs a person with the role ADMIN or FINANCE.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = HeldAnswers.Chosen.class),
                            examples = @ExampleObject(name = "one of them", value = "{\"ids\": [12]}")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(schema = @Schema(implementation = DecisionsAnswer.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public DecisionsAnswer discard(HeldAnswers.Chosen chosen) {
        return answer(held.discard(caller.get(), chosen.all()));
    }

    private static DecisionsAnswer answer(List<Decision> decisions) {
        return new DecisionsAnswer(decisions.stream().map(DecisionAnswer::of).toList());
    }
}
