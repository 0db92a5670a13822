package eu.kontor.rest.trust;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.rest.trust.TrustAnswers.ChangeBody;
import eu.kontor.rest.trust.TrustAnswers.SignalAnswer;
import eu.kontor.rest.trust.TrustAnswers.SignalsAnswer;
import eu.kontor.tenancy.api.Service;
import eu.kontor.trust.api.SignalDesk;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalDesk.Wanted;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.SignalState;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What looks like fraud, and what people made of it. */
@Path("/signals")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trust")
public class SignalsResource {

    private final SignalDesk desk;
    private final BrandNames brands;
    private final RequestCaller caller;

    @Inject
    public SignalsResource(SignalDesk desk, BrandNames brands, RequestCaller caller) {
        this.desk = desk;
        this.brands = brands;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSignals",
            summary = "What looks like fraud, newest first",
            description = "For the operator, and a brand's admins, who see what concerns the brand.")
    @APIResponse(
            responseCode = "200",
            description = "A page of signals",
            content = @Content(schema = @Schema(implementation = SignalsAnswer.class)))
    public SignalsAnswer list(
            @Parameter(description = "new, looked-at, founded or unfounded") @QueryParam("state") String state,
            @Parameter(description = "such as `own-card`") @QueryParam("kind") String kind,
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Caller by = caller.get();
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<SignalRow> page = desk.list(
                by,
                new Wanted(
                        chosen("state", state, SignalState.values(), SignalState::slug),
                        chosen("kind", kind, SignalKind.values(), SignalKind::slug),
                        Optional.empty()),
                wanted.cursor(),
                wanted.limit());
        return new SignalsAnswer(PageRequest.rows(page, this::answer), PageRequest.next(uri, page));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSignal",
            summary = "One signal with what led to it",
            description = "For the operator, and a brand's admins, who see what concerns the brand.")
    @APIResponse(
            responseCode = "200",
            description = "The signal",
            content = @Content(schema = @Schema(implementation = SignalAnswer.class)))
    @APIResponse(responseCode = "404", ref = "SignalUnknown")
    public SignalAnswer get(@PathParam("id") String id) {
        return answer(desk.get(caller.get(), number(id)));
    }

    @POST
    @Path("/{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSignal",
            summary = "Say what you made of it",
            description =
                    "Closing it, as founded or unfounded, needs a note. Nobody changes a signal about themselves. In"
                            + " the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "The signal as it is now",
            content = @Content(schema = @Schema(implementation = SignalAnswer.class)))
    @APIResponse(responseCode = "404", ref = "SignalUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public SignalAnswer change(@PathParam("id") String id, ChangeBody body) {
        SignalState state = chosen("state", body.state(), SignalState.values(), SignalState::slug)
                .orElseThrow(() -> missing("state"));
        int version = Optional.ofNullable(body.version()).orElseThrow(() -> missing("version"));
        return answer(desk.change(caller.get(), number(id), version, state, body.note()));
    }

    private SignalAnswer answer(SignalRow row) {
        return SignalAnswer.of(row, row.tenant().map(brands::slug).orElse(null));
    }

    private static Refusal missing(String field) {
        return new Refusal(RefusalCode.FIELD_MISSING, "field", field);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.SIGNAL_UNKNOWN, "id", id);
        }
    }

    private static <T> Optional<T> chosen(String field, String given, T[] all, Function<T, String> slug) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(all)
                .filter(each -> slug.apply(each).equals(given.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        RefusalCode.FIELD_MALFORMED,
                        "field",
                        field,
                        "value",
                        given,
                        "expected",
                        Phrase.of("one-of", Arrays.stream(all).map(slug).collect(Collectors.joining(", "))))));
    }
}
