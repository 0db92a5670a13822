package eu.kontor.rest.problem;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.AcceptedLanguage;
import eu.kontor.rest.json.JsonBody;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;

/**
 * Answers whatever is called under {@code /api} and is no endpoint: another version, a mistyped one. Without it the portal would answer
 * with a page. It tells nothing that a caller without a token could not know.
 */
@WebServlet("/api/*")
public class NoEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Locale language = AcceptedLanguage.of(Collections.list(request.getLocales()));
        Refusal refusal = new Refusal(RefusalCode.PATH_UNKNOWN, "path", path);
        response.setStatus(refusal.code().httpStatus());
        response.setContentType(Problems.MEDIA_TYPE);
        JsonBody.write(Problems.of(refusal, path, language), response.getOutputStream());
    }
}
