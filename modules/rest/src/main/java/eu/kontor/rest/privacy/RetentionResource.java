package eu.kontor.rest.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.retention.api.RetentionPeriods;
import eu.kontor.retention.api.RetentionPeriods.Kept;
import eu.kontor.retention.api.RetentionPeriods.Run;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long what is kept. */
@Path("/operations/retention")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class RetentionResource {

    private final RetentionPeriods periods;
    private final RequestCaller caller;

    @Inject
    public RetentionResource(RetentionPeriods periods, RequestCaller caller) {
        this.periods = periods;
        this.caller = caller;
    }

    /** Every kind of data that is kept for a period. */
    @Schema(name = "Retention")
    public record RetentionAnswer(List<KeptAnswer> kinds) {}

    /** One kind. */
    @Schema(name = "KeptForAPeriod")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeptAnswer(
            @Schema(description = "as under `retention` in the coalition's file", examples = "guest-notes") String kind,
            @Schema(description = "ISO 8601", examples = "P3Y") String period,
            @Schema(description = "whether the coalition's file says nothing of it") boolean usual,
            @Schema(description = "of the last run; absent before the first") Instant lastRun,
            @Schema(description = "rows or files that went in it") Long removed,
            @Schema(description = "in all runs") Long removedInAll,
            @Schema(description = "what the last run ended with, if it failed; tried again an hour later")
                    String failure) {

        static KeptAnswer of(Kept kept) {
            return new KeptAnswer(
                    kept.kind(),
                    kept.period().toString(),
                    kept.isUsual(),
                    kept.last().map(Run::at).orElse(null),
                    kept.last().map(Run::removed).orElse(null),
                    kept.last().map(Run::removedInAll).orElse(null),
                    kept.last().flatMap(Run::failure).orElse(null));
        }
    }

    @GET
    @Operation(
            operationId = "getRetention",
            summary = "How long which kind of data is kept, and what went",
            description = "Each kind is looked at once a day. The periods are the coalition's.")
    @APIResponse(
            responseCode = "200",
            description = "All kinds",
            content = @Content(schema = @Schema(implementation = RetentionAnswer.class)))
    public RetentionAnswer periods() {
        return new RetentionAnswer(
                periods.all(caller.get()).stream().map(KeptAnswer::of).toList());
    }
}
