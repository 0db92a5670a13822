package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import eu.kontor.kernel.Caller;
import java.util.Comparator;
import java.util.List;

/**
 * One job in the navigation: a view with {@link Menu}, whose title is the key of a text and whose order is the working day's. Who sees
 * it is said once, by the view's {@link ForRoles}.
 *
 * @param place its address
 * @param textKey what it is called
 * @param icon the name of its sign in the phone's bar, for a style sheet's {@code data-icon}
 */
public record NavigationEntry(String place, String textKey, String icon) {

    /** What the caller's roles allow, in the order of the working day. */
    static List<NavigationEntry> allowed(Caller caller) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> mayOpen(caller, route.getNavigationTarget()))
                .filter(route -> route.getMenuData() != null)
                .sorted(Comparator.comparing(route -> route.getMenuData().order()))
                .map(NavigationEntry::of)
                .toList();
    }

    private static boolean mayOpen(Caller caller, Class<? extends Component> view) {
        ForRoles wanted = view.getAnnotation(ForRoles.class);
        return wanted != null && caller.isAny(wanted.value());
    }

    private static NavigationEntry of(RouteData route) {
        return new NavigationEntry(
                route.getTemplate(),
                route.getMenuData().title(),
                route.getMenuData().icon());
    }
}
