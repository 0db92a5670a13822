package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.SynchronizedRequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import eu.kontor.kernel.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A tab whose page says what does not hold any more gets nothing more from it: before anything that was pressed, typed or uploaded there is
 * looked at, the page is loaded anew. So it is when its brand was suspended, when its person's roles changed, and when it asks for another
 * brand than it was opened for. Views need not ask again.
 */
final class OutdatedTabs extends SynchronizedRequestHandler {

    private static final long serialVersionUID = 1L;

    /** Where Vaadin serves and takes the files of open views. */
    private static final String FILES = "/VAADIN/dynamic/";

    private static final String OF_VAADIN = "/VAADIN/";

    @Override
    protected boolean canHandleRequest(VaadinRequest request) {
        return isAction(request) || isFile(request) || isPage(request);
    }

    /** @return whether it was refused here; otherwise it goes its way */
    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        SignedInCaller current = session.getService().getInstantiator().getOrCreate(SignedInCaller.class);
        if (isPage(request)) {
            return isOfAnotherPerson(current, session, request, response)
                    || leadsElsewhere(current, session, request, response);
        }
        UI tab = session.getService().findUI(request);
        boolean isOutdated = current.isOver(session) || isOfAnotherBrand(tab, request);
        if (isFile(request)) {
            if (isOutdated || isSuspended(current)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN, "The page is outdated");
                return true;
            }
            return false;
        }
        if (!isOutdated && !(isSuspended(current) && showsAView(tab))) {
            return false;
        }
        String loadAnew = VaadinService.createCriticalNotificationJSON(null, null, null, null);
        UidlRequestHandler.commitJsonResponse(response, loadAnew);
        return true;
    }

    /** Who must sign in again is led there; who asks for no brand is led to the first of theirs, so that the tab says which it is. */
    private static boolean leadsElsewhere(
            SignedInCaller current, VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        if (current.isOver(session)) {
            if (hasSignedInAnew(current, session)) {
                request.getWrappedSession().invalidate();
            } else {
                signOut(request);
            }
            lead(response, asked(request));
            return true;
        }
        if (TabBrand.of(request).isPresent()) {
            return false;
        }
        Optional<String> first = beginning(current);
        first.ifPresent(
                slug -> lead(response, TabBrand.address(request.getContextPath(), slug) + withoutBrand(request)));
        return first.isPresent();
    }

    /** A session that the browser brought along and somebody else began: whoever is signed in now gets one of their own. */
    private static boolean isOfAnotherPerson(
            SignedInCaller current, VaadinSession session, VaadinRequest request, VaadinResponse response) {
        SignIn signIn = session.getService().getInstantiator().getOrCreate(SignIn.class);
        boolean isOfAnother = signIn.subject()
                .filter(subject -> current.isOfAnother(session, subject))
                .isPresent();
        if (isOfAnother) {
            request.getWrappedSession().invalidate();
            lead(response, asked(request));
        }
        return isOfAnother;
    }

    /** A sign-in of after the change may find the session of before it; it must not be thrown away with it. */
    private static boolean hasSignedInAnew(SignedInCaller current, VaadinSession session) {
        SignIn signIn = session.getService().getInstantiator().getOrCreate(SignIn.class);
        try {
            return signIn.idTokenClaims()
                    .map(ClaimsReader::read)
                    .filter(current::counts)
                    .isPresent();
        } catch (Refusal nobody) {
            return false;
        }
    }

    /** The address as the browser has it. */
    private static String asked(VaadinRequest request) {
        String start = TabBrand.of(request)
                .map(brand -> TabBrand.address(request.getContextPath(), brand.slug()))
                .orElse(request.getContextPath() + '/');
        return start + withoutBrand(request);
    }

    private static String withoutBrand(VaadinRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        String query = ((VaadinServletRequest) request).getHttpServletRequest().getQueryString();
        return path + (query == null ? "" : '?' + query);
    }

    private static Optional<String> beginning(SignedInCaller current) {
        try {
            SignedInPerson person = current.person();
            return person.operator() ? Optional.empty() : current.first(person);
        } catch (Refusal nobody) {
            return Optional.empty();
        }
    }

    private static void signOut(VaadinRequest request) throws IOException {
        HttpServletRequest plain = ((VaadinServletRequest) request).getHttpServletRequest();
        request.getWrappedSession().invalidate();
        try {
            plain.logout();
        } catch (ServletException e) {
            throw new IOException("the server does not forget who was signed in", e);
        }
    }

    private static void lead(VaadinResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
    }

    private static boolean isOfAnotherBrand(UI tab, VaadinRequest request) {
        return tab != null && !TabBrand.of(tab).equals(TabBrand.of(request));
    }

    private static boolean isSuspended(SignedInCaller current) {
        try {
            return current.isSuspended();
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

    /** What a person opens, and not what a page fetches. */
    private static boolean isPage(VaadinRequest request) {
        String accepted = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && request.getParameter("v-r") == null
                && accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("text/html")
                && !(request.getPathInfo() != null && request.getPathInfo().startsWith(OF_VAADIN));
    }
}
