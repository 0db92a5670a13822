package eu.kontor.rest.operations;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.notification.api.MemberNotices;
import eu.kontor.notification.api.MemberNotices.Audience;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.download.Download;
import eu.kontor.rest.json.LimitedBody;
import eu.kontor.rest.operations.ExpiryAnswers.ExpiredAnswer;
import eu.kontor.rest.operations.ExpiryAnswers.ExpiryBody;
import eu.kontor.rest.operations.ExpiryAnswers.ProgressAnswer;
import eu.kontor.rest.operations.ExpiryAnswers.SentAnswer;
import eu.kontor.rest.operations.ExpiryAnswers.ToldAnswer;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points that expire: the run, and the notices without which nothing does. */
@Path("/operations/expiry")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class ExpiryResource {

    /** A million notices of a hundred bytes each. */
    private static final long LARGEST_FILE_BYTES = 100_000_000L;

    private final Expiry expiry;
    private final MemberNotices notices;
    private final RequestCaller caller;

    @Inject
    public ExpiryResource(Expiry expiry, MemberNotices notices, RequestCaller caller) {
        this.expiry = expiry;
        this.notices = notices;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "runExpiry",
            summary = "Expire what was announced for a day or before",
            description =
                    "Nothing expires without a notice. May be stopped and run again: it goes on where it was, and what expired does not expire twice.")
    @APIResponse(
            responseCode = "200",
            description = "What this call expired",
            content = @Content(schema = @Schema(implementation = ExpiredAnswer.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public ExpiredAnswer run(ExpiryBody body) {
        return ExpiredAnswer.of(expiry.run(caller.get(), DayParameter.parse("asOf", body.asOf())));
    }

    @GET
    @Operation(
            operationId = "getExpiry",
            summary = "How far the last run came",
            description = "The run that moved last: whether it is under way, was stopped or has ended.")
    @APIResponse(
            responseCode = "200",
            description = "The run that moved last",
            content = @Content(schema = @Schema(implementation = ProgressAnswer.class)))
    @APIResponse(responseCode = "204", description = "There was none yet")
    public Response progress() {
        return expiry.progress(caller.get())
                .map(progress -> Response.ok(ProgressAnswer.of(progress)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @POST
    @Path("/stop")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "stopExpiry",
            summary = "Stop the run under way after its batch",
            description = "By the clock none begins again until somebody runs it.")
    @APIResponse(responseCode = "204", description = "It stops, or there was none")
    public void stop() {
        expiry.stop(caller.get());
    }

    @GET
    @Path("/notices")
    @Produces("text/csv")
    @Operation(
            operationId = "listExpiryNotices",
            summary = "What members must be told as of a day",
            description =
                    "CSV: what runs out within the days of notice and was not announced. The same file, sent back, says that they were told.")
    @APIResponse(
            responseCode = "200",
            description = "CSV",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response due(
            @Parameter(description = "the day on which they will be told", example = "2026-11-01") @QueryParam("day")
                    String day,
            @Parameter(description = "only whom mail cannot reach: no e-mail address, or the guest of no brand")
                    @QueryParam("withoutAddress")
                    @DefaultValue("false")
                    boolean withoutAddress) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR); // before the stream begins: then it is too late to refuse
        LocalDate told = DayParameter.parse("day", day);
        Audience audience = withoutAddress ? Audience.WITHOUT_ADDRESS : Audience.EVERYBODY;
        return Download.csv("notices-" + told + ".csv", out -> notices.writeDue(by, told, audience, out));
    }

    @POST
    @Path("/notices")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "sendExpiryNotices",
            summary = "Write to everybody who must be told by today",
            description =
                    "Once a day the clock does the same, but only when every window before the current month is closed: feeds of an older "
                            + "month may still bring visits that keep points alive. This call does not wait for them. Nobody is told twice.")
    @APIResponse(
            responseCode = "200",
            description = "How many were told",
            content = @Content(schema = @Schema(implementation = SentAnswer.class)))
    public SentAnswer send() {
        return SentAnswer.of(notices.send(caller.get()));
    }

    @POST
    @Path("/notices/told")
    @Consumes({
        "text/csv",
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM,
        "application/gzip",
        "application/zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @Operation(
            operationId = "recordExpiryNotices",
            summary = "Say that members were told elsewhere, by letter or telephone",
            description =
                    "The CSV of the list, or a part of it; only its column `notice` is read. Separated by commas, semicolons or tabs, as its "
                            + "header is. When a line is refused, earlier ones may be on record already; sent again they are left out.")
    @RequestBody(
            description = "the file as it is: CSV, packed or not, or a workbook (xlsx)",
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What was kept on record",
            content = @Content(schema = @Schema(implementation = ToldAnswer.class)))
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public ToldAnswer told(
            @Parameter(description = "the day on which they were told; not in the future", example = "2026-11-01")
                    @QueryParam("day")
                    String day,
            InputStream file)
            throws IOException {
        return ToldAnswer.of(
                notices.told(caller.get(), DayParameter.parse("day", day), new LimitedBody(file, LARGEST_FILE_BYTES)));
    }
}
