package eu.kontor.server;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.AcceptedLanguage;
import eu.kontor.rest.json.JsonBody;
import eu.kontor.rest.problem.Problems;
import eu.kontor.tenancy.api.DatabaseFailure;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is answered when nobody else did: to a caller of the API a problem document, to a person a page that says what to do. What went wrong
 * is in the log, under a reference where it was our fault.
 */
@WebServlet("/api/failure")
public class FailurePage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);
    private static final int SERVERS_FAULT = 500;

    /** About as long as a database takes that comes back after a crash. */
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : RefusalCode.PATH_UNKNOWN.httpStatus();
        Refusal refusal = refusal(request, path, status);
        if (refusal.code() == RefusalCode.UNAVAILABLE) {
            response.setHeader("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
        }
        if (path.startsWith("/api/")) {
            Locale language = AcceptedLanguage.of(Collections.list(request.getLocales()));
            response.setStatus(refusal.code().httpStatus());
            response.setContentType(Problems.MEDIA_TYPE);
            JsonBody.write(Problems.of(refusal, path, language), response.getOutputStream());
        } else {
            tellAPerson(request, response, refusal, status);
        }
    }

    private static void tellAPerson(
            HttpServletRequest request, HttpServletResponse response, Refusal refusal, int status) throws IOException {
        ResourceBundle words = PlainPage.words("failure", request);
        boolean isAway = refusal.code() == RefusalCode.UNAVAILABLE;
        String key =
                switch (refusal.code()) {
                    case UNAVAILABLE -> "away";
                    case INTERNAL_FAULT -> "broken";
                    case NOT_SIGNED_IN -> "notSignedIn";
                    case NOT_PERMITTED -> "notPermitted";
                    case PATH_UNKNOWN -> "nothing";
                    default -> "unreadable";
                };
        Object instance = refusal.details().getOrDefault("instance", "");
        PlainPage.write(
                request,
                response,
                isAway ? refusal.code().httpStatus() : status,
                isAway ? "<meta http-equiv=\"refresh\" content=\"" + RETRY_AFTER_SECONDS + "\">" : "",
                words.getString(key),
                words.getString(key + "Sentence").replace("{instance}", instance.toString()),
                "<p><a href=\"/\">" + words.getString(key.equals("notSignedIn") ? "signIn" : "start") + "</a></p>");
    }

    private static Refusal refusal(HttpServletRequest request, String path, int status) {
        Throwable thrown =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable known ? known : null;
        if (status >= SERVERS_FAULT && DatabaseFailure.passingIn(thrown).isPresent()) {
            LOG.warn("The database failed, and a person is asked to come back: {}", thrown.getMessage());
            return new Refusal(RefusalCode.UNAVAILABLE, "seconds", RETRY_AFTER_SECONDS);
        }
        if (status >= SERVERS_FAULT) {
            String instance = "urn:uuid:" + UUID.randomUUID();
            LOG.error("The request failed, answered as {}", instance, thrown);
            return new Refusal(RefusalCode.INTERNAL_FAULT, "instance", instance);
        }
        RefusalCode code = Arrays.stream(new RefusalCode[] {
                    RefusalCode.NOT_SIGNED_IN, RefusalCode.NOT_PERMITTED, RefusalCode.PATH_UNKNOWN
                })
                .filter(known -> known.httpStatus() == status)
                .findFirst()
                .orElse(RefusalCode.REQUEST_UNREADABLE);
        return new Refusal(code, "path", path);
    }
}
