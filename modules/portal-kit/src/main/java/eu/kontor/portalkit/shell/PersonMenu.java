package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.shell.Preferences.Scheme;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The person's name with what is theirs: language, light or dark, signing out. */
final class PersonMenu extends Div {

    private static final long serialVersionUID = 1L;

    PersonMenu(SignedInPerson person, SignIn signIn) {
        addClassName("k-person");
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        languages(bar);
        MenuItem root = bar.addItem(twoSizes(person.name(), initials(person.name())));
        root.setAriaLabel(getTranslation("shell.person", person.name()));
        root.addClassName("k-person-name");
        schemes(root.getSubMenu());
        root.getSubMenu().addSeparator();
        root.getSubMenu().addItem(getTranslation("shell.signInAgain"), click -> UI.getCurrent()
                .getPage()
                .executeJs("return location.pathname + location.search")
                .then(String.class, place -> UI.getCurrent().getPage().setLocation(signIn.signInAgainAddress(place))));
        root.getSubMenu().addItem(getTranslation("shell.signOut"), click -> signOut(signIn));
        add(bar);
    }

    private void languages(MenuBar bar) {
        Locale active = Languages.nearest(getLocale()).orElse(Languages.ENGLISH);
        MenuItem root = bar.addItem(
                twoSizes(Languages.nameOf(active), active.getLanguage().toUpperCase(Locale.ROOT)));
        root.setAriaLabel(getTranslation("shell.language", Languages.nameOf(active)));
        for (Locale language : Languages.all()) {
            MenuItem item = root.getSubMenu().addItem(Languages.nameOf(language), click -> speak(language));
            item.getElement().setAttribute("lang", Languages.htmlTag(language));
            item.setCheckable(true);
            item.setChecked(language.equals(active));
        }
    }

    /** The whole text on a wide screen, a short one on a phone. */
    private static Span twoSizes(String wide, String narrow) {
        Span whole = new Span(wide);
        whole.addClassName("k-wide");
        Span abbreviated = new Span(narrow);
        abbreviated.addClassName("k-narrow");
        return new Span(whole, abbreviated);
    }

    private static String initials(String name) {
        return Arrays.stream(name.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> new String(Character.toChars(word.codePointAt(0))))
                .collect(Collectors.joining());
    }

    static void signOut(SignIn signIn) {
        UI.getCurrent().getPage().executeJs("window.kontorSignOut($0)", signIn.signOutAddress());
    }

    static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        Preferences.remember(
                VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), Preferences.LANGUAGE, language.getLanguage());
        UI.getCurrent().getPage().reload();
    }

    static void show(Scheme scheme) {
        Preferences.remember(
                VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), Preferences.SCHEME, scheme.name());
        UI.getCurrent().getPage().reload();
    }

    private void schemes(SubMenu menu) {
        Scheme active = Preferences.scheme(VaadinRequest.getCurrent());
        for (Scheme scheme : Scheme.values()) {
            MenuItem item = menu.addItem(getTranslation("shell.scheme." + scheme.name()), click -> show(scheme));
            item.setCheckable(true);
            item.setChecked(scheme == active);
        }
    }
}
