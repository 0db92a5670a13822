package eu.kontor.rest.caller;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets no request pass without a valid token, not even to learn that a path is unknown, and knows its caller from then on. The
 * server verifies tokens before; it leaves the refusal to us, so that a caller reads the same kind of answer as for any other
 * mistake.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Service
public class CallerFilter implements ContainerRequestFilter {

    private final TokenCaller callers;
    private final RequestCaller current;

    @Inject
    public CallerFilter(Tenants tenants, RequestCaller current) {
        this.callers = new TokenCaller(tenants);
        this.current = current;
    }

    /** Needed public: RESTEasy looks for one before it asks CDI for the bean. */
    public CallerFilter() {
        this(null, null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken jwt)) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
        current.is(callers.of(new Verified(jwt), AcceptedLanguage.of(request.getAcceptableLanguages())));
    }

    private record Verified(JsonWebToken jwt) implements TokenCaller.Token {

        @Override
        public String raw() {
            return jwt.getRawToken();
        }

        @Override
        public String subject() {
            return jwt.getSubject();
        }

        @Override
        public String name() {
            return Optional.ofNullable(jwt.getName()).orElse(jwt.getSubject());
        }

        @Override
        public Set<String> groups() {
            return Optional.ofNullable(jwt.getGroups()).orElse(Set.of());
        }

        @Override
        public Object claim(String name) {
            return jwt.getClaim(name);
        }
    }
}
