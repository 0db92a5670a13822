package eu.kontor.portalkit.look;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** An id, a card number or a reference in equally wide digits; a press copies it. Never shown without a name beside it. */
public final class CopyableId extends Span {

    private static final long serialVersionUID = 1L;

    /**
     * @param shown as people read it, for example in groups of four
     * @param copied as systems want it
     */
    public CopyableId(String shown, String copied) {
        addClassName("k-id");
        NativeButton button = new NativeButton(shown);
        button.getElement().setAttribute("aria-label", getTranslation("look.copy", shown));
        button.getElement().setAttribute("title", getTranslation("look.copy", shown));
        button.getElement().setAttribute("data-done", getTranslation("look.copied"));
        button.getElement()
                .executeJs(
                        "const text=$0; this.addEventListener('click', () => window.kontor.copy(this, text));", copied);
        add(button);
    }

    public CopyableId(String text) {
        this(text, text);
    }
}
