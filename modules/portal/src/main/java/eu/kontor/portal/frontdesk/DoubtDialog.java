package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Says that a posting without an answer is finished first, before something else is posted. */
final class DoubtDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param first what was posted first, in words: an amount of money or of points
     * @param typed what is to be posted now
     * @param finish asks again for the first
     * @param back to what was typed
     */
    DoubtDialog(Desk desk, String first, String typed, Runnable finish, Runnable back) {
        setHeader(desk.text("doubt.title", first));
        setText(desk.text("doubt.text", first, typed));
        setConfirmText(desk.text("doubt.finish", first));
        addConfirmListener(confirmed -> finish.run());
        setCancelable(true);
        addCancelListener(left -> back.run());
        setCancelText(desk.text("doubt.back"));
    }
}
