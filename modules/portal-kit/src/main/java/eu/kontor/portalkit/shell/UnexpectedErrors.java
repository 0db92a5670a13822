package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import eu.kontor.portalkit.i18n.FailureSentence;
import eu.kontor.portalkit.look.Notice;
import java.util.Locale;

/** What a person sees when something fails that no view caught. Nothing typed is lost: the view stays. */
public final class UnexpectedErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        Locale language = ui == null ? Locale.ENGLISH : ui.getLocale();
        String sentence = FailureSentence.of(event.getThrowable(), language);
        if (ui != null) {
            giveBack(event);
            Notice.overPage(sentence);
        }
    }

    /** A button that was to be pressed once only did nothing: it can be pressed again. */
    private static void giveBack(ErrorEvent event) {
        event.getComponent()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(Button::isDisableOnClick)
                .ifPresent(pressed -> pressed.setEnabled(true));
    }
}
