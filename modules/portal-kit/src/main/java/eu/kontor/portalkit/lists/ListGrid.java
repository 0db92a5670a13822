package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.selection.SelectionModel;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.function.Consumer;

/**
 * A list whose rows open by press or by Enter, up and down move between them; on a phone, and where a panel beside it leaves too
 * little room, one composed column takes the place of all others.
 */
@JavaScript("context://kontor/lists.js")
public final class ListGrid<T> extends Grid<T> {

    private static final long serialVersionUID = 1L;

    /** Shorter lists are as high as their rows. */
    private static final int FITS_A_SCREEN = 14;

    /** A list that is on the first page may be there before its script. */
    private static final String ATTACH =
            """
            const list = this;
            (function attach() {
              if (window.kontorLists) window.kontorLists.attach(list);
              else if (list.isConnected) setTimeout(attach, 20);
            })();
            """;

    private transient Consumer<T> whenOpened = row -> {};

    /** @param label what the list is, for screen readers */
    public ListGrid(String label) {
        addClassName("k-list");
        setAriaLabel(label);
        setSelectionMode(SelectionMode.SINGLE);
        setPageSize(CursorRows.PAGE);
        addItemClickListener(click -> whenOpened.accept(click.getItem()));
        getElement()
                .addEventListener("k-open", event -> {
                    T row = getDataCommunicator()
                            .getKeyMapper()
                            .get(event.getEventData().get("event.detail.key").asString());
                    if (row != null) {
                        // What is chosen of several is chosen for something else than to be looked at.
                        if (getSelectionModel() instanceof SelectionModel.Single<?, ?>) {
                            select(row);
                        }
                        whenOpened.accept(row);
                    }
                })
                .addEventData("event.detail.key");
    }

    /** What opening a row does. */
    public void whenOpened(Consumer<T> action) {
        whenOpened = action;
    }

    /** A column of words. */
    public Column<T> words(String header, ValueProvider<T, ?> value) {
        return addColumn(value).setHeader(header).setAutoWidth(true);
    }

    /** A column with its own way of showing. */
    public Column<T> shown(String header, Renderer<T> renderer) {
        return addColumn(renderer).setHeader(header).setAutoWidth(true);
    }

    /** A column of figures, lined up at the right. */
    public Column<T> figures(String header, ValueProvider<T, ?> value) {
        return words(header, value).setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
    }

    /** The one column that is shown instead of all others where there is no room for them, as on a phone. */
    public Column<T> onPhone(String header, Renderer<T> renderer) {
        Column<T> column = addColumn(renderer).setHeader(header);
        column.getElement().setAttribute("data-phone", "");
        return column;
    }

    /**
     * Rows that are fetched as someone scrolls.
     *
     * @param whenFetched runs at once and after each fetch, for words that follow how many there are
     */
    public void show(CursorRows<T> rows, Runnable whenFetched) {
        whenFetched.run();
        if (!rows.hasMore()) {
            setAllRowsVisible(rows.fetched() <= FITS_A_SCREEN);
            setItems(rows.rows(0, CursorRows.MOST));
            return;
        }
        setItems(DataProvider.fromCallbacks(
                query -> {
                    List<T> fetched = rows.rows(query.getOffset(), query.getLimit());
                    whenFetched.run();
                    return fetched.stream();
                },
                query -> rows.fetched()));
        getLazyDataView().setItemCountUnknown();
        getLazyDataView().setItemCountEstimate(rows.fetched());
        getLazyDataView().setItemCountEstimateIncrease(CursorRows.PAGE);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(ATTACH);
    }
}
