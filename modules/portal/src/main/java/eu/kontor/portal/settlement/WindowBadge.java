package eu.kontor.portal.settlement;

import com.vaadin.flow.component.html.Span;
import eu.kontor.settlement.api.Settlement.State;

/** A window's state in a word. */
final class WindowBadge extends Span {

    private static final long serialVersionUID = 1L;

    WindowBadge(State state) {
        addClassName("k-badge");
        setText(getTranslation("settlement.state." + state.name()));
        String look = look(state);
        if (!look.isEmpty()) {
            addClassName(look);
        }
    }

    static String look(State state) {
        return switch (state) {
            case RUNNING -> "";
            case READY -> "k-badge-active";
            case CLOSED -> "k-badge-good";
        };
    }
}
