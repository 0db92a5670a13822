package eu.kontor.rest.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.proof.api.Seals;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.card.NamedTransfers;
import eu.kontor.rest.download.Download;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.rest.settlement.SettlementAnswers.StatementAnswer;
import eu.kontor.rest.settlement.SettlementAnswers.StatementTransfersAnswer;
import eu.kontor.rest.settlement.SettlementAnswers.WindowAnswer;
import eu.kontor.rest.settlement.SettlementAnswers.WindowsAnswer;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.StatementDocuments;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Settlement. */
@Path("/settlement/windows")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settlement")
public class SettlementResource {

    private static final String PDF = "application/pdf";

    private final Settlement settlement;
    private final Tenants tenants;
    private final Seals seals;
    private final StatementDocuments documents;
    private final NamedTransfers named;
    private final RequestCaller caller;

    @Inject
    public SettlementResource(
            Settlement settlement,
            Tenants tenants,
            Seals seals,
            StatementDocuments documents,
            NamedTransfers named,
            RequestCaller caller) {
        this.settlement = settlement;
        this.tenants = tenants;
        this.seals = seals;
        this.documents = documents;
        this.named = named;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getWindows",
            summary = "Settlement windows",
            description = "Newest first; points are the caller's, or everyone's for the operator.")
    @APIResponse(
            responseCode = "200",
            description = "All windows",
            content = @Content(schema = @Schema(implementation = WindowsAnswer.class)))
    public WindowsAnswer windows() {
        return new WindowsAnswer(
                settlement.windows(caller.get()).stream().map(WindowAnswer::of).toList());
    }

    @GET
    @Path("/{window}/statement")
    @Produces({MediaType.APPLICATION_JSON, PDF})
    @Operation(
            operationId = "getStatement",
            summary = "A partner's statement",
            description =
                    "Frozen for a closed window, as of now for an open one. A tenant's caller gets its own; the operator names the partner. "
                            + "With `Accept: application/pdf` it is the document that is handed over and paid by, in the language of `Accept-Language`.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementAnswer.class)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", ref = "WindowUnknown")
    public Response statement(
            @Parameter(ref = "Window") @PathParam("window") String window,
            @Parameter(ref = "Partner") @QueryParam("partner") String partner,
            @Context Request request) {
        Caller by = caller.get();
        Tenant of = partner(by, partner);
        YearMonth month = WindowId.parse(window);
        Statement statement = settlement.statement(by, month, of.id());
        Variant wanted =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(PDF))
                        .build());
        if (wanted != null && wanted.getMediaType().toString().equals(PDF)) {
            return Download.pdf(
                    of.slug().value() + '-' + month + ".pdf",
                    out -> documents.writePdf(by, month, of.id(), by.language(), out));
        }
        return Response.ok(
                        StatementAnswer.of(statement, of.slug(), documents.letterhead(by, statement), seals.latest(by)),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/{window}/statement/transfers")
    @Operation(
            operationId = "getStatementTransfers",
            summary = "The transfers behind a statement",
            description = "By business date and number.")
    @APIResponse(
            responseCode = "200",
            description = "A page of transfers",
            content = @Content(schema = @Schema(implementation = StatementTransfersAnswer.class)))
    @APIResponse(responseCode = "404", ref = "WindowUnknown")
    public StatementTransfersAnswer transfers(
            @Parameter(ref = "Window") @PathParam("window") String window,
            @Parameter(ref = "Partner") @QueryParam("partner") String partner,
            @Parameter(
                            description = "only this kind",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "earn",
                                                "redeem",
                                                "reverse",
                                                "repay",
                                                "expire",
                                                "gift_given",
                                                "gift_received",
                                                "redemption_returned",
                                                "points_returned"
                                            }))
                    @QueryParam("kind")
                    String kind,
            @Parameter(
                            description =
                                    "only what the till calls so: what was sold and paid with points under it, with what came back of "
                                            + "that, and what came back under it; on one page, of every kind",
                            example = "T1-000123")
                    @QueryParam("reference")
                    String reference,
            @Parameter(ref = "Cursor") @QueryParam("cursor") String cursor,
            @Parameter(ref = "Limit") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Caller by = caller.get();
        if (reference != null) {
            List<TransferRow> called = settlement.transfersCalled(
                    by, WindowId.parse(window), partner(by, partner).id(), reference);
            return new StatementTransfersAnswer(named.of(by, new Page<>(called, Optional.empty())), null);
        }
        PageRequest wanted = PageRequest.of(cursor, limit);
        Page<TransferRow> page = settlement.transfers(
                by, WindowId.parse(window), partner(by, partner).id(), kind(kind), wanted.cursor(), wanted.limit());
        return new StatementTransfersAnswer(named.of(by, page), PageRequest.next(uri, page));
    }

    @GET
    @Path("/{window}/statement/csv")
    @Produces("text/csv")
    @Operation(
            operationId = "getStatementCsv",
            summary = "All transfers of a statement as CSV",
            description = "RFC 4180, UTF-8, streamed; each with its price and exact amount.")
    @APIResponse(
            responseCode = "200",
            description = "CSV",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", ref = "WindowUnknown")
    public Response csv(
            @Parameter(ref = "Window") @PathParam("window") String window,
            @Parameter(ref = "Partner") @QueryParam("partner") String partner) {
        Caller by = caller.get();
        Tenant of = partner(by, partner);
        YearMonth month = WindowId.parse(window);
        settlement.statement(by, month, of.id());
        return Download.csv(
                of.slug().value() + '-' + month + ".csv", out -> settlement.writeCsv(by, month, of.id(), out));
    }

    @GET
    @Path("/{window}/statement/evidence")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "getStatementEvidence",
            summary = "What it takes to check a statement against a seal",
            description =
                    "The partner's sealed transfers of the window and the hashes that lead from them to the seal, as text, streamed. "
                            + "With it, the seal and the CSV file the program of `/seals/program` checks the statement without trusting the server.")
    @APIResponse(
            responseCode = "200",
            description = "Evidence, version 1",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", ref = "SealUnknown")
    public Response evidence(
            @Parameter(ref = "Window") @PathParam("window") String window,
            @Parameter(ref = "Partner") @QueryParam("partner") String partner,
            @Parameter(
                            description = "the number of the seal that you were handed; the newest when absent",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @QueryParam("seal")
                    String seal) {
        Caller by = caller.get();
        Tenant of = partner(by, partner);
        YearMonth month = WindowId.parse(window);
        long number =
                seals.evidenceLeadsTo(by, of.id(), month, sealNumber(seal)).number();
        return Download.text(
                of.slug().value() + '-' + month + "-seal-" + number + ".txt",
                out -> seals.writeEvidence(by, of.id(), month, Optional.of(number), out));
    }

    private static Optional<Long> sealNumber(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "seal",
                    "value",
                    text,
                    "expected",
                    Phrase.of("a-number-such-as", 17));
        }
    }

    private Tenant partner(Caller by, String slug) {
        if (by.tenant().isPresent()) {
            return tenants.get(by.tenant().get());
        }
        if (slug == null || slug.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "partner");
        }
        return tenants.get(slugOf(slug));
    }

    private static TenantSlug slugOf(String text) {
        try {
            return new TenantSlug(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", text);
        }
    }

    private static Optional<TransferKind> kind(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(TransferKind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(
                                () -> new Refusal(
                                        RefusalCode.FIELD_MALFORMED,
                                        "field",
                                        "kind",
                                        "value",
                                        text,
                                        "expected",
                                        Phrase.of(
                                                "one-of",
                                                "earn, redeem, reverse, repay, expire, gift_given, gift_received, redemption_returned, points_returned, goodwill, goodwill_taken_back, operator_goodwill, operator_goodwill_taken_back"))));
    }
}
