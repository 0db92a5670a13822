package eu.kontor.rest.feed;

import eu.kontor.feeds.api.FeedTrials;
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
import eu.kontor.rest.feed.TrialAnswers.TrialAnswer;
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
    private final FeedTrials trials;
    private final RequestCaller caller;

    @Inject
    public FeedsResource(Feeds feeds, FeedTrials trials, RequestCaller caller) {
        this.feeds = feeds;
        this.trials = trials;
        this.caller = caller;
    }

    @POST
    @Consumes({
        "text/csv",
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM,
        "application/gzip",
        "application/zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Operation(
            operationId = "sendFeed",
            summary = "Send a file",
            description =
                    "Stored in the tenant's inbox as if it had been dropped there; parsing begins at once. The same file twice posts nothing twice.")
    @RequestBody(
            description =
                    "the file as it is: text in the encoding that the tenant's mapping names (UTF-8 where it names none) or in UTF-16, packed (gz, zip with one file), or a workbook (xlsx)",
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

    @POST
    @Path("/trial")
    @Consumes({
        "text/csv",
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM,
        "application/gzip",
        "application/zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Operation(
            operationId = "tryFeed",
            summary = "Try a file",
            description =
                    "Reads, evaluates and posts the file's first two thousand lines, and takes all of it back: what would post, earn, be skipped or refused. "
                            + "A file that nothing reads is answered with a sketch of a mapping for it.")
    @RequestBody(
            description = "the file as it is, up to 64 MiB",
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "What would become of it; nothing was posted",
            content = @Content(schema = @Schema(implementation = TrialAnswer.class)))
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public TrialAnswer trial(
            @Parameter(
                            description = "letters, digits, dots, hyphens and underscores; decides which mappings fit",
                            example = "cafe-2026-10.csv",
                            required = true)
                    @QueryParam("fileName")
                    String fileName,
            InputStream content)
            throws IOException {
        if (fileName == null || fileName.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "fileName");
        }
        return TrialAnswer.of(trials.tryFile(caller.get(), fileName, new LimitedBody(content, FeedTrials.MOST_BYTES)));
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
