package eu.kontor.portalkit.look;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import eu.kontor.portalkit.look.DataTable.Cell;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Lines over time with one message: the sentence above, the lines labelled at their ends, the figures in a table below.
 *
 * <p>Lines differ by colour, stroke and label, so that nobody needs to see colours.
 */
public final class LineChart extends Div {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a line is drawn. */
    public enum Tone {
        ACCENT,
        GREY,
        DASHED
    }

    /** @param values one per position of the axis */
    public record Line(String name, Tone tone, List<Long> values) {}

    /** @param positions what is written below the chart; @param rowNames the same positions in the table */
    public record Axis(String title, List<String> positions, List<String> rowNames) {}

    @Tag("kontor-chart")
    @JavaScript("context://kontor/kontor-chart.js")
    private static final class Canvas extends Component {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param message the one thing to see
     * @param format how a value is written in the table
     */
    public LineChart(String message, Axis axis, List<Line> lines, LongFunction<String> format, Locale language) {
        addClassName("k-chart");
        Paragraph sentence = new Paragraph(message);
        sentence.addClassName("k-chart-message");
        Canvas canvas = new Canvas();
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement().setAttribute("aria-label", getTranslation("look.chartWithTable", message));
        canvas.getElement().setAttribute("lang", language.toLanguageTag());
        canvas.getElement().setProperty("model", model(axis, lines));
        NativeDetails table = new NativeDetails(getTranslation("look.showTable"), table(message, axis, lines, format));
        add(sentence);
        getElement().appendChild(canvas.getElement());
        add(table);
    }

    private static String model(Axis axis, List<Line> lines) {
        ObjectNode model = JSON.createObjectNode();
        ArrayNode positions = model.putArray("positions");
        axis.positions().forEach(positions::add);
        ArrayNode series = model.putArray("lines");
        for (Line line : lines) {
            ObjectNode node = series.addObject();
            node.put("name", line.name());
            node.put("tone", line.tone().name().toLowerCase(Locale.ROOT));
            ArrayNode values = node.putArray("values");
            line.values().forEach(values::add);
        }
        return model.toString();
    }

    private static Component table(String message, Axis axis, List<Line> lines, LongFunction<String> format) {
        DataTable table = new DataTable(message);
        Cell[] headings = new Cell[lines.size() + 1];
        headings[0] = Cell.words(axis.title());
        for (int i = 0; i < lines.size(); i++) {
            headings[i + 1] = Cell.figure(lines.get(i).name());
        }
        table.headings(headings);
        for (int row = axis.rowNames().size() - 1; row >= 0; row--) {
            Cell[] cells = new Cell[lines.size() + 1];
            cells[0] = Cell.words(axis.rowNames().get(row));
            for (int i = 0; i < lines.size(); i++) {
                cells[i + 1] = Cell.figure(format.apply(lines.get(i).values().get(row)))
                        .labelled(lines.get(i).name());
            }
            table.row(cells);
        }
        return table;
    }
}
