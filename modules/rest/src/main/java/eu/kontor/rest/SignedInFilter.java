package eu.kontor.rest;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets nobody into the API without a valid token. The server verifies tokens before; it leaves the refusal to us, so that a caller
 * reads the same kind of answer as for any other mistake.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignedInFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() == null) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
    }
}
