package eu.kontor.portalkit.look;

import com.vaadin.flow.component.html.Div;

/** Grey bars in the shape of what is being loaded; hidden from screen readers, which hear the loading state of the view. */
public final class Skeleton extends Div {

    private static final long serialVersionUID = 1L;

    /** @param lines how many bars, so that the page does not jump when the content comes */
    public Skeleton(int lines) {
        addClassName("k-skeleton");
        getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < lines; i++) {
            add(new Div());
        }
    }
}
