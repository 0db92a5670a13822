package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import eu.kontor.portalkit.look.EmptyState;

/** A page that says why there is no view here, and what to do. */
abstract class ProblemView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private String title = "";

    ProblemView() {
        addClassName("k-problem");
    }

    /** Shows a heading, a sentence, and the way back to the start. */
    protected final void say(String heading, String sentence) {
        title = heading;
        removeAll();
        add(new EmptyState(heading, sentence, new Anchor(".", getTranslation("shell.error.toStart"))));
    }

    /** Shows a heading and a sentence and offers an address that leaves the portal. */
    protected final void say(String heading, String sentence, String address, String offer) {
        say(heading, sentence);
        removeAll();
        Anchor leave = new Anchor(address, offer);
        leave.getElement().setAttribute("router-ignore", true);
        add(new EmptyState(heading, sentence, leave));
    }

    /** Offers one more address that leaves the portal. */
    protected final void offer(String address, String offer) {
        Anchor leave = new Anchor(address, offer);
        leave.getElement().setAttribute("router-ignore", true);
        add(new Paragraph(leave));
    }

    @Override
    public String getPageTitle() {
        return title + " · Kontor";
    }
}
