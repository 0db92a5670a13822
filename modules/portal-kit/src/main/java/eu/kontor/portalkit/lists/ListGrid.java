package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.selection.SelectionModel;
import com.vaadin.flow.function.ValueProvider;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.look.Notice;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A list whose rows open by press or by Enter, up and down move between them; a row is a link, too, so that it opens in a new tab. Headers
 * sort, somebody chooses the columns, and what is shown is also a file ({@link ListTools}). Where there is no room for the columns, one composed
 * column takes the place of all others.
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

    private static final String SORT = "sort";
    private static final String FIND = "find";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final String name;
    private final transient Map<String, ListColumn<T>> columns = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private transient Consumer<T> whenOpened = row -> {};
    private transient Function<T, String> place = row -> "";
    private transient Kept kept = Kept.NOWHERE;
    private transient CursorRows<T> rows = CursorRows.of(List.of());
    private transient Runnable whenFetched = () -> {};
    private transient Runnable whenArranged = () -> {};
    private transient Optional<ListOrder> order = Optional.empty();
    private transient Optional<ChosenRows<T>> arranged = Optional.empty();
    private String find = "";

    /**
     * @param name the same in every language: under it a browser remembers the columns; also the name of the list's file
     * @param label what the list is, for screen readers
     */
    public ListGrid(String name, String label) {
        this.name = name;
        addClassName("k-list");
        getElement().setAttribute("data-list", name);
        setAriaLabel(label);
        setSelectionMode(SelectionMode.SINGLE);
        setPageSize(CursorRows.PAGE);
        addItemClickListener(click -> whenOpened.accept(click.getItem()));
        addDataGenerator((row, json) -> json.put("href", place.apply(row)));
        addSortListener(sorted -> sort(sorted.getSortOrder().stream()
                .findFirst()
                .map(chosen -> new ListOrder(
                        chosen.getSorted().getKey(), chosen.getDirection() == SortDirection.DESCENDING))));
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

    /**
     * Where a row leads.
     *
     * @param address for a new tab: of the thing, or of the view with the row opened
     * @param action what a press does in this one
     */
    public void whenOpened(Function<T, String> address, Consumer<T> action) {
        place = address;
        whenOpened = action;
    }

    /** How the list is sorted and what is looked for in it is kept there. Before the rows are shown. */
    public void keptIn(Kept where) {
        kept = where;
    }

    /** A column of words, sorted as the reader's language does. */
    public Column<T> words(String key, String header, ValueProvider<T, String> value) {
        Column<T> column = add(key, header, value, false, addColumn(value));
        Collator alphabet = Collator.getInstance(getLocale());
        sorts(column, Comparator.comparing(value, alphabet));
        return column;
    }

    /**
     * A column with its own way of showing, sorted by its words.
     *
     * @param text the same in words
     */
    public Column<T> shown(String key, String header, Renderer<T> renderer, ValueProvider<T, String> text) {
        Column<T> column = add(key, header, text, false, addColumn(renderer));
        Collator alphabet = Collator.getInstance(getLocale());
        sorts(column, Comparator.comparing(text, alphabet));
        return column;
    }

    /**
     * A column of figures, lined up at the right.
     *
     * @param order by which it is sorted
     */
    public Column<T> figures(String key, String header, ValueProvider<T, String> value, Comparator<T> order) {
        Column<T> column = add(key, header, value, true, addColumn(value));
        column.setTextAlign(ColumnTextAlign.END).setFlexGrow(0);
        sorts(column, order);
        return column;
    }

    /** Sorted by something else than its words: a day, a state. */
    public void sorts(Column<T> column, Comparator<T> order) {
        columns.computeIfPresent(column.getKey(), (key, known) -> known.sortedBy(order));
        column.setSortable(true);
    }

    private Column<T> add(String key, String header, ValueProvider<T, String> text, boolean figure, Column<T> column) {
        column.setKey(key).setHeader(header).setAutoWidth(true);
        column.setComparator((one, other) -> 0); // the rows come in their order
        column.getElement().setAttribute("data-key", key);
        columns.put(key, new ListColumn<>(key, header, text::apply, figure, null, column));
        return column;
    }

    /** The one column that is shown instead of all others where there is no room for them, as on a phone. */
    public Column<T> onPhone(String header, Renderer<T> renderer) {
        Column<T> column = addColumn(renderer).setHeader(header);
        column.getElement().setAttribute("data-phone", "");
        return column;
    }

    /** What names a row, as the link that it is: a template for the first column and for the phone's. */
    public LitRenderer<T> link(String template) {
        return LitRenderer.<T>of("<a class='k-row-link' tabindex='-1' href=${item.place}>" + template + "</a>")
                .withProperty("place", row -> place.apply(row));
    }

    /** Rows that are all there. */
    public void show(List<T> all) {
        show(CursorRows.of(all), () -> {});
    }

    /**
     * Rows that are fetched as someone scrolls.
     *
     * @param whenMore runs at once and after each fetch, for words that follow how many there are
     */
    public void show(CursorRows<T> fetched, Runnable whenMore) {
        rows = fetched;
        whenFetched = whenMore;
        find = kept.read().apply(FIND).orElse("");
        order = kept.read().apply(SORT).flatMap(text -> ListOrder.parse(text, columns));
        order.ifPresent(this::showArrow);
        arrange();
    }

    private void showArrow(ListOrder chosen) {
        sort(List.of(new GridSortOrder<>(
                columns.get(chosen.column()).column(),
                chosen.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    private void sort(Optional<ListOrder> wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            kept.write().accept(SORT, wanted.map(ListOrder::text).orElse(""));
            arrange();
        }
    }

    /** Shows the rows in which these words are; all for none. */
    void find(String words) {
        find = words;
        kept.write().accept(FIND, words);
        arrange();
    }

    /** In the order in which they come, page by page; or else sorted and chosen on the server, among all rows that there are. */
    private void arrange() {
        arranged = Optional.empty();
        if (isArranged()) {
            rows.fetchAll();
            ChosenRows<T> chosen = chosen();
            if (order.isPresent() && !chosen.isWhole()) {
                doWithoutOrder();
                chosen = chosen();
            }
            if (isArranged()) {
                arranged = Optional.of(chosen);
            }
        }
        whenFetched.run();
        whenArranged.run();
        if (arranged.isPresent()) {
            showAll(arranged.get().rows());
        } else if (rows.hasMore()) {
            showAsFetched();
        } else {
            showAll(rows.rows(0, CursorRows.MOST));
        }
    }

    private boolean isArranged() {
        return order.isPresent() || !find.isEmpty();
    }

    /** The first ones of a part are not the first ones of all. */
    private void doWithoutOrder() {
        order = Optional.empty();
        kept.write().accept(SORT, "");
        sort(List.of());
        Notice.overPage(getTranslation("look.list.tooManyToSort", count(ChosenRows.MOST_READ)));
    }

    private ChosenRows<T> chosen() {
        return ChosenRows.of(rows, wanted(find), order.map(by -> by.comparator(columns)), CursorRows.MOST);
    }

    private Predicate<T> wanted(String words) {
        String plain = plain(words);
        return row -> plain.isEmpty()
                || columns.values().stream()
                        .anyMatch(column -> plain(column.text().apply(row)).contains(plain));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private void showAll(List<T> all) {
        setAllRowsVisible(all.size() <= FITS_A_SCREEN);
        setItems(all);
    }

    private void showAsFetched() {
        setAllRowsVisible(false);
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

    // ── For the tools beside the list ──────────────────────────────────────────────────────────────────────────

    String name() {
        return name;
    }

    List<ListColumn<T>> columns() {
        return List.copyOf(columns.values());
    }

    boolean isHidden(String column) {
        return hidden.contains(column);
    }

    void hide(Set<String> names) {
        hidden.clear();
        hidden.addAll(names);
        hidden.retainAll(columns.keySet());
    }

    /** How many rows are left of how many. */
    String found() {
        if (arranged.isEmpty()) {
            return "";
        }
        ChosenRows<T> chosen = arranged.get();
        String found = count(chosen.found());
        if (!chosen.isWhole()) {
            return getTranslation("look.list.foundSoFar", found, count(chosen.looked()));
        }
        if (chosen.found() > chosen.rows().size()) {
            return getTranslation("look.list.firstOf", count(chosen.rows().size()), found);
        }
        return find.isEmpty() ? "" : getTranslation("look.list.found", found, count(chosen.looked()));
    }

    private String count(int number) {
        return Formats.in(getLocale()).count(number);
    }

    String wanted() {
        return find;
    }

    void whenArranged(Runnable action) {
        whenArranged = action;
    }

    /** What is shown, as a file: the columns, the order and the choice. */
    ListFile<T> file(Locale language) {
        return new ListFile<>(
                columns().stream().filter(column -> !isHidden(column.name())).toList(), language);
    }

    /** Hands out the rows of the file; those that a list is too long to show are among them. */
    void each(Consumer<T> taker) {
        Predicate<T> wanted = wanted(find);
        if (order.isPresent()) {
            ChosenRows.of(rows, wanted, order.map(by -> by.comparator(columns)), Integer.MAX_VALUE)
                    .rows()
                    .forEach(taker);
        } else {
            rows.each(row -> {
                if (wanted.test(row)) {
                    taker.accept(row);
                }
            });
        }
    }
}
