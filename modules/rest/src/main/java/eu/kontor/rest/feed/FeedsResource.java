package eu.kontor.rest.feed;

import eu.kontor.feeds.api.Feeds;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.download.Download;
import eu.kontor.rest.feed.FeedAnswers.FeedsAnswer;
import eu.kontor.rest.feed.FeedAnswers.ReceiptAnswer;
import eu.kontor.rest.json.LimitedBody;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Service;
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
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files. */
@Path("/feeds")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
public class FeedsResource {

    /** Five million lines of four hundred bytes; the container's own limit is the same. */
    private static final long LARGEST_FILE_BYTES = 2_000_000_000L;

    private final Feeds feeds;
    private final RequestCaller caller;

    @Inject
    public FeedsResource(Feeds feeds, RequestCaller caller) {
        this.feeds = feeds;
        this.caller = caller;
    }

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "sendFeed",
            summary = "Send a file",
            description =
                    "Stored in the tenant's inbox as if it had been dropped there; parsing begins at once. The same file twice posts nothing twice.")
    @RequestBody(
            description =
                    "the file as it is, in the encoding that the tenant's mapping names; UTF-8 where it names none",
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "Stored; follow the receipt",
            content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public Response send(
            @Parameter(
                            description = "letters, digits, dots, hyphens and underscores",
                            example = "cafe-2026-10.csv",
                            required = true)
                    @QueryParam("fileName")
                    String fileName,
            InputStream content,
            @Context UriInfo uri)
            throws IOException {
        if (fileName == null || fileName.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "fileName");
        }
        FeedReceipt receipt = feeds.receive(caller.get(), fileName, new LimitedBody(content, LARGEST_FILE_BYTES));
        return Response.accepted(ReceiptAnswer.of(receipt))
                .location(uri.getBaseUriBuilder()
                        .path(FeedsResource.class)
                        .path(Long.toString(receipt.id()))
                        .build())
                .build();
    }

    @GET
    @Operation(operationId = "getFeeds", summary = "The tenant's imports", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of receipts",
            content = @Content(schema = @Schema(implementation = FeedsAnswer.class)))
    public FeedsAnswer list(
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<FeedReceipt> page = feeds.list(caller.get(), wanted.cursor(), wanted.limit());
        return new FeedsAnswer(PageRequest.rows(page, ReceiptAnswer::of), PageRequest.next(uri, page));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFeed",
            summary = "A file's receipt",
            description = "Grows while the file is read; exact once its state is `done`.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = ReceiptAnswer.class)))
    @APIResponse(responseCode = "404", ref = "FeedUnknown")
    public ReceiptAnswer get(@Parameter(ref = "FeedId") @PathParam("id") String id) {
        return ReceiptAnswer.of(feeds.get(caller.get(), feedId(id)));
    }

    @GET
    @Path("/{id}/rejects")
    @Produces("text/csv")
    @Operation(
            operationId = "getFeedRejects",
            summary = "The refused lines of a file",
            description = "The original lines with number and reason, ready to be corrected and sent again.")
    @APIResponse(
            responseCode = "200",
            description = "CSV in the encoding of the file, which Content-Type names",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", ref = "FeedUnknown")
    public Response rejects(@Parameter(ref = "FeedId") @PathParam("id") String id) {
        Caller by = caller.get();
        FeedReceipt receipt = feeds.get(by, feedId(id));
        return Download.csv(
                "feed-" + receipt.id() + "-rejects.csv",
                feeds.rejectsEncoding(by, receipt.id()),
                out -> feeds.writeRejects(by, receipt.id(), out));
    }

    private static long feedId(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.FEED_UNKNOWN);
        }
    }
}
