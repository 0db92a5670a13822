package eu.kontor.rest.caller;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.EndedAccess;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets no request pass without a valid token, not even to learn that a path is unknown, and knows its caller from then on. A token that
 * was not seen before is verified by the server, which leaves the refusal to us, so that a caller reads the same kind of answer as for any
 * other mistake.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@Service
public class CallerFilter implements ContainerRequestFilter, RequestCaller {

    private static final String CALLER = Caller.class.getName();

    /** By which one of several tills that share a client says which it is. */
    static final String TILL = "Kontor-Till";

    private static final Pattern TILL_NAME = Pattern.compile("[A-Za-z0-9._:-]{1,32}");
    private static final String TILL_FORM = "A-Z a-z 0-9 . _ : - (1–32)";

    private final TokenCaller callers;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @Inject
    public CallerFilter(Tenants tenants, EndedAccess ended) {
        // Tokens are made and verified by the machines' time, whatever the service believes the time is.
        this.callers = new TokenCaller(tenants, ended, Clock.systemUTC());
    }

    /** Needed public: RESTEasy looks for one before it asks CDI for the bean. */
    public CallerFilter() {
        this(null, null);
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String presented = context.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (presented == null) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
        Locale language = AcceptedLanguage.of(context::getAcceptableLanguages);
        Caller caller = callers.of(presented, this::verified, language);
        Optional<String> till =
                Optional.ofNullable(context.getHeaderString(TILL)).map(CallerFilter::till);
        Origin origin = new Origin(caller.origin().client(), Optional.ofNullable(request.getRemoteAddr()), till);
        request.setAttribute(CALLER, caller.from(origin));
    }

    private static String till(String told) {
        if (!TILL_NAME.matcher(told).matches()) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    TILL,
                    "value",
                    told,
                    "expected",
                    Phrase.of("made-of", TILL_FORM));
        }
        return told;
    }

    @Override
    public Caller get() {
        return known().orElseThrow(() -> new Refusal(RefusalCode.NOT_SIGNED_IN));
    }

    @Override
    public Optional<Caller> known() {
        return Optional.ofNullable((Caller) request.getAttribute(CALLER));
    }

    private TokenCaller.Token verified() {
        try {
            request.authenticate(new Unanswered(response));
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("the server cannot verify a token", e);
        }
        if (request.getUserPrincipal() instanceof JsonWebToken jwt) {
            return new Verified(jwt);
        }
        throw new Refusal(RefusalCode.NOT_SIGNED_IN);
    }

    private record Verified(JsonWebToken jwt) implements TokenCaller.Token {

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
        public Instant issued() {
            return Instant.ofEpochSecond(jwt.getIssuedAtTime());
        }

        @Override
        public Instant expires() {
            return Instant.ofEpochSecond(jwt.getExpirationTime());
        }

        @Override
        public Object claim(String name) {
            return jwt.getClaim(name);
        }
    }
}
