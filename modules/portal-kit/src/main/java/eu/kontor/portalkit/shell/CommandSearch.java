package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.shell.Preferences.Scheme;
import eu.kontor.portalkit.shell.Searchable.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The search on one key: type, arrow down, enter. */
final class CommandSearch extends Div {

    private static final long serialVersionUID = 1L;
    /** A pause between two words, not between two letters. */
    private static final int TYPING_PAUSE_MILLISECONDS = 200;
    /** Two texts that the application gives: only it knows what can be searched for. */
    private static final String PLACEHOLDER = "search.placeholder";

    private static final String HINT = "search.hint";

    private final transient SearchPresenter presenter;
    private final transient SignedInCaller current;
    private final transient SignIn signIn;
    private final Dialog dialog = new Dialog();
    private final LineField field = new LineField();
    private final UnorderedList results = new UnorderedList();
    private final Paragraph hint = new Paragraph();

    CommandSearch(SearchPresenter presenter, SignedInCaller current, SignIn signIn) {
        this.presenter = presenter;
        this.signIn = signIn;
        this.current = current;
        addClassName("k-hidden");
        field.setPlaceholder(getTranslation(PLACEHOLDER));
        field.setAriaLabel(getTranslation("shell.search"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        field.addValueChangeListener(change -> show(change.getValue()));
        field.addClassName("k-search-field");
        results.addClassName("k-search-results");
        results.getElement().setAttribute("aria-label", getTranslation("shell.search.results"));
        hint.addClassName("k-quiet");
        hint.getElement().setAttribute("role", "status");
        Div content = new Div(field, results, hint);
        content.addClassName("k-search");
        content.getElement().executeJs("window.kontor && window.kontor.arrows(this)");
        dialog.add(content);
        dialog.addClassName("k-search-dialog");
        dialog.getElement().setAttribute("aria-label", getTranslation("shell.search"));
        dialog.setTop("12vh");
        dialog.setCloseOnOutsideClick(true);
    }

    /** Opens with an empty field and the views to go to. */
    void open() {
        field.clear();
        show("");
        dialog.open();
        field.focus();
    }

    private void show(String typed) {
        Caller caller = current.caller();
        List<Hit> hits = new ArrayList<>(views(caller, typed));
        hits.addAll(presenter.find(caller, typed));
        results.removeAll();
        hits.forEach(
                hit -> results.add(new ListItem(link(hit, () -> UI.getCurrent().navigate(hit.place())))));
        if (presenter.isEnough(typed)) {
            own(new Said(typed, caller.language()), hits);
        }
        hint.setText(
                !presenter.isEnough(typed)
                        ? getTranslation(HINT)
                        : hits.isEmpty() ? getTranslation("shell.search.nothing", typed.trim()) : "");
    }

    private List<Hit> views(Caller caller, String typed) {
        Locale language = caller.language();
        String wanted = typed.trim().toLowerCase(language);
        return NavigationEntry.allowed(caller).stream()
                .map(entry -> new Hit("shell.search.view", getTranslation(entry.textKey()), "", entry.place()))
                .filter(hit -> hit.title().toLowerCase(language).contains(wanted))
                .toList();
    }

    /** What is the person's own: language, light or dark, signing out. */
    private void own(Said said, List<Hit> hits) {
        for (Locale language : Languages.all()) {
            if (said.means("shell.command.language", Languages.nameOf(language))) {
                String title = getTranslation("shell.language", Languages.nameOf(language));
                offer(title, hits, () -> PersonMenu.speak(language));
            }
        }
        for (Scheme scheme : Scheme.values()) {
            String title = getTranslation("shell.scheme." + scheme.name());
            if (said.means("shell.command.scheme", title)) {
                offer(title, hits, () -> PersonMenu.show(scheme));
            }
        }
        if (said.means("shell.command.signOut")) {
            offer(getTranslation("shell.signOut"), hits, () -> PersonMenu.signOut(signIn));
        }
    }

    private void offer(String title, List<Hit> hits, Runnable action) {
        Hit hit = new Hit("shell.command", title, "", "");
        hits.add(hit);
        results.add(new ListItem(link(hit, action)));
    }

    private Anchor link(Hit hit, Runnable action) {
        Span kind = new Span(getTranslation(hit.groupKey()));
        kind.addClassName("k-search-kind");
        Span title = new Span(hit.title());
        title.addClassName("k-search-title");
        Span detail = new Span(hit.detail());
        detail.addClassName("k-search-detail");
        Anchor link = new Anchor(hit.place(), title, detail, kind);
        link.getElement()
                .addEventListener("click", click -> {
                    dialog.close();
                    action.run();
                })
                .preventDefault();
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }
}
