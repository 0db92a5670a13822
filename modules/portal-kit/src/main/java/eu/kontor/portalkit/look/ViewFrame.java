package eu.kontor.portalkit.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** The frame of every view: one heading, an optional sentence under it, actions beside it, then the content. */
public abstract class ViewFrame extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final Div actions = new Div();
    private final Div content = new Div();

    /** @param titleKey the text of the heading and of the browser's title */
    @SuppressWarnings("this-escape") // a component is put together in its constructor; nobody else sees it before
    protected ViewFrame(String titleKey) {
        addClassName("k-view");
        heading.setText(getTranslation(titleKey));
        lead.addClassName("k-view-lead");
        lead.setVisible(false);
        actions.addClassName("k-view-actions");
        content.addClassName("k-view-content");
        Div words = new Div(heading, lead);
        Div header = new Div(words, actions);
        header.addClassName("k-view-header");
        super.add(header, content);
    }

    /** Replaces the heading, for a view about one thing: a member, a window. */
    protected final void heading(String text) {
        heading.setText(text);
    }

    /** The sentence under the heading; an empty text removes it. */
    protected final void lead(String sentence) {
        lead.setText(sentence);
        lead.setVisible(!sentence.isEmpty());
    }

    /** What can be done with the view as a whole. */
    protected final void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    /** Adds to the content under the header. */
    protected final void show(Component... components) {
        content.add(components);
    }

    /** Empties the content. */
    protected final void clear() {
        content.removeAll();
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · Kontor";
    }
}
