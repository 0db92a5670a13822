package eu.kontor.portal.overview;

import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Role;
import eu.kontor.portal.look.ViewFrame;
import eu.kontor.portal.shell.ForRoles;
import eu.kontor.portal.shell.MainLayout;
import eu.kontor.portal.shell.Places;

/** How the tenant or the coalition is doing. */
@Route(value = Places.OVERVIEW, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
public final class OverviewView extends ViewFrame {

    private static final long serialVersionUID = 1L;

    public OverviewView() {
        super("overview.title");
    }
}
