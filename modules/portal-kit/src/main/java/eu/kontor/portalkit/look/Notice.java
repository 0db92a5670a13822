package eu.kontor.portalkit.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/**
 * One sentence about what happened, in the place where it happened.
 *
 * <p>An error is announced at once by screen readers ({@code role=alert}), anything else when they are free
 * ({@code role=status}).
 */
public final class Notice extends Div {

    private static final long serialVersionUID = 1L;
    /** Long enough to read two sentences, short enough to be gone before the next guest. */
    private static final int OVER_PAGE_MILLISECONDS = 8_000;

    /** What kind of news it is. */
    public enum Kind {
        ERROR,
        WARNING,
        SUCCESS,
        PLAIN
    }

    private final Span text = new Span();

    /** A notice without a sentence is hidden until {@link #say}. */
    public Notice() {
        addClassName("k-notice");
        add(text);
        setVisible(false);
    }

    public Notice(Kind kind, String sentence) {
        this();
        say(kind, sentence);
    }

    /** Shows a sentence in place of the one before. */
    public void say(Kind kind, String sentence) {
        getElement().setAttribute("role", kind == Kind.ERROR ? "alert" : "status");
        getElement().setAttribute("data-kind", kind.name().toLowerCase(java.util.Locale.ROOT));
        text.setText(sentence);
        setVisible(true);
    }

    public void error(String sentence) {
        say(Kind.ERROR, sentence);
    }

    public void hide() {
        setVisible(false);
    }

    /** For what belongs to no place of the view; it stays some seconds over the page and can be read by screen readers. */
    public static void overPage(String sentence) {
        Notification.show(sentence, OVER_PAGE_MILLISECONDS, Notification.Position.BOTTOM_CENTER)
                .setAssertive(true);
    }
}
