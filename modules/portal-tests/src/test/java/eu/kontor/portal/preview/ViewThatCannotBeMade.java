package eu.kontor.portal.preview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import eu.kontor.portalkit.shell.MainLayout;

/** Fails while it is opened. */
@Route(value = "faulty/view", layout = MainLayout.class)
public final class ViewThatCannotBeMade extends Div {

    private static final long serialVersionUID = 1L;

    public ViewThatCannotBeMade() {
        throw new IllegalStateException(FaultyView.SECRET);
    }
}
