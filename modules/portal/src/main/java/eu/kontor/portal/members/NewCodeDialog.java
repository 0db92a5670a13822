package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.StayingDialog;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The member types a new confirmation code; whoever stands by says why. Stays open until it is taken or left. */
final class NewCodeDialog {

    private static final int CODE_DIGITS = 6;
    private static final int LONGEST_REASON = 200;

    private NewCodeDialog() {}

    /** @param renew takes code and reason */
    static void open(Component page, Locale language, BiConsumer<String, String> renew) {
        PasswordField code = new PasswordField(page.getTranslation("members.enrol.code"));
        code.setHelperText(page.getTranslation("members.enrol.codeHelp"));
        code.setMaxLength(CODE_DIGITS);
        code.setAllowedCharPattern("\\d");
        code.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.setWidthFull();
        LineField reason = new LineField(page.getTranslation("members.card.reason"));
        reason.setHelperText(page.getTranslation("members.code.reasonHelp"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        StayingDialog dialog = new StayingDialog(
                page.getTranslation("members.code.newTitle"),
                page.getTranslation("members.code.newConfirm"),
                page.getTranslation("members.cancel"));
        dialog.whenConfirmed(language, () -> {
            if (reason.getValue().isBlank()) {
                dialog.complain(page.getTranslation("members.card.reasonMissing"));
                return false;
            }
            renew.accept(code.getValue(), reason.getValue().strip());
            return true;
        });
        dialog.show(new Paragraph(page.getTranslation("members.code.newText")), code, reason);
    }
}
