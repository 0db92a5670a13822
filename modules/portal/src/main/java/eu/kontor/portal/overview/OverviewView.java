package eu.kontor.portal.overview;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.security.Principal;

/** Says who is signed in. */
@Route("")
public final class OverviewView extends Main {

    private static final long serialVersionUID = 1L;

    @Inject
    public OverviewView(Principal principal) {
        add(new H1("Kontor"), new Paragraph(principal.getName()));
    }
}
