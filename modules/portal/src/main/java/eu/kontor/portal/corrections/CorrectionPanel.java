package eu.kontor.portal.corrections;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portal.corrections.CorrectionsPresenter.Line;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;

/** One correction beside a member's activity. */
public final class CorrectionPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** @param mayOpenAll whether the reader may see the list of all */
    public CorrectionPanel(Line line, Wording wording, boolean mayOpenAll) {
        UnorderedList list = new UnorderedList(new CorrectionItem(line, wording));
        list.addClassName("k-correction-list");
        Anchor all = new Anchor(Places.CORRECTIONS, getTranslation("corrections.all"));
        all.addClassName("k-way");
        add(list);
        if (mayOpenAll) {
            add(all);
        }
    }
}
