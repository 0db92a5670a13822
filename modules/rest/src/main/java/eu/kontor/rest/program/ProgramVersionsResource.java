package eu.kontor.rest.program;

import eu.kontor.program.api.ProgramVersions;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.program.ProgramAnswers.ChangeAnswer;
import eu.kontor.rest.program.ProgramAnswers.DifferenceAnswer;
import eu.kontor.rest.program.ProgramAnswers.ElementAnswer;
import eu.kontor.rest.program.ProgramAnswers.ElementsAnswer;
import eu.kontor.rest.program.ProgramAnswers.OwnershipBody;
import eu.kontor.rest.program.ProgramAnswers.RemarkBody;
import eu.kontor.rest.program.ProgramAnswers.VersionAnswer;
import eu.kontor.rest.program.ProgramAnswers.VersionsAnswer;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was published of a program, and who decides which part of it. */
@Path("/tenants/{slug}/program")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramVersionsResource {

    private final ProgramVersions versions;
    private final RequestCaller caller;

    @Inject
    public ProgramVersionsResource(ProgramVersions versions, RequestCaller caller) {
        this.versions = versions;
        this.caller = caller;
    }

    @GET
    @Path("/versions")
    @Operation(
            operationId = "getProgramVersions",
            summary = "All versions of the program",
            description = "Newest first, planned and cancelled ones among them.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = VersionsAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public VersionsAnswer getProgramVersions(@Parameter(ref = "Slug") @PathParam("slug") String slug) {
        return new VersionsAnswer(versions.list(caller.get(), ProgramPaths.brand(slug)).stream()
                .map(VersionAnswer::of)
                .toList());
    }

    @GET
    @Path("/versions/{version}")
    @Operation(
            operationId = "getProgramVersion",
            summary = "A version",
            description = "What it says, and what is with it today.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = VersionAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public VersionAnswer getProgramVersion(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "the number of a version", example = "4") @PathParam("version") String version) {
        return VersionAnswer.of(versions.get(caller.get(), ProgramPaths.brand(slug), ProgramPaths.version(version)));
    }

    @GET
    @Path("/versions/{version}/file")
    @Produces({"application/yaml", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "exportProgramVersion",
            summary = "The version as the section of a file",
            description = "What is usual is left out: applied again it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The section `program`",
            content = @Content(mediaType = "application/yaml", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public Response exportProgramVersion(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "the number of a version", example = "4") @PathParam("version") String version,
            @Parameter(description = "yaml or json", example = "yaml") @QueryParam("format") String format) {
        boolean asYaml = ProgramPaths.isYaml(format);
        String file = versions.export(caller.get(), ProgramPaths.brand(slug), ProgramPaths.version(version), asYaml);
        return Response.ok(file, asYaml ? "application/yaml;charset=UTF-8" : "application/json;charset=UTF-8")
                .build();
    }

    @POST
    @Path("/versions/{version}/cancel")
    @Operation(
            operationId = "cancelProgramVersion",
            summary = "Cancel a planned version",
            description =
                    "It keeps its number and is never valid. Only before its first day; asks for a recent sign-in.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemarkBody.class),
                            examples = @ExampleObject(name = "not now", value = "{\"remark\": \"guests were right\"}")))
    @APIResponse(responseCode = "204", description = "Cancelled")
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void cancelProgramVersion(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "the number of a version", example = "4") @PathParam("version") String version,
            RemarkBody body) {
        versions.cancel(caller.get(), ProgramPaths.brand(slug), ProgramPaths.version(version), body.remark());
    }

    @GET
    @Path("/difference")
    @Operation(
            operationId = "compareProgramVersions",
            summary = "What one version says otherwise than another",
            description = "Any two, in either order.")
    @APIResponse(
            responseCode = "200",
            description = "What is different",
            content = @Content(schema = @Schema(implementation = DifferenceAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public DifferenceAnswer compareProgramVersions(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "the number of a version", example = "3") @QueryParam("from") String from,
            @Parameter(description = "the number of a version", example = "4") @QueryParam("to") String to) {
        return new DifferenceAnswer(
                versions
                        .compare(
                                caller.get(),
                                ProgramPaths.brand(slug),
                                ProgramPaths.version(from),
                                ProgramPaths.version(to))
                        .stream()
                        .map(ChangeAnswer::of)
                        .toList());
    }

    @GET
    @Path("/elements")
    @Operation(
            operationId = "getProgramElements",
            summary = "Who decides what",
            description =
                    "Each element of the newest version with its owner, files or the browser, and the version that last changed it.")
    @APIResponse(
            responseCode = "200",
            description = "The elements",
            content = @Content(schema = @Schema(implementation = ElementsAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public ElementsAnswer getProgramElements(@Parameter(ref = "Slug") @PathParam("slug") String slug) {
        return new ElementsAnswer(versions.elements(caller.get(), ProgramPaths.brand(slug)).stream()
                .map(ElementAnswer::of)
                .toList());
    }

    @POST
    @Path("/elements/owner")
    @Operation(
            operationId = "ownProgramElement",
            summary = "Take an element from files, or give it back",
            description =
                    "What it says stays. A file never changes what the browser owns, and applying it says so. Asks for a recent sign-in.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OwnershipBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "take the base rate",
                                            value = "{\"element\": \"base-rate/EUR\", \"owner\": \"browser\"}")))
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public void ownProgramElement(@Parameter(ref = "Slug") @PathParam("slug") String slug, OwnershipBody body) {
        versions.own(
                caller.get(),
                ProgramPaths.brand(slug),
                ProgramPaths.element(body.element()),
                ProgramPaths.owner(body.owner()));
    }
}
