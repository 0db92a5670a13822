package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import eu.kontor.kernel.Points;

/** Asks the cashier what became of a posting that was not answered, before something else is posted in its place. */
final class DoubtDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param first what was posted first, in words: an amount of money or of points
     * @param before what the guest had then
     * @param now what the guest has
     */
    DoubtDialog(Desk desk, String first, Points before, Points now, Answer answer) {
        setHeader(desk.text("doubt.title"));
        setText(desk.text(
                "doubt.text",
                first,
                desk.words().formats().points(before),
                desk.words().formats().points(now)));
        setConfirmText(desk.text("doubt.no"));
        addConfirmListener(confirmed -> answer.postNew().run());
        setRejectable(true);
        setRejectText(desk.text("doubt.yes"));
        addRejectListener(rejected -> answer.wentThrough().run());
        setCancelable(true);
        setCancelText(desk.text("doubt.back"));
    }

    /**
     * What follows.
     *
     * @param wentThrough when the first counts
     * @param postNew when it does not
     */
    record Answer(Runnable wentThrough, Runnable postNew) {}
}
