package eu.kontor.portal.settlement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.kontor.kernel.Caller;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.FailureSentence;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.settlement.api.Settlement.WindowRow;

/** What a close would freeze, and the close itself: asked once more, done in the background, said when done. */
final class ClosePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SettlementPresenter presenter;
    private final transient BackgroundWork background;
    private final transient Caller caller;
    private final transient Wording wording;
    private transient Runnable whenClosed = () -> {};

    ClosePanel(SettlementPresenter presenter, BackgroundWork background, Caller caller, Wording wording) {
        this.presenter = presenter;
        this.background = background;
        this.caller = caller;
        this.wording = wording;
        addClassName("k-close");
    }

    void whenClosed(Runnable action) {
        whenClosed = action;
    }

    void show(WindowRow window) {
        Matrix matrix = presenter.matrix(caller, window.window());
        Button close = new Button(getTranslation("settlement.close", month(window)), click -> confirm(window, matrix));
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close.setEnabled(matrix.cancels());
        removeAll();
        add(
                new Paragraph(getTranslation("settlement.preview.text")),
                new MatrixTable(matrix, wording),
                new Paragraph(getTranslation("settlement.ready.text")),
                close);
    }

    private void confirm(WindowRow window, Matrix matrix) {
        StayingDialog dialog = new StayingDialog(
                getTranslation("settlement.confirm.title", month(window)),
                getTranslation("settlement.confirm.yes"),
                getTranslation("settlement.cancel"));
        dialog.warn();
        Div working = new Div();
        working.getElement().setAttribute("role", "status");
        dialog.whenConfirmed(caller.language(), () -> {
            close(window, dialog, working);
            return false; // it closes once the month is closed
        });
        dialog.show(
                new Paragraph(Texts.counted(
                        "settlement.confirm.text", matrix.partners().size(), caller.language())),
                working);
    }

    private void close(WindowRow window, StayingDialog dialog, Div working) {
        UI ui = UI.getCurrent();
        dialog.work(true);
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("settlement.working", month(window)));
        working.add(new Paragraph(getTranslation("settlement.working", month(window))), bar);
        background.begin(() -> {
            try {
                presenter.close(caller, window.window());
                ui.access(() -> {
                    dialog.close();
                    Notice.overPage(getTranslation("settlement.closed", month(window)));
                    whenClosed.run();
                });
            } catch (RuntimeException failure) {
                ui.access(() -> {
                    working.removeAll();
                    dialog.work(false);
                    dialog.complain(FailureSentence.of(failure, caller.language()));
                });
            }
        });
    }

    private String month(WindowRow window) {
        return wording.formats().month(window.window());
    }
}
