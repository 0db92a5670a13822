package eu.kontor.portal.messages;

import com.vaadin.flow.component.Composite;
import eu.kontor.portal.messages.MessagesPresenter.Row;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;

/** One row per message that is set aside; the oldest first. */
final class MessagesGrid extends Composite<ListGrid<Row>> {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    MessagesGrid(Wording wording) {
        this.wording = wording;
    }

    @Override
    protected ListGrid<Row> initContent() {
        ListGrid<Row> grid = new ListGrid<>("messages", getTranslation("messages.title"));
        grid.shown(
                "what",
                getTranslation("messages.column.what"),
                grid.link("<span class='k-strong'>${item.what}</span>").withProperty("what", this::what),
                this::what);
        grid.words("brand", getTranslation("messages.column.brand"), Row::brand);
        grid.words("member", getTranslation("messages.column.member"), Row::member);
        grid.sorts(
                grid.words("since", getTranslation("messages.column.since"), this::since),
                Comparator.comparing(row -> row.message().since()));
        grid.words("why", getTranslation("messages.column.why"), this::why);
        grid.figures(
                "waiting",
                getTranslation("messages.column.waiting"),
                row -> wording.formats().count(row.message().waiting()),
                Comparator.comparing(row -> row.message().waiting()));
        grid.onPhone(
                getTranslation("messages.title"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.what}</span>"
                                + "<span class='k-compact-number'>${item.since}</span>"
                                + "<span class='k-compact-note k-compact-wide'>${item.whose}</span>"
                                + "<span class='k-compact-note k-compact-wide'>${item.why}</span></div>")
                        .withProperty("what", this::what)
                        .withProperty("since", this::since)
                        .withProperty("whose", MessagesGrid::whose)
                        .withProperty("why", this::why));
        return grid;
    }

    void whenOpened(Function<Row, String> place, Consumer<Row> action) {
        getContent().whenOpened(place, action);
    }

    void keptIn(Kept where) {
        getContent().keptIn(where);
    }

    ListTools tools() {
        return new ListTools(getContent()).finding().exporting();
    }

    void show(CursorRows<Row> rows, Runnable whenFetched) {
        getContent().show(rows, whenFetched);
    }

    private String what(Row row) {
        return MessageWords.topic(row.message().topic(), wording.language());
    }

    private String since(Row row) {
        return wording.formats()
                .momentNear(row.message().since(), wording.clock().instant(), wording.zone());
    }

    private String why(Row row) {
        return MessageWords.why(row.message().why(), wording.language());
    }

    private static String whose(Row row) {
        return row.member().isEmpty() ? row.brand() : row.brand() + ", " + row.member();
    }
}
