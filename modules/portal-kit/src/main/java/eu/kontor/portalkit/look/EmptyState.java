package eu.kontor.portalkit.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What would be here, and the first step towards it. */
public final class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param title what would be here, in a few words
     * @param sentence what to do first
     * @param steps buttons or links that do it
     */
    public EmptyState(String title, String sentence, Component... steps) {
        addClassName("k-empty");
        add(new H2(title), new Paragraph(sentence));
        if (steps.length > 0) {
            Div actions = new Div(steps);
            actions.addClassName("k-empty-steps");
            add(actions);
        }
    }
}
