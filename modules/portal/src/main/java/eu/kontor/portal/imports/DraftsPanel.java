package eu.kontor.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import eu.kontor.feeds.api.FeedDrafts.Draft;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;
import java.util.List;

/** Layouts that wait to be put into the configuration. */
final class DraftsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient LayoutPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;

    DraftsPanel(LayoutPresenter presenter, Caller caller, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.wording = wording;
    }

    void refresh() {
        removeAll();
        List<Draft> drafts = presenter.drafts(caller);
        if (!drafts.isEmpty()) {
            Panel panel = new Panel(
                    getTranslation("imports.layout.drafts"),
                    new Paragraph(getTranslation("imports.layout.drafts.text")));
            drafts.forEach(draft -> panel.add(one(draft)));
            add(panel);
        }
    }

    private Div one(Draft draft) {
        Button discard = new Button(getTranslation("imports.layout.discard"), click -> {
            presenter.discard(caller, draft.name());
            refresh();
        });
        discard.addThemeVariants(ButtonVariant.LUMO_SMALL);
        discard.setAriaLabel(getTranslation("imports.layout.discard") + " " + draft.name());
        Pre yaml = new Pre(draft.yaml());
        yaml.addClassName("k-scroll");
        yaml.getElement().setAttribute("tabindex", "0");
        String saved =
                wording.formats().momentNear(draft.savedAt(), wording.clock().instant(), wording.zone());
        return new Div(
                new H3(draft.name()),
                new Paragraph(getTranslation("imports.layout.savedBy", draft.savedBy(), saved)),
                yaml,
                discard);
    }
}
