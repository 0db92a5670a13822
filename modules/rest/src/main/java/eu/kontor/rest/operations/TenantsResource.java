package eu.kontor.rest.operations;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.operations.OperationsAnswers.ConfigurationAnswer;
import eu.kontor.rest.operations.OperationsAnswers.FileAnswer;
import eu.kontor.rest.operations.OperationsAnswers.TenantAnswer;
import eu.kontor.rest.operations.OperationsAnswers.TenantsAnswer;
import eu.kontor.rest.operations.PlanAnswers.PlanAnswer;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.TenantAdministration;
import eu.kontor.tenancy.api.TenantAdministration.Applied;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The operator's tenants and their configuration. */
@Path("/operations")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Operations")
public class TenantsResource {

    private final TenantAdministration administration;
    private final Tenants tenants;
    private final Optional<String> configurationFolder;
    private final RequestCaller caller;

    @Inject
    public TenantsResource(
            TenantAdministration administration,
            Tenants tenants,
            @ConfigProperty(name = "kontor.tenant.config") Optional<String> configurationFolder,
            RequestCaller caller) {
        this.administration = administration;
        this.tenants = tenants;
        this.configurationFolder = configurationFolder;
        this.caller = caller;
    }

    @GET
    @Path("/configuration/plan")
    @Operation(
            operationId = "planConfiguration",
            summary = "What applying the configuration folder would change",
            description =
                    "In words, in the language of `Accept-Language`, section by section; nothing is applied. `fingerprint` goes into the call that applies "
                            + "exactly this. With a mistake in any file `mistakes` lists file, line and what was expected.")
    @APIResponse(
            responseCode = "200",
            description = "What would change",
            content = @Content(schema = @Schema(implementation = PlanAnswer.class)))
    @APIResponse(responseCode = "404", ref = "TenantUnknown")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public PlanAnswer planConfiguration(
            @Parameter(description = "only of this tenant", example = "cafe") @QueryParam("tenant") String tenant) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR);
        Optional<TenantSlug> only =
                Optional.ofNullable(tenant).filter(text -> !text.isBlank()).map(TenantsResource::slugOf);
        return PlanAnswer.of(administration.plan(by, folder(), only), by.language());
    }

    @POST
    @Path("/configuration")
    @Operation(
            operationId = "applyConfiguration",
            summary = "Apply the configuration folder",
            description =
                    "The server's own folder (setting `kontor.tenant.config`). New files provision new tenants; applying twice changes nothing. "
                            + "With a mistake in any file nothing is applied, and `mistakes` lists file, line and what was expected.")
    @APIResponse(
            responseCode = "200",
            description = "What changed",
            content = @Content(schema = @Schema(implementation = ConfigurationAnswer.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Unprocessable")
    public ConfigurationAnswer applyConfiguration(
            @Parameter(description = "of the plan that was shown: applied only if it would still change just that")
                    @QueryParam("fingerprint")
                    String fingerprint) {
        Caller by = caller.get();
        by.mustBe(Role.OPERATOR);
        List<String> steps = new ArrayList<>();
        List<Applied> applied = fingerprint == null || fingerprint.isBlank()
                ? administration.apply(by, folder(), steps::add)
                : administration.apply(by, folder(), fingerprint, steps::add);
        return new ConfigurationAnswer(
                applied.stream()
                        .map(file -> new FileAnswer(
                                file.file(),
                                file.change(),
                                file.milliseconds(),
                                file.notes().stream()
                                        .map(note -> note.text(by.language()))
                                        .toList()))
                        .toList(),
                steps);
    }

    @GET
    @Path("/tenants")
    @Operation(operationId = "getTenants", summary = "All tenants", description = "In the order of their names.")
    @APIResponse(
            responseCode = "200",
            description = "All tenants",
            content = @Content(schema = @Schema(implementation = TenantsAnswer.class)))
    public TenantsAnswer all() {
        caller.get().mustBe(Role.OPERATOR);
        return new TenantsAnswer(tenants.all().stream().map(TenantAnswer::of).toList());
    }

    @POST
    @Path("/tenants/{slug}/suspend")
    @Operation(
            operationId = "suspendTenant",
            summary = "Suspend a tenant",
            description = "Its callers are refused from now on; its data stays.")
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = TenantAnswer.class)))
    @APIResponse(responseCode = "404", ref = "TenantUnknown")
    public TenantAnswer suspend(@Parameter(ref = "Slug") @PathParam("slug") String slug) {
        administration.suspend(caller.get(), slugOf(slug));
        return TenantAnswer.of(tenants.get(slugOf(slug)));
    }

    @POST
    @Path("/tenants/{slug}/resume")
    @Operation(
            operationId = "resumeTenant",
            summary = "End a suspension",
            description = "Its callers are served again.")
    @APIResponse(
            responseCode = "200",
            description = "Active again",
            content = @Content(schema = @Schema(implementation = TenantAnswer.class)))
    @APIResponse(responseCode = "404", ref = "TenantUnknown")
    public TenantAnswer resume(@Parameter(ref = "Slug") @PathParam("slug") String slug) {
        administration.resume(caller.get(), slugOf(slug));
        return TenantAnswer.of(tenants.get(slugOf(slug)));
    }

    @DELETE
    @Path("/tenants/{slug}")
    @Operation(
            operationId = "removeTenant",
            summary = "Undo a tenant's provisioning",
            description = "Identity, schema and role. Refused while the ledger has transfers of it.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", ref = "TenantUnknown")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public void remove(
            @Parameter(ref = "Slug") @PathParam("slug") String slug,
            @Parameter(description = "the slug once more", required = true) @QueryParam("confirmation")
                    String confirmation) {
        administration.remove(caller.get(), slugOf(slug), confirmation == null ? "" : confirmation);
    }

    private java.nio.file.Path folder() {
        return configurationFolder
                .filter(text -> !text.isBlank())
                .map(java.nio.file.Path::of)
                .orElseThrow(() -> new Refusal(RefusalCode.FIELD_MISSING, "field", "kontor.tenant.config"));
    }

    private static TenantSlug slugOf(String text) {
        try {
            return new TenantSlug(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", text);
        }
    }
}
