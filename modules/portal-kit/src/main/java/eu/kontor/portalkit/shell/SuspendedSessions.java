package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.SynchronizedRequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import eu.kontor.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Whoever has a view of a brand open while it is suspended gets nothing more from it: before anything that was pressed, typed
 * or uploaded there is looked at, the page is loaded anew, and {@link ViewAccess} then refuses it. Views need not ask again.
 */
final class SuspendedSessions extends SynchronizedRequestHandler {

    private static final long serialVersionUID = 1L;

    /** Where Vaadin serves and takes the files of open views. */
    private static final String FILES = "/VAADIN/dynamic/";

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return isAction(request) || isFile(request);
    }

    /** @return whether it was refused here; otherwise it goes its way */
    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        if (!isSuspended(session)) {
            return false;
        }
        if (isFile(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "The brand is suspended");
            return true;
        }
        if (!showsAView(session.getService().findUI(request))) {
            return false;
        }
        String loadAnew = VaadinService.createCriticalNotificationJSON(null, null, null, null);
        UidlRequestHandler.commitJsonResponse(response, loadAnew);
        return true;
    }

    private static boolean isSuspended(VaadinSession session) {
        try {
            return session.getService()
                    .getInstantiator()
                    .getOrCreate(SignedInCaller.class)
                    .isSuspended();
        } catch (Refusal nobody) {
            return false;
        }
    }

    /** The page that tells of the suspension still changes language or brand, and a new page must find its way to it. */
    private static boolean showsAView(UI ui) {
        return ui != null
                && ui.getInternals().getActiveRouterTargetsChain().stream()
                        .findFirst()
                        .filter(view -> !(view instanceof ProblemView))
                        .isPresent();
    }

    private static boolean isAction(VaadinRequest request) {
        return HandlerHelper.isRequestType(request, RequestType.UIDL);
    }

    private static boolean isFile(VaadinRequest request) {
        return request.getPathInfo() != null && request.getPathInfo().startsWith(FILES);
    }
}
