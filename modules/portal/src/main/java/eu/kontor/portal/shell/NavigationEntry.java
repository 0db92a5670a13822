package eu.kontor.portal.shell;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import java.util.List;
import java.util.Set;

/**
 * One job in the navigation.
 *
 * @param place its address
 * @param textKey what it is called
 * @param icon the name of its sign in the phone's bar, see {@code kontor.css}
 * @param roles who sees it; the view's {@link ForRoles} says the same
 */
public record NavigationEntry(String place, String textKey, String icon, Set<Role> roles) {

    private static final List<NavigationEntry> ALL = List.of(
            entry(Places.OVERVIEW, "overview", Role.OPERATOR, Role.ADMIN, Role.FINANCE),
            entry(Places.FRONT_DESK, "frontdesk", Role.ADMIN, Role.FRONT_DESK),
            entry(Places.MEMBERS, "members", Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK),
            entry(Places.IMPORTS, "imports", Role.ADMIN, Role.FINANCE),
            entry(Places.SETTLEMENT, "settlement", Role.OPERATOR, Role.ADMIN, Role.FINANCE),
            entry(Places.EXPIRY, "expiry", Role.OPERATOR),
            entry(Places.TENANTS, "tenants", Role.OPERATOR));

    private static NavigationEntry entry(String place, String name, Role... roles) {
        return new NavigationEntry(place, "shell.nav." + name, name, Set.of(roles));
    }

    /** What the caller's roles allow, in the order of the working day. */
    public static List<NavigationEntry> allowed(Caller caller) {
        return ALL.stream()
                .filter(entry -> caller.isAny(entry.roles.toArray(Role[]::new)))
                .toList();
    }
}
