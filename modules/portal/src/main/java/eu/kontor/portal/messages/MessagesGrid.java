package eu.kontor.portal.messages;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import eu.kontor.portal.messages.MessagesPresenter.Row;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.ListGrid;
import java.util.function.Consumer;

/** One row per message that is set aside; the oldest first. */
final class MessagesGrid extends Composite<ListGrid<Row>> {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    MessagesGrid(Wording wording) {
        this.wording = wording;
    }

    @Override
    protected ListGrid<Row> initContent() {
        ListGrid<Row> grid = new ListGrid<>(getTranslation("messages.title"));
        grid.shown(
                getTranslation("messages.column.what"),
                LitRenderer.<Row>of("<span class='k-strong'>${item.what}</span>")
                        .withProperty("what", this::what));
        grid.words(getTranslation("messages.column.brand"), Row::brand);
        grid.words(getTranslation("messages.column.member"), Row::member);
        grid.words(getTranslation("messages.column.since"), this::since);
        grid.words(getTranslation("messages.column.why"), this::why);
        grid.figures(getTranslation("messages.column.waiting"), row -> wording.formats()
                .count(row.message().waiting()));
        grid.onPhone(
                getTranslation("messages.title"),
                LitRenderer.<Row>of("<div class='k-compact'><span class='k-strong'>${item.what}</span>"
                                + "<span class='k-compact-number'>${item.since}</span>"
                                + "<span class='k-compact-note k-compact-wide'>${item.whose}</span>"
                                + "<span class='k-compact-note k-compact-wide'>${item.why}</span></div>")
                        .withProperty("what", this::what)
                        .withProperty("since", this::since)
                        .withProperty("whose", MessagesGrid::whose)
                        .withProperty("why", this::why));
        return grid;
    }

    void whenOpened(Consumer<Row> action) {
        getContent().whenOpened(action);
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
