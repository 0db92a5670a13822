package eu.kontor.rest.trust;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.download.Download;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.rest.trust.TrustAnswers.EntryAnswer;
import eu.kontor.rest.trust.TrustAnswers.TrailAnswer;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Trail;
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail: all of it for the operator, a brand's own for its admins. */
@Path("/audit")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust")
public class AuditResource {

    private final Trail trail;
    private final BrandNames brands;
    private final RequestCaller caller;

    @Inject
    public AuditResource(Trail trail, BrandNames brands, RequestCaller caller) {
        this.trail = trail;
        this.brands = brands;
        this.caller = caller;
    }

    /** What both calls narrow by. */
    public static final class Filter {

        @QueryParam("person")
        @Parameter(description = "a subject, or a part of a name")
        private String person;

        @QueryParam("action")
        @Parameter(description = "the kind of act, such as `close-window`")
        private String action;

        @QueryParam("from")
        @Parameter(description = "a moment such as 2026-10-31T00:00:00Z")
        private String from;

        @QueryParam("until")
        @Parameter(description = "not included")
        private String until;

        @QueryParam("text")
        @Parameter(description = "a part of what was changed, of what is told about it, or of from where")
        private String text;

        @QueryParam("tenant")
        @Parameter(description = "a brand's slug; for the operator")
        private String tenant;

        Wanted wanted(Caller caller, BrandNames brands) {
            return new Wanted(
                    some(person),
                    some(action),
                    moment("from", from),
                    moment("until", until),
                    some(text),
                    brand(caller, brands));
        }

        private Optional<TenantId> brand(Caller caller, BrandNames brands) {
            return caller.tenant().isPresent() ? Optional.empty() : some(tenant).map(brands::id);
        }

        private static Optional<String> some(String given) {
            return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
        }

        private static Optional<Instant> moment(String field, String given) {
            try {
                return some(given).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
            } catch (DateTimeException e) {
                throw new Refusal(
                        RefusalCode.FIELD_MALFORMED,
                        "field",
                        field,
                        "value",
                        given,
                        "expected",
                        Phrase.of("a-moment-such-as", "2026-10-31T23:59:59Z"));
            }
        }
    }

    @GET
    @Operation(
            operationId = "getAuditTrail",
            summary = "Who did what, newest first",
            description =
                    "For the operator, and a brand's admins. Entries of `refuse-access` tell who was refused for lack"
                            + " of right: the first time, and how often when the hour was over.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the trail",
            content = @Content(schema = @Schema(implementation = TrailAnswer.class)))
    public TrailAnswer entries(
            @BeanParam Filter filter,
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Caller by = caller.get();
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<Entry> page = trail.entries(by, filter.wanted(by, brands), wanted.cursor(), wanted.limit());
        return new TrailAnswer(
                PageRequest.rows(
                        page,
                        entry -> EntryAnswer.of(
                                entry, entry.tenant().map(brands::slug).orElse(null))),
                PageRequest.next(uri, page));
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @Operation(
            operationId = "getAuditTrailCsv",
            summary = "The same as CSV",
            description =
                    "RFC 4180, UTF-8, streamed. What begins like a formula has an apostrophe before it. Who exported"
                            + " it is in the trail.")
    @APIResponse(
            responseCode = "200",
            description = "CSV",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@BeanParam Filter filter) {
        Caller by = caller.get();
        Wanted wanted = filter.wanted(by, brands);
        trail.entries(by, wanted, Optional.empty(), 1);
        return Download.csv("audit-trail.csv", out -> trail.writeCsv(by, wanted, out));
    }
}
