package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.look.Notice;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Asks something and stays open until it is taken or left: a confirmation would close at each press, and what was refused with it. */
final class StayingDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final Button confirm = new Button();
    private final Notice notice = new Notice();

    StayingDialog(String title, String confirmText, String cancelText) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("26rem");
        confirm.setText(confirmText);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(cancelText, click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, confirm);
    }

    void show(Component... asked) {
        add(asked);
        add(notice);
        open();
    }

    /** Somebody could regret it. */
    void warn() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    void complain(String sentence) {
        notice.error(sentence);
    }

    /** @param takes does what was asked; whether it took it */
    void whenConfirmed(Locale language, BooleanSupplier takes) {
        confirm.addClickListener(click -> {
            notice.hide();
            try {
                if (takes.getAsBoolean()) {
                    close();
                }
            } catch (Refusal refusal) {
                notice.error(refusal.sentence(language));
            }
        });
    }
}
