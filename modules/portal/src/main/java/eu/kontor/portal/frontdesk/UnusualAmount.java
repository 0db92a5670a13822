package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import eu.kontor.kernel.MoneyAmount;
import java.math.BigDecimal;

/**
 * An amount that somebody may not have meant is asked for once: twenty times what is usual at the outlet, because a point that was not typed
 * makes it a hundred times; and nothing at all, which is a visit on the house or a slip of the finger.
 */
final class UnusualAmount extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    private static final BigDecimal TIMES = new BigDecimal(20);

    /**
     * What becomes of the answer.
     *
     * @param correct back to the amount
     * @param post it is right as it is
     */
    record Ways(Runnable correct, Runnable post) {}

    private UnusualAmount(String title, String text, String correct, String post, Ways ways) {
        setHeader(title);
        setText(text);
        setConfirmText(correct);
        addConfirmListener(back -> ways.correct().run());
        setRejectable(true);
        setRejectText(post);
        setRejectButtonTheme("tertiary");
        addRejectListener(right -> ways.post().run());
        addCancelListener(left -> ways.correct().run());
        setCloseOnEsc(true);
    }

    static UnusualAmount high(Desk desk, MoneyAmount typed, MoneyAmount usual, Ways ways) {
        return new UnusualAmount(
                desk.text("unusual.title", desk.words().formats().money(typed)),
                desk.text("unusual.text", desk.words().formats().money(usual)),
                desk.text("unusual.correct"),
                desk.text("unusual.post"),
                ways);
    }

    static UnusualAmount nothing(Desk desk, Ways ways) {
        return new UnusualAmount(
                desk.text("nothingPaid.title"),
                desk.text("nothingPaid.text"),
                desk.text("unusual.correct"),
                desk.text("nothingPaid.post"),
                ways);
    }

    static boolean is(MoneyAmount amount, MoneyAmount usual) {
        return usual.amount().signum() > 0
                && amount.amount().compareTo(usual.amount().multiply(TIMES)) >= 0;
    }
}
