package eu.kontor.portalkit.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/**
 * Details beside a list: the list stays usable. On a phone it covers the page. Escape closes it and gives the focus back.
 *
 * <p>Put it into a {@code Div} with the class {@code k-with-side} as the list's sibling.
 */
public final class SidePanel extends Aside {

    private static final long serialVersionUID = 1L;

    private final H2 title = new H2();
    private final Div content = new Div();
    private final Button close = new Button();
    private transient Runnable whenClosed = () -> {};

    public SidePanel() {
        addClassName("k-side-panel");
        title.getElement().setAttribute("tabindex", "-1");
        close.setText(getTranslation("look.close"));
        close.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_TERTIARY);
        close.addClickListener(click -> close());
        Div header = new Div(title, close);
        header.addClassNames("k-panel-header", "k-as-written");
        content.addClassName("k-side-panel-content");
        add(header, content);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(this);
    }

    /** Shows content in place of what was there, and moves the focus to its title. */
    public void open(String heading, Component... components) {
        title.setText(heading);
        getElement().setAttribute("aria-label", heading);
        content.removeAll();
        content.add(components);
        setVisible(true);
        title.getElement().callJsFunction("focus");
    }

    public void close() {
        if (isVisible()) {
            setVisible(false);
            content.removeAll();
            whenClosed.run();
        }
    }

    /** What follows a close by the person: usually to put the focus back and to take the item out of the address. */
    public void whenClosed(Runnable action) {
        whenClosed = action;
    }
}
