package eu.kontor.portal.preview;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Page;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.MainLayout;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** A list with as many rows as its address says: {@code long-list/12000}. */
@Route(value = "long-list/:rows", layout = MainLayout.class)
public final class LongListView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    public LongListView() {
        super("look.list.columns");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int count = event.getRouteParameters().getInteger("rows").orElseThrow();
        ListGrid<Integer> list = new ListGrid<>("numbers", "Numbers");
        list.words("name", "Name", row -> "Guest " + row).setRenderer(list.link("Guest ${item.place}"));
        list.figures("points", "Points", String::valueOf, Comparator.naturalOrder());
        list.whenOpened(String::valueOf, row -> {});
        list.show(
                CursorRows.begin((cursor, limit) -> {
                    int from = cursor.map(Integer::parseInt).orElse(0);
                    int end = Math.min(count, from + limit);
                    return new Page<>(
                            IntStream.range(from, end).boxed().toList(),
                            end < count ? Optional.of(String.valueOf(end)) : Optional.empty());
                }),
                () -> {});
        show(new ListTools(list).finding().exporting(), list);
    }
}
