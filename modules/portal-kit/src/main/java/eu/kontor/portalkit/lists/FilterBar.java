package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What a list shows, read as a sentence: words and fields on one line, and how many rows that makes at its end. */
public final class FilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final Span outcome = new Span();

    /** @param label what is filtered, for screen readers */
    public FilterBar(String label) {
        addClassName("k-filter");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", label);
        outcome.addClassName("k-filter-outcome");
        outcome.getElement().setAttribute("role", "status");
        add(outcome);
    }

    /** The next words of the sentence. */
    public FilterBar words(String text) {
        return field(new Span(text));
    }

    /** The next field of the sentence. */
    public FilterBar field(Component component) {
        addComponentAtIndex(getComponentCount() - 1, component);
        return this;
    }

    /** How many rows fit; read out when it changes. */
    public void outcome(String sentence) {
        outcome.setText(sentence);
    }
}
