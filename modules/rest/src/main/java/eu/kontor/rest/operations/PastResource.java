package eu.kontor.rest.operations;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Past;
import eu.kontor.membership.api.Members;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.operations.PastAnswers.BalanceThen;
import eu.kontor.rest.operations.PastAnswers.PositionsThen;
import eu.kontor.rest.settlement.WindowId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was answered then. */
@Path("/operations/past")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class PastResource {

    private final Past past;
    private final Members members;
    private final Tenants tenants;
    private final RequestCaller caller;

    @Inject
    public PastResource(Past past, Members members, Tenants tenants, RequestCaller caller) {
        this.past = past;
        this.members = members;
        this.tenants = tenants;
        this.caller = caller;
    }

    @GET
    @Path("/cards/{number}")
    @Operation(
            operationId = "getCardThen",
            summary = "What a card's member had at a past moment",
            description = "Right after the last posting that had begun by then.")
    @APIResponse(
            responseCode = "200",
            description = "The balance as it was",
            content = @Content(schema = @Schema(implementation = BalanceThen.class)))
    @APIResponse(responseCode = "404", ref = "CardUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public BalanceThen balance(
            @Parameter(ref = "CardNumber") @PathParam("number") String number,
            @Parameter(description = "the moment, with its zone; not in the future", example = "2026-10-31T23:59:59Z")
                    @QueryParam("at")
                    String at) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR);
        Instant moment = DayParameter.moment("at", at);
        CardNumber card = CardNumber.parse(number);
        return BalanceThen.of(card, past.balance(by, members.byCard(by, card).member(), moment));
    }

    @GET
    @Path("/windows/{window}")
    @Operation(
            operationId = "getPositionsThen",
            summary = "A window's sums as they stood at a past moment",
            description = "By partner, outlet, kind and month of business, whether the window is closed now or not.")
    @APIResponse(
            responseCode = "200",
            description = "The sums as they were",
            content = @Content(schema = @Schema(implementation = PositionsThen.class)))
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public PositionsThen positions(
            @Parameter(description = "the window's month", example = "2026-10") @PathParam("window") String window,
            @Parameter(description = "the moment, with its zone; not in the future", example = "2026-10-31T23:59:59Z")
                    @QueryParam("at")
                    String at) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR);
        Instant moment = DayParameter.moment("at", at);
        YearMonth month = WindowId.parse(window);
        return PositionsThen.of(month, moment, past.positions(by, month, moment), tenants);
    }
}
