package eu.kontor.rest.program;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDrafts;
import eu.kontor.program.api.ProgramDrafts.Seen;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.program.ProgramAnswers.BeginningBody;
import eu.kontor.rest.program.ProgramAnswers.ChangeBody;
import eu.kontor.rest.program.ProgramAnswers.DraftAnswer;
import eu.kontor.rest.program.ProgramAnswers.DraftsAnswer;
import eu.kontor.rest.program.ProgramAnswers.PlanAnswer;
import eu.kontor.rest.program.ProgramAnswers.PublicationBody;
import eu.kontor.rest.program.ProgramAnswers.RemarkBody;
import eu.kontor.rest.program.ProgramAnswers.StepAnswer;
import eu.kontor.rest.program.ProgramAnswers.StepBody;
import eu.kontor.rest.program.ProgramAnswers.StepsAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a program is changed: drafted, planned, approved, published. */
@Path("/tenants/{slug}/program/drafts")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramDraftsResource {

    private final ProgramDrafts drafts;
    private final RequestCaller caller;

    @Inject
    public ProgramDraftsResource(ProgramDrafts drafts, RequestCaller caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getProgramDrafts",
            summary = "Drafts of the program",
            description = "Open ones first, then the newest.")
    @APIResponse(
            responseCode = "200",
            description = "The drafts",
            content = @Content(schema = @Schema(implementation = DraftsAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public DraftsAnswer getProgramDrafts(@Parameter(ref = "Slug") @PathParam("slug") String slug) {
        return new DraftsAnswer(drafts.list(caller.get(), ProgramPaths.brand(slug)).stream()
                .map(DraftAnswer::of)
                .toList());
    }

    @POST
    @Operation(
            operationId = "beginProgramDraft",
            summary = "Begin a draft",
            description =
                    "With the text of the newest version, or of an older one: that is how one goes back. Nothing is in force by it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BeginningBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "back to version 1",
                                            value = "{\"from\": 1, \"name\": \"as it was\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer beginProgramDraft(@Parameter(ref = "Slug") @PathParam("slug") String slug, BeginningBody body) {
        return DraftAnswer.of(
                drafts.begin(caller.get(), ProgramPaths.brand(slug), Optional.ofNullable(body.from()), body.name()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getProgramDraft",
            summary = "A draft",
            description = "What it says, how far it came, and whether it is stale.")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public DraftAnswer getProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id) {
        return DraftAnswer.of(drafts.get(caller.get(), ProgramPaths.brand(slug), ProgramPaths.draft(id)));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeProgramDraft",
            summary = "Change a draft",
            description =
                    "What is not sent stays; a rule or a promotion is taken out by its mark. A promotion is sent as a whole. An approval goes with the change. With another revision than the newest nothing is kept.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeBody.class),
                            examples = {
                                @ExampleObject(
                                        name = "five points for bread",
                                        value =
                                                "{\"revision\": 0, \"program\": {\"validFrom\": \"2026-12-01\", \"categoryRates\": [{\"rule\": \"bread\", \"category\": \"bread\", \"name\": {\"en\": \"bread of the day\", \"es\": \"pan del día\", \"zh\": \"每日面包\"}, \"pointsPerUnit\": {\"EUR\": 5}}, {\"rule\": \"wine\", \"remove\": true}]}}"),
                                @ExampleObject(
                                        name = "twice the points for bread in the morning",
                                        value =
                                                "{\"revision\": 1, \"program\": {\"promotions\": [{\"promotion\": \"early-bird\", \"name\": {\"en\": \"Early bird\", \"es\": \"Madrugador\", \"zh\": \"早起优惠\"}, \"when\": \"calendar.weekday in ['monday', 'tuesday'] && calendar.time >= '07:00' && calendar.time < '11:00'\", \"categories\": [\"bread\"], \"give\": {\"times\": 2}, \"atMost\": 100, \"from\": \"2026-12-01\", \"until\": \"2027-01-31\", \"group\": {\"name\": \"mornings\", \"stacking\": \"best-of\"}}]}}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer changeProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            ChangeBody body) {
        TenantSlug brand = ProgramPaths.brand(slug);
        Seen seen = ProgramAnswers.seen(ProgramPaths.draft(id), body.revision());
        Program before = drafts.toChange(caller.get(), brand, seen.draft()).program();
        if (body.program() == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "program");
        }
        return DraftAnswer.of(
                drafts.save(caller.get(), brand, seen, body.program().over(before)));
    }

    @GET
    @Path("/{id}/plan")
    @Operation(
            operationId = "planProgramDraft",
            summary = "What publishing it would change",
            description =
                    "Element by element, in words, with the first possible day: what is worse for members needs the coalition's notice.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public PlanAnswer planProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id) {
        return PlanAnswer.of(drafts.plan(caller.get(), ProgramPaths.brand(slug), ProgramPaths.draft(id)));
    }

    @GET
    @Path("/{id}/steps")
    @Operation(
            operationId = "getProgramDraftSteps",
            summary = "What was done with it, and said about it",
            description = "The oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The steps",
            content = @Content(schema = @Schema(implementation = StepsAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public StepsAnswer getProgramDraftSteps(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id) {
        return new StepsAnswer(drafts.steps(caller.get(), ProgramPaths.brand(slug), ProgramPaths.draft(id)).stream()
                .map(StepAnswer::of)
                .toList());
    }

    @POST
    @Path("/{id}/merge")
    @Operation(
            operationId = "mergeProgramDraft",
            summary = "Bring into a stale draft what was published meanwhile",
            description = "Element by element. Refused where both changed the same one, which is named.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "merge",
                                            value = "{\"revision\": 3, \"remark\": \"for the winter\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The draft against the newest version",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer mergeProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            StepBody body) {
        return DraftAnswer.of(drafts.merge(caller.get(), ProgramPaths.brand(slug), body.seen(ProgramPaths.draft(id))));
    }

    @POST
    @Path("/{id}/submit")
    @Operation(
            operationId = "submitProgramDraft",
            summary = "Ask for an approval",
            description = "Refused while it is stale, says nothing new, or changes what files decide.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "submit",
                                            value = "{\"revision\": 3, \"remark\": \"for the winter\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer submitProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            StepBody body) {
        return DraftAnswer.of(drafts.submit(
                caller.get(), ProgramPaths.brand(slug), body.seen(ProgramPaths.draft(id)), body.remark()));
    }

    @POST
    @Path("/{id}/approve")
    @Operation(
            operationId = "approveProgramDraft",
            summary = "Approve what somebody else made",
            description =
                    "Nobody who made, changed or merged it; an admin of the brand, or the operator. Asks for a recent sign-in.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "approve",
                                            value = "{\"revision\": 3, \"remark\": \"for the winter\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer approveProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            StepBody body) {
        return DraftAnswer.of(drafts.approve(
                caller.get(), ProgramPaths.brand(slug), body.seen(ProgramPaths.draft(id)), body.remark()));
    }

    @POST
    @Path("/{id}/request-changes")
    @Operation(
            operationId = "requestProgramChanges",
            summary = "Send it back",
            description = "With a remark that says what is to be changed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "request changes",
                                            value = "{\"revision\": 3, \"remark\": \"for the winter\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Sent back",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer requestProgramChanges(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            StepBody body) {
        return DraftAnswer.of(drafts.requestChanges(
                caller.get(), ProgramPaths.brand(slug), body.seen(ProgramPaths.draft(id)), body.remark()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawProgramDraft",
            summary = "Withdraw it",
            description = "It is kept, and changed no more.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "withdraw",
                                            value = "{\"revision\": 3, \"remark\": \"for the winter\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public DraftAnswer withdrawProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            StepBody body) {
        return DraftAnswer.of(drafts.withdraw(
                caller.get(), ProgramPaths.brand(slug), body.seen(ProgramPaths.draft(id)), body.remark()));
    }

    @POST
    @Path("/{id}/comment")
    @Operation(
            operationId = "commentProgramDraft",
            summary = "Say something about it",
            description = "It stands among its steps.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemarkBody.class),
                            examples = @ExampleObject(name = "a question", value = "{\"remark\": \"why not five?\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    public DraftAnswer commentProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            RemarkBody body) {
        return DraftAnswer.of(
                drafts.comment(caller.get(), ProgramPaths.brand(slug), ProgramPaths.draft(id), body.remark()));
    }

    @POST
    @Path("/{id}/publish")
    @Operation(
            operationId = "publishProgramDraft",
            summary = "Publish what was approved",
            description =
                    "As the next version, from a day on. What is worse for members begins after the coalition's notice at the earliest; the refusal names the day. Asks for a recent sign-in.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PublicationBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "from December on",
                                            value = "{\"revision\": 4, \"firstDay\": \"2026-12-01\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content = @Content(schema = @Schema(implementation = DraftAnswer.class)))
    @APIResponse(responseCode = "404", ref = "ProgramUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public DraftAnswer publishProgramDraft(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "as answered", example = "17") @PathParam("id") String id,
            PublicationBody body) {
        return DraftAnswer.of(drafts.publish(
                caller.get(),
                ProgramPaths.brand(slug),
                body.seen(ProgramPaths.draft(id)),
                Optional.ofNullable(body.firstDay())));
    }
}
