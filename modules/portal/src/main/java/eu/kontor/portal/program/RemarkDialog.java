package eu.kontor.portal.program;

import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.program.api.ProgramDrafts;
import java.util.Locale;
import java.util.function.Consumer;

/** Asks for a few words, and stays until there are some and they are taken. */
final class RemarkDialog {

    private RemarkDialog() {}

    /** @param then may refuse them */
    static void open(String title, String label, Locale language, Consumer<String> then) {
        LinesField why = new LinesField(label);
        why.setWidthFull();
        why.setMaxLength(ProgramDrafts.LONGEST_REMARK);
        StayingDialog dialog = new StayingDialog(title, title, why.getTranslation("program.cancel"));
        dialog.whenConfirmed(language, () -> {
            if (why.getValue().isBlank()) {
                why.setInvalid(true);
                why.setErrorMessage(why.getTranslation("program.required"));
                why.focus();
                return false;
            }
            if (why.isInvalid()) {
                return false;
            }
            then.accept(why.getValue());
            return true;
        });
        dialog.show(why);
    }
}
