package eu.kontor.rest.operations;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.notification.api.ExpiringPoints;
import eu.kontor.notification.api.ExpiringPoints.ExpiringRow;
import eu.kontor.notification.api.ExpiringPoints.ExpiringSum;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.download.Download;
import eu.kontor.rest.operations.ExpiringPointsAnswers.ExpiringPointsAnswer;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who loses what on the 1st. */
@Path("/operations/expiry/preview")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class ExpiringPointsResource {

    private final ExpiringPoints expiring;
    private final Tenants tenants;
    private final RequestCaller caller;

    @Inject
    public ExpiringPointsResource(ExpiringPoints expiring, Tenants tenants, RequestCaller caller) {
        this.expiring = expiring;
        this.tenants = tenants;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "previewExpiry",
            summary = "Who loses what by a day, past or to come",
            description =
                    "If nobody is active before. Largest first; changes nothing. The sums stand on the first page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of members, the first one with the sums",
            content = @Content(schema = @Schema(implementation = ExpiringPointsAnswer.class)))
    public ExpiringPointsAnswer preview(
            @Parameter(description = "the day", example = "2026-12-01") @QueryParam("asOf") String asOf,
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Caller by = caller.get();
        LocalDate day = DayParameter.parse("asOf", asOf);
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<ExpiringRow> page = expiring.page(by, day, wanted.cursor(), wanted.limit());
        Optional<ExpiringSum> sum = wanted.cursor().isEmpty() ? Optional.of(expiring.sum(by, day)) : Optional.empty();
        return ExpiringPointsAnswer.of(day, sum, page, PageRequest.next(uri, page), tenants);
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @Operation(
            operationId = "previewExpiryCsv",
            summary = "All of it as CSV",
            description = "RFC 4180, UTF-8, streamed.")
    @APIResponse(
            responseCode = "200",
            description = "CSV",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@Parameter(description = "the day", example = "2026-12-01") @QueryParam("asOf") String asOf) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR); // before the stream begins: then it is too late to refuse
        LocalDate day = DayParameter.parse("asOf", asOf);
        return Download.csv("expiry-" + day + ".csv", out -> expiring.writeCsv(by, day, out));
    }
}
