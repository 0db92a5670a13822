package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import eu.kontor.kernel.MoneyAmount;
import java.math.BigDecimal;

/** A bill of twenty times what is usual at the outlet is asked for once: a point that was not typed makes it a hundred times. */
final class UnusualAmount extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    private static final BigDecimal TIMES = new BigDecimal(20);

    /**
     * @param correct back to the amount
     * @param post it is right as it is
     */
    UnusualAmount(Desk desk, MoneyAmount typed, MoneyAmount usual, Runnable correct, Runnable post) {
        setHeader(desk.text("unusual.title", desk.words().formats().money(typed)));
        setText(desk.text("unusual.text", desk.words().formats().money(usual)));
        setConfirmText(desk.text("unusual.correct"));
        addConfirmListener(back -> correct.run());
        setRejectable(true);
        setRejectText(desk.text("unusual.post"));
        setRejectButtonTheme("tertiary");
        addRejectListener(right -> post.run());
        addCancelListener(left -> correct.run());
        setCloseOnEsc(true);
    }

    static boolean is(MoneyAmount amount, MoneyAmount usual) {
        return usual.amount().signum() > 0
                && amount.amount().compareTo(usual.amount().multiply(TIMES)) >= 0;
    }
}
