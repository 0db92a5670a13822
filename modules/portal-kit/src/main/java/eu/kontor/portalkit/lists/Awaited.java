package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.i18n.FailureSentence;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Skeleton;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A place whose content may take longer than a click should: the skeleton is there at once, the content when it has come. Of several
 * questions only the last one's answer is shown. What failed is said in the place, where it can be asked for again.
 */
public final class Awaited extends Div {

    private static final long serialVersionUID = 1L;

    private final transient BackgroundWork background;
    private final int lines;
    private long questions;

    /** @param lines of the skeleton */
    public Awaited(BackgroundWork background, int lines) {
        this.background = background;
        this.lines = lines;
    }

    /**
     * @param ask runs without a window; it knows only what it captured
     * @param show puts the content here, in the window
     * @param refused the same for a refusal; any other failure is said here, with a button that asks again
     */
    public <T> void ask(UI ui, Supplier<T> ask, Consumer<T> show, Consumer<Refusal> refused) {
        long question = ++questions;
        removeAll();
        add(new Skeleton(lines));
        getElement().setAttribute("aria-busy", "true");
        background.load(ui, () -> answer(ask), answer -> {
            if (question == questions) {
                settle();
                answer.accept(show, refused, failure -> offerAgain(ui, failure, () -> ask(ui, ask, show, refused)));
            }
        });
    }

    private void offerAgain(UI ui, RuntimeException failure, Runnable again) {
        Locale language = ui == null ? Locale.ENGLISH : ui.getLocale();
        Button button = new Button(Texts.of("shell.error.tryAgain", language), press -> again.run());
        button.addClassName("k-again");
        add(new Notice(Notice.Kind.ERROR, FailureSentence.of(failure, language)), button);
    }

    /** Forgets what was asked and shows nothing. */
    public void settle() {
        questions++;
        removeAll();
        getElement().removeAttribute("aria-busy");
    }

    private interface Answer<T> {
        void accept(Consumer<T> show, Consumer<Refusal> refused, Consumer<RuntimeException> failed);
    }

    private static <T> Answer<T> answer(Supplier<T> ask) {
        try {
            T content = ask.get();
            return (show, refused, failed) -> show.accept(content);
        } catch (Refusal refusal) {
            return (show, refused, failed) -> refused.accept(refusal);
        } catch (RuntimeException failure) {
            return (show, refused, failed) -> failed.accept(failure);
        }
    }
}
