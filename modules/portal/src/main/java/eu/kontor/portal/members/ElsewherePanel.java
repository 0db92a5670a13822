package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import eu.kontor.ledger.api.Transfers.Elsewhere;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;

/** What the member did at other brands, in totals: which brand and what for is not shown to anyone. */
final class ElsewherePanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient Elsewhere elsewhere;
    private final transient Wording wording;

    ElsewherePanel(Elsewhere elsewhere, Wording wording) {
        this.elsewhere = elsewhere;
        this.wording = wording;
    }

    @Override
    protected Panel initContent() {
        Paragraph totals = new Paragraph(
                elsewhere.tenants() == 0
                        ? getTranslation("members.elsewhere.none")
                        : Texts.counted(
                                "members.elsewhere.text",
                                elsewhere.tenants(),
                                wording.language(),
                                wording.formats().points(elsewhere.earned()),
                                wording.formats().points(elsewhere.redeemed())));
        Paragraph why = new Paragraph(getTranslation("members.elsewhere.why"));
        why.addClassName("k-quiet");
        return new Panel(getTranslation("members.elsewhere"), totals, why);
    }
}
