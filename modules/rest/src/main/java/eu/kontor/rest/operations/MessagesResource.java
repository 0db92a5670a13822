package eu.kontor.rest.operations;

import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.operations.MessageAnswers.ClosingBody;
import eu.kontor.rest.operations.MessageAnswers.MessageAnswer;
import eu.kontor.rest.operations.MessageAnswers.SetAsideAnswer;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What was posted and could not be filed. */
@Path("/operations/messages")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class MessagesResource {

    private final SetAsideMessages messages;
    private final Tenants tenants;
    private final RequestCaller caller;

    @Inject
    public MessagesResource(SetAsideMessages messages, Tenants tenants, RequestCaller caller) {
        this.messages = messages;
        this.tenants = tenants;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getSetAsideMessages",
            summary = "Messages that are set aside",
            description =
                    "What was posted and failed too often to be filed or sent. The oldest first. Points and settlement are as they were posted.")
    @APIResponse(
            responseCode = "200",
            description = "A page of messages",
            content = @Content(schema = @Schema(implementation = SetAsideAnswer.class)))
    public SetAsideAnswer list(
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<SetAside> page = messages.list(caller.get(), wanted.cursor(), wanted.limit());
        return new SetAsideAnswer(
                PageRequest.rows(page, message -> MessageAnswer.of(message, tenants)), PageRequest.next(uri, page));
    }

    @POST
    @Path("/{message}/retry")
    @Operation(
            operationId = "retryMessage",
            summary = "Try a message again",
            description = "Once, at once. If it fails it is set aside again, with its new reason.")
    @APIResponse(responseCode = "204", description = "It is under way")
    @APIResponse(responseCode = "404", ref = "MessageUnknown")
    public Response tryAgain(@Parameter(ref = "Message") @PathParam("message") String message) {
        messages.tryAgain(caller.get(), number(message));
        return Response.noContent().build();
    }

    @POST
    @Path("/{message}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeMessage",
            summary = "Give a message up",
            description = "Nobody is told what it says. It is kept in the audit trail with the reason.")
    @APIResponse(responseCode = "204", description = "It is closed")
    @APIResponse(responseCode = "404", ref = "MessageUnknown")
    public Response close(@Parameter(ref = "Message") @PathParam("message") String message, ClosingBody body) {
        messages.close(caller.get(), number(message), body.reason());
        return Response.noContent().build();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.MESSAGE_UNKNOWN);
        }
    }
}
