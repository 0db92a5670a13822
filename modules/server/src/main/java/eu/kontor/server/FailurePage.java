package eu.kontor.server;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.AcceptedLanguage;
import eu.kontor.rest.json.JsonBody;
import eu.kontor.rest.problem.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is answered when nobody else did: to a caller of the API a problem document, to a browser a sentence. What went wrong is in the log,
 * under a reference where it was our fault.
 */
@WebServlet("/api/failure")
public class FailurePage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);
    private static final int SERVERS_FAULT = 500;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : RefusalCode.PATH_UNKNOWN.httpStatus();
        Refusal refusal = refusal(request, path, status);
        Locale language = AcceptedLanguage.of(Collections.list(request.getLocales()));
        if (path.startsWith("/api/")) {
            response.setStatus(refusal.code().httpStatus());
            response.setContentType(Problems.MEDIA_TYPE);
            JsonBody.write(Problems.of(refusal, path, language), response.getOutputStream());
        } else {
            response.setStatus(status);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(refusal.sentence(language));
        }
    }

    private static Refusal refusal(HttpServletRequest request, String path, int status) {
        if (status >= SERVERS_FAULT) {
            String instance = "urn:uuid:" + UUID.randomUUID();
            LOG.error(
                    "The request failed, answered as {}",
                    instance,
                    request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                            ? thrown
                            : null);
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
