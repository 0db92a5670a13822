package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import eu.kontor.portalkit.i18n.FailureSentence;
import eu.kontor.portalkit.look.Notice;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Asks something and stays open until it is taken or left: a confirmation would close at each press, and what was refused with it. The cursor
 * is where something is asked for; where nothing is and somebody could regret it, on the way back, so that Enter alone does no harm.
 */
public final class StayingDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final Button confirm = new Button();
    private final Button cancel = new Button();
    private boolean harmful;
    private final Notice notice = new Notice();

    public StayingDialog(String title, String confirmText, String cancelText) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("26rem");
        confirm.setText(confirmText);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        cancel.setText(cancelText);
        cancel.addClickListener(click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, confirm);
    }

    /** With the cursor in the first field. */
    public void show(Component... asked) {
        ask(asked);
        Optional<Focusable<?>> field = Stream.of(asked)
                .filter(HasValue.class::isInstance)
                .filter(Focusable.class::isInstance)
                .<Focusable<?>>map(Focusable.class::cast)
                .findFirst();
        field.ifPresentOrElse(Focusable::focus, this::focusWay);
    }

    /** With the cursor in the field that is typed in, where another one stands before it. */
    public void showAt(Focusable<?> cursor, Component... asked) {
        ask(asked);
        cursor.focus();
    }

    private void ask(Component... asked) {
        Div all = new Div(asked);
        all.addClassName("k-asked");
        all.add(notice);
        add(all);
        open();
    }

    private void focusWay() {
        (harmful ? cancel : confirm).focus();
    }

    /** Somebody could regret it. */
    public void warn() {
        harmful = true;
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    public void complain(String sentence) {
        notice.error(sentence);
    }

    /** What was complained of is over. */
    public void settle() {
        notice.hide();
    }

    /** While what was confirmed is done beside the page, nothing else is pressed; afterwards the cursor is where it was. */
    public void work(boolean isWorking) {
        confirm.setEnabled(!isWorking);
        cancel.setEnabled(!isWorking);
        setCloseOnEsc(!isWorking);
        if (!isWorking) {
            focusWay();
        }
    }

    /**
     * What was typed stays whatever fails.
     *
     * @param takes does what was asked; whether it took it
     */
    public void whenConfirmed(Locale language, BooleanSupplier takes) {
        confirm.addClickListener(click -> {
            notice.hide();
            try {
                if (takes.getAsBoolean()) {
                    close();
                }
            } catch (RuntimeException failure) {
                notice.error(FailureSentence.of(failure, language));
            }
        });
    }
}
