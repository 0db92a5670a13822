package eu.kontor.portal.imports;

import com.vaadin.flow.component.html.Div;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Scrolling;
import java.util.List;
import java.util.stream.IntStream;

/** The beginning of a file, as it was cut into columns: whoever knows the file sees whether that is right. */
final class FirstLinesTable extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    FirstLinesTable(Sketch sketch) {
        DataTable table = new DataTable(getTranslation("imports.layout.lines"));
        table.headings(sketch.header().stream().map(Cell::words).toArray(Cell[]::new));
        sketch.firstLines().stream()
                .limit(SHOWN)
                .forEach(line -> table.row(cells(line, sketch.header().size())));
        add(new Scrolling(getTranslation("imports.layout.lines"), table));
    }

    private static Cell[] cells(List<String> line, int width) {
        return IntStream.range(0, width)
                .mapToObj(i -> Cell.words(i < line.size() ? line.get(i) : ""))
                .toArray(Cell[]::new);
    }
}
