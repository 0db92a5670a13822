package eu.kontor.server;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether this server lives and is ready, for whoever starts it and sends it work. Why not is told at the management port only. */
@WebServlet({"/health/live", "/health/ready"})
public class PlainHealth extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Instance<HealthCheck> checks;

    @Inject
    public PlainHealth(@Any Instance<HealthCheck> checks) {
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Annotation kind =
                request.getServletPath().endsWith("/live") ? Liveness.Literal.INSTANCE : Readiness.Literal.INSTANCE;
        boolean isUp =
                checks.select(kind).stream().allMatch(check -> check.call().getStatus() == Status.UP);
        response.setStatus(isUp ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getWriter().print("{\"status\":\"" + (isUp ? Status.UP : Status.DOWN) + "\"}");
    }
}
