package eu.kontor.rest.caller;

import eu.kontor.kernel.Caller;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who the service takes them for: the first thing to try with a new token. */
@Path("/whoami")
@Service
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class WhoAmIResource {

    /**
     * @param subject the identity provider's stable id
     * @param tenant the slug; absent for the operator
     * @param outlet the code of the one outlet to which a machine is bound; absent for one that acts for all
     * @param language of texts in answers, by Accept-Language
     */
    @Schema(name = "WhoAmI")
    public record Answer(
            String subject,
            @Schema(examples = "service-account-svc-cafe") String name,
            @Schema(description = "the tenant's slug; absent for the operator", examples = "cafe") String tenant,
            @Schema(examples = "till") List<String> roles,
            @Schema(
                            description =
                                    "the one outlet to which a machine is bound; absent for one that acts for all",
                            examples = "counter")
                    String outlet,
            @Schema(examples = "en") String language) {}

    private final RequestCaller caller;
    private final Tenants tenants;

    @Inject
    public WhoAmIResource(RequestCaller caller, Tenants tenants) {
        this.caller = caller;
        this.tenants = tenants;
    }

    @GET
    @Operation(
            operationId = "whoAmI",
            summary = "Who does the service take me for?",
            description = "The first thing to try with a new token.")
    @APIResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    public Answer whoAmI() {
        Caller by = caller.get();
        return new Answer(
                by.subject(),
                by.name(),
                by.tenant()
                        .map(tenants::get)
                        .map(Tenant::slug)
                        .map(Object::toString)
                        .orElse(null),
                by.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .sorted()
                        .toList(),
                by.outlet().orElse(null),
                by.language().toLanguageTag());
    }
}
