package eu.kontor.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.feeds.api.AwaitedFiles.AwaitedFile;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;
import java.util.List;

/** Files that were due and did not come. Shows nothing when all came. */
final class MissingPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HeldPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;

    MissingPanel(HeldPresenter presenter, Caller caller, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.wording = wording;
    }

    void refresh() {
        removeAll();
        List<AwaitedFile> missing = presenter.missing(caller);
        if (!missing.isEmpty()) {
            Panel panel = new Panel(
                    getTranslation("imports.missing.title"), new Paragraph(getTranslation("imports.missing.text")));
            missing.forEach(file -> panel.add(one(file)));
            add(panel);
        }
    }

    private Div one(AwaitedFile file) {
        String due = wording.formats().momentNear(file.due(), wording.clock().instant(), wording.zone());
        String sentence =
                getTranslation("imports.missing.one", file.files().isEmpty() ? file.name() : file.files(), due);
        Button aside = new Button(getTranslation("imports.missing.aside"), click -> {
            presenter.setAside(caller, file);
            refresh();
        });
        aside.addThemeVariants(ButtonVariant.LUMO_SMALL);
        aside.setAriaLabel(getTranslation("imports.missing.aside") + ": " + sentence);
        Div row = new Div(new Span(sentence), aside);
        row.addClassName("k-view-actions");
        return row;
    }
}
