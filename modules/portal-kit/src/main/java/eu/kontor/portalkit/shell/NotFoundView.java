package eu.kontor.portalkit.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** No view has this address. */
@ParentLayout(MainLayout.class)
public final class NotFoundView extends ProblemView implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(getTranslation("shell.error.notFound"), getTranslation("shell.error.notFoundSentence"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
