package eu.kontor.portalkit.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** What may be wider than its place and is then moved sideways: by a finger, a wheel, or the arrow keys of whoever has no mouse. */
public final class Scrolling extends Div {

    private static final long serialVersionUID = 1L;

    /** @param label what it is, for screen readers */
    public Scrolling(String label, Component content) {
        super(content);
        addClassName("k-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
    }
}
