package eu.kontor.portal.program;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.program.api.ProgramDrafts;
import java.util.function.Consumer;

/** Asks for a few words, and stays until there are some. */
final class RemarkDialog {

    private RemarkDialog() {}

    static void open(String title, String label, Consumer<String> then) {
        Dialog dialog = new Dialog(title);
        LinesField why = new LinesField(label);
        why.setWidthFull();
        why.setMaxLength(ProgramDrafts.LONGEST_REMARK);
        dialog.add(why);
        Button go = new Button(title, click -> {
            if (why.getValue().isBlank()) {
                why.setInvalid(true);
                why.setErrorMessage(dialog.getTranslation("program.required"));
            } else if (!why.isInvalid()) {
                dialog.close();
                then.accept(why.getValue());
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(dialog.getTranslation("program.cancel"), click -> dialog.close()), go);
        dialog.open();
        why.focus();
    }
}
