package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.portalkit.forms.LineField;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What can be done with a list as a whole, in a row above it: something is looked for in it, columns are chosen, and what is shown becomes a
 * file. Which columns a person wants is remembered by their browser.
 */
public final class ListTools extends Div {

    private static final long serialVersionUID = 1L;

    /** Like the list itself, the tools may be there before their script. */
    private static final String REMEMBERED =
            """
            const list = $0;
            return new Promise(answer => (function ask() {
              if (window.kontorLists) answer(window.kontorLists.remembered(list));
              else if (list.isConnected) setTimeout(ask, 20);
            })());
            """;

    private final transient ListGrid<?> list;
    private final transient Map<String, MenuItem> choices = new LinkedHashMap<>();
    private final MenuBar columns = new MenuBar();

    /** With the choice of columns; the list has its columns already. */
    public ListTools(ListGrid<?> list) {
        this.list = list;
        addClassName("k-list-tools");
        columns.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        columns.addClassName("k-list-columns");
        MenuItem root = columns.addItem(getTranslation("look.list.columns"));
        // The first one is the link: what names the row stays.
        list.columns().stream().skip(1).forEach(column -> choices.put(column.name(), choice(root, column)));
        add(columns);
    }

    /** With a field that looks for words in the rows: for lists that a view does not search by itself. */
    public ListTools finding() {
        LineField field = new LineField();
        field.setPlaceholder(getTranslation("look.list.find"));
        field.setAriaLabel(getTranslation("look.list.find"));
        field.setClearButtonVisible(true);
        field.setValue(list.wanted());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                list.find(change.getValue().strip());
            }
        });
        Span found = new Span(list.found());
        found.addClassName("k-quiet");
        found.getElement().setAttribute("role", "status");
        list.whenArranged(() -> found.setText(list.found()));
        addComponentAsFirst(new Div(field, found));
        return this;
    }

    /** With what is shown as a file. */
    public ListTools exporting() {
        Anchor link = new Anchor(file(list, getLocale()), AttachmentType.DOWNLOAD, getTranslation("look.list.export"));
        link.addClassName("k-list-export");
        add(link);
        return this;
    }

    private static <T> DownloadHandler file(ListGrid<T> list, Locale language) {
        return event -> {
            event.setFileName(list.name() + ".csv");
            event.setContentType("text/csv;charset=UTF-8");
            UI.setCurrent(event.getUI()); // the columns' words are in its language
            try {
                list.file(language).write(event.getOutputStream(), list::each);
            } finally {
                UI.setCurrent(null);
            }
        };
    }

    private MenuItem choice(MenuItem root, ListColumn<?> column) {
        MenuItem item = root.getSubMenu().addItem(column.header(), click -> choose());
        item.setCheckable(true);
        item.setChecked(true);
        item.setKeepOpen(true);
        return item;
    }

    private void choose() {
        Set<String> hidden = new HashSet<>();
        choices.forEach((name, item) -> {
            if (!item.isChecked()) {
                hidden.add(name);
            }
        });
        list.hide(hidden);
        list.getElement().executeJs("window.kontorLists.hide(this, $0)", String.join(",", hidden));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(REMEMBERED, list.getElement()).then(String.class, this::remember);
    }

    private void remember(String names) {
        list.hide(Set.copyOf(new HashSet<>(List.of(names.split(",")))));
        choices.forEach((name, item) -> item.setChecked(!list.isHidden(name)));
    }
}
