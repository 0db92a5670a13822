package eu.kontor.portalkit.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A table for reading and printing: figures at the right, totals at the foot, an optional title per group of rows. */
@Tag("table")
public final class DataTable extends Component {

    private static final long serialVersionUID = 1L;

    private final Element head = new Element("thead");
    private final Element foot = new Element("tfoot");
    private Element body = new Element("tbody");

    /** @param caption what the table is, for screen readers */
    public DataTable(String caption) {
        getElement().getClassList().add("k-lines");
        Element captionElement = new Element("caption").setText(caption);
        getElement().appendChild(captionElement, head, body, foot);
    }

    /** The row of headings. */
    public DataTable headings(Cell... cells) {
        Element row = new Element("tr");
        for (Cell cell : cells) {
            row.appendChild(element("th", cell).setAttribute("scope", "col"));
        }
        head.appendChild(row);
        return this;
    }

    /** Begins a group of rows. */
    public DataTable group() {
        body = new Element("tbody");
        getElement().insertChild(getElement().getChildCount() - 1, body);
        return this;
    }

    /** A row; its first cell names it. */
    public DataTable row(Cell... cells) {
        body.appendChild(rowElement(cells));
        return this;
    }

    /** A row with a group's sums or its title. */
    public DataTable groupRow(Cell... cells) {
        Element row = rowElement(cells);
        row.getClassList().add("k-group");
        body.appendChild(row);
        return this;
    }

    /** A row that is part of the row above it. */
    public DataTable subRow(Cell... cells) {
        Element row = rowElement(cells);
        row.getClassList().add("k-part");
        body.appendChild(row);
        return this;
    }

    /** A row of totals; it stays in sight while the rows scroll. */
    public DataTable total(Cell... cells) {
        foot.appendChild(rowElement(cells));
        return this;
    }

    private static Element rowElement(Cell... cells) {
        Element row = new Element("tr");
        boolean first = true;
        for (Cell cell : List.of(cells)) {
            row.appendChild(first ? element("th", cell).setAttribute("scope", "row") : element("td", cell));
            first = false;
        }
        return row;
    }

    private static Element element(String tag, Cell cell) {
        Element element = new Element(tag);
        if (cell.component() == null) {
            element.setText(cell.text());
        } else {
            element.appendChild(cell.component().getElement());
        }
        if (cell.figure()) {
            element.getClassList().add("k-number");
        }
        if (!cell.label().isEmpty()) {
            element.setAttribute("data-label", cell.label());
        }
        return element;
    }

    /**
     * One cell.
     *
     * @param component instead of the text, or {@code null}
     * @param figure whether it is lined up at the right
     * @param label what the figure is, shown where a phone has no room for headings
     */
    public record Cell(String text, Component component, boolean figure, String label) {

        public static Cell words(String text) {
            return new Cell(text, null, false, "");
        }

        public static Cell of(Component component) {
            return new Cell("", component, false, "");
        }

        public static Cell figure(String text) {
            return new Cell(text, null, true, "");
        }

        public static Cell figure(Component component) {
            return new Cell("", component, true, "");
        }

        /** The same with a label for narrow screens. */
        public Cell labelled(String newLabel) {
            return new Cell(text, component, figure, newLabel);
        }
    }
}
