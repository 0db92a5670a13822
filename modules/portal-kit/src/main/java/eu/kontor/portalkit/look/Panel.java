package eu.kontor.portalkit.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled part of a view. */
public final class Panel extends Section {

    private static final long serialVersionUID = 1L;

    private final Div header = new Div();

    public Panel(String title, Component... content) {
        addClassName("k-panel");
        header.addClassName("k-panel-header");
        header.add(new H2(title));
        add(header);
        add(content);
        getElement().setAttribute("aria-label", title);
    }

    /** Things beside the title: a link, a switch. */
    public Panel beside(Component... components) {
        header.add(components);
        return this;
    }
}
