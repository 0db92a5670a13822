package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import eu.kontor.kernel.Refusal;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What surrounds every view: the brand and its switcher, navigation by job, search, language and person.
 *
 * <p>Beside the content on a wide screen; on a phone the navigation becomes a bar at the thumb and the rest a row on top.
 */
@JavaScript("context://kontor/kontor.js")
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final String CONTENT_ID = "content";
    /** A desk waits for it; a server that comes back bears as many questions as there are desks. */
    private static final int RECONNECT_MILLISECONDS = 2_000;

    private final Main content = new Main();
    private final Map<String, Anchor> links = new LinkedHashMap<>();

    @Inject
    public MainLayout(SignedInCaller current, Tenants tenants, SignIn signIn, SearchPresenter finder) {
        addClassName("k-shell");
        content.setId(CONTENT_ID);
        content.addClassName("k-content");
        content.getElement().setAttribute("tabindex", "-1");
        Anchor skip = new Anchor("#" + CONTENT_ID, getTranslation("shell.skip"));
        skip.addClassName("k-skip");
        skip.getElement().setAttribute("router-ignore", true);
        Div offline = new Div(getTranslation("shell.offline"));
        offline.addClassName("k-offline");
        offline.getElement().setAttribute("role", "status");
        offline.getElement().setAttribute("hidden", true);
        CommandSearch search = new CommandSearch(finder, current, signIn);
        try {
            add(skip, offline, side(current, tenants.coalition()), top(current, signIn, search), content, search);
        } catch (Refusal nobody) {
            add(skip, content);
            addClassName("k-shell-bare");
            return;
        }
        // Under which the browser remembers what this person chose, apart from others at the same desk.
        getElement()
                .setAttribute(
                        "data-person",
                        Integer.toHexString(current.person().subject().hashCode()));
        Shortcuts.addShortcutListener(this, search::open, Key.KEY_K, KeyModifier.CONTROL);
        Shortcuts.addShortcutListener(this, search::open, Key.KEY_K, KeyModifier.META);
    }

    /** A line that comes back is noticed before the next guest. */
    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().getReconnectDialogConfiguration().setReconnectInterval(RECONNECT_MILLISECONDS);
    }

    private Component side(SignedInCaller current, Coalition coalition) {
        Aside side = new Aside();
        side.addClassName("k-side");
        Span scheme = new Span(coalition.name());
        Span points = new Span(getTranslation("shell.pointsAre", coalition.pointsName(getLocale())));
        Div foot = new Div(scheme, points);
        foot.addClassName("k-side-foot");
        side.add(new TenantSwitcher(current, coalition), navigation(current), foot);
        side.getElement().setAttribute("aria-label", getTranslation("shell.side"));
        return side;
    }

    private Nav navigation(SignedInCaller current) {
        UnorderedList list = new UnorderedList();
        for (NavigationEntry entry : entries(current)) {
            Anchor link = new Anchor(entry.place(), new Span(getTranslation(entry.textKey())));
            link.getElement().setAttribute("data-icon", entry.icon());
            links.put(entry.place(), link);
            list.add(new ListItem(link));
        }
        Nav nav = new Nav(list);
        nav.addClassName("k-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav"));
        return nav;
    }

    /** Of a suspended brand there is nothing to go to; the switcher stays. */
    private static List<NavigationEntry> entries(SignedInCaller current) {
        if (current.isSuspended()) {
            return List.of();
        }
        return NavigationEntry.allowed(current.caller());
    }

    private Component top(SignedInCaller current, SignIn signIn, CommandSearch search) {
        Span label = new Span(getTranslation("shell.search"));
        Span key = new Span();
        key.addClassName("k-key");
        key.getElement().setAttribute("aria-hidden", "true");
        key.getElement().executeJs("this.textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K'");
        NativeButton find = new NativeButton();
        find.add(label, key);
        find.addClassName("k-search-button");
        find.setAriaLabel(getTranslation("shell.search")); // a phone shows only a sign
        find.getElement().setAttribute("aria-keyshortcuts", "Control+K Meta+K");
        find.addClickListener(click -> search.open());
        find.setVisible(!current.isSuspended());
        Header header = new Header(find, new PersonMenu(current.person(), signIn));
        header.addClassName("k-top");
        return header;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldView) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String first = event.getLocation().getFirstSegment();
        links.forEach((place, link) -> {
            if (place.equals(first)) {
                link.getElement().setAttribute("aria-current", "page");
                // On a phone the bar may hold more jobs than it shows.
                link.getElement().executeJs("this.scrollIntoView({block: 'nearest', inline: 'center'})");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }
}
