package eu.kontor.portalkit.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure: what it is, how much, and how that compares with the same span before. */
public final class StatTile extends Div {

    private static final long serialVersionUID = 1L;

    private final Span value = new Span();
    private final Span note = new Span();

    /** @param label what the figure counts, with its unit where that is not in the figure */
    public StatTile(String label, String figure) {
        addClassName("k-stat");
        Span name = new Span(label);
        name.addClassName("k-stat-label");
        value.setText(figure);
        value.addClassName("k-stat-value");
        note.addClassName("k-stat-note");
        note.setVisible(false);
        add(name, value, note);
    }

    /** A sentence under the figure, such as the change against the month before. */
    public StatTile note(String sentence) {
        note.setText(sentence);
        note.setVisible(true);
        return this;
    }

    /** The exact value for a hover, where the figure is rounded. */
    public StatTile exactly(String exact) {
        value.setTitle(exact);
        return this;
    }
}
