package eu.kontor.rest.caller;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TextPolicy;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Lets no text pass in a path, a query or a header that has a character which texts do not have ({@link TextPolicy#LINE}). */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CheckedParameters implements ContainerRequestFilter {

    /** All that resources read of a request's header. */
    public static final List<String> HEADERS = List.of("Idempotency-Key");

    /** @throws Refusal {@code FIELD_CHARACTER_FORBIDDEN} */
    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        check(uri.getPathParameters());
        check(uri.getQueryParameters());
        for (String header : HEADERS) {
            String value = request.getHeaderString(header);
            if (value != null) {
                TextPolicy.LINE.checked(header, value);
            }
        }
    }

    private static void check(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            TextPolicy.LINE.checked(name, name);
            values.forEach(value -> TextPolicy.LINE.checked(name, value));
        });
    }
}
