package eu.kontor.rest.problem;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.AcceptedLanguage;
import eu.kontor.rest.caller.RequestCaller;
import eu.kontor.rest.metrics.TillMetrics;
import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.TenantAdministration.InvalidConfiguration;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into a problem document: refusals as they are, the container's own answers (no such path,
 * method or media type) under types of ours, without its words, which name classes, a database that is away as {@code unavailable} with the time after which to come back,
 * and faults as {@code internal-fault} with an instance that the log repeats.
 */
@Provider
@Service
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    /** Said when the database is away: about as long as it takes to come back after a crash. */
    private static final int RETRY_AFTER_SECONDS = 2;

    /** The detail of a refusal that says after how many seconds to try again. */
    private static final String SECONDS = "seconds";

    private static final int FIRST_FAILURE = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final TillMetrics metrics;
    private final RequestCaller callers;
    private final AccessRefusals accesses;

    @Context
    private HttpHeaders headers;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @Inject
    public ProblemMapper(TillMetrics metrics, RequestCaller callers, AccessRefusals accesses) {
        this.metrics = metrics;
        this.callers = callers;
        this.accesses = accesses;
    }

    /** Needed public: RESTEasy looks for one before it asks CDI for the bean. */
    public ProblemMapper() {
        this(null, null, null);
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < FIRST_FAILURE) {
            return answer.getResponse();
        }
        String instance = uri.getRequestUri().getPath();
        Locale language = AcceptedLanguage.of(headers);
        if (cause instanceof InvalidConfiguration invalid) {
            return invalidConfiguration(invalid, instance, language);
        }
        Refusal refusal = cause instanceof Refusal known ? known : refusalOf(cause, instance);
        metrics.refused(refusal.code());
        if (refusal.code().httpStatus() == FORBIDDEN) {
            callers.known().ifPresent(caller -> accesses.refused(caller, instance, refusal.code()));
        }
        return response(refusal, Problems.of(refusal, instance, language));
    }

    private static Response response(Refusal refusal, Map<String, Object> document) {
        int status = refusal.code().httpStatus();
        Response.ResponseBuilder response =
                Response.status(status).type(Problems.MEDIA_TYPE).entity(document);
        if (status == UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kontor\"");
        }
        if (status == UNAVAILABLE || status == TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, refusal.details().getOrDefault(SECONDS, RETRY_AFTER_SECONDS));
        }
        return response.build();
    }

    private Refusal refusalOf(Throwable cause, String path) {
        return switch (cause) {
            case NotFoundException _ -> new Refusal(RefusalCode.PATH_UNKNOWN, "path", path);
            case NotAllowedException notAllowed ->
                new Refusal(
                        RefusalCode.METHOD_NOT_ALLOWED,
                        "path",
                        path,
                        "method",
                        request.getMethod(),
                        "allowed",
                        String.join(", ", allowed(notAllowed.getResponse())));
            case NotAcceptableException _ ->
                new Refusal(
                        RefusalCode.NOT_ACCEPTABLE,
                        "wanted",
                        String.valueOf(headers.getHeaderString(HttpHeaders.ACCEPT)));
            case NotSupportedException _ ->
                new Refusal(
                        RefusalCode.MEDIA_TYPE_NOT_SUPPORTED,
                        "given",
                        String.valueOf(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
            case NotAuthorizedException _ -> new Refusal(RefusalCode.NOT_SIGNED_IN);
            case WebApplicationException web
            when web.getResponse().getStatus() < 500 -> new Refusal(RefusalCode.REQUEST_UNREADABLE);
            default ->
                DatabaseFailure.passingIn(cause).map(ProblemMapper::unavailable).orElseGet(() -> fault(cause));
        };
    }

    /** Without its stack: while the database is away there is one of these for every request. */
    private static Refusal unavailable(DatabaseFailure failure) {
        LOG.warn("The database failed, and the caller is asked to come back: {}", failure.getMessage());
        return new Refusal(RefusalCode.UNAVAILABLE, SECONDS, RETRY_AFTER_SECONDS);
    }

    private static List<String> allowed(Response response) {
        return response.getAllowedMethods().stream().sorted().toList();
    }

    private static Refusal fault(Throwable cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.error("The request failed, answered as {}", instance, cause);
        return new Refusal(RefusalCode.INTERNAL_FAULT, "instance", instance);
    }

    private static Response invalidConfiguration(InvalidConfiguration invalid, String instance, Locale language) {
        var first = invalid.mistakes().getFirst();
        Refusal refusal = new Refusal(
                RefusalCode.CONFIGURATION_INVALID,
                "file",
                first.file(),
                "line",
                first.line(),
                "problem",
                first.expected());
        Map<String, Object> document = Problems.of(refusal, instance, language);
        document.put(
                "mistakes",
                invalid.mistakes().stream()
                        .map(mistake ->
                                Map.of("file", mistake.file(), "line", mistake.line(), "expected", mistake.expected()))
                        .collect(Collectors.toList()));
        return response(refusal, document);
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        return cause;
    }
}
