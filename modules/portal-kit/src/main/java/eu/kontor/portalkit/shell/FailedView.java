package eu.kontor.portalkit.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import eu.kontor.portalkit.i18n.FailureSentence;
import jakarta.servlet.http.HttpServletResponse;

/** A view that failed while opening: the log has the rest under the reference that the page names. */
@ParentLayout(MainLayout.class)
public final class FailedView extends ProblemView implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        say(
                getTranslation("shell.error.failed"),
                FailureSentence.of(parameter.getCaughtException(), getLocale()),
                event.getLocation().getPathWithQueryParameters(),
                getTranslation("shell.error.tryAgain"));
        offer(".", getTranslation("shell.error.toStart"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
