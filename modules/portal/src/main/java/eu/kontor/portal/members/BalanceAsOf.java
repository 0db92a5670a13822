package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Past.MemberAsOf;
import eu.kontor.ledger.api.Past.PocketAsOf;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;

/** What the member could redeem at a past moment, in which pockets, what was held and owed. */
final class BalanceAsOf extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient MemberAsOf member;
    private final transient Wording wording;

    BalanceAsOf(MemberAsOf member, Wording wording) {
        this.member = member;
        this.wording = wording;
    }

    @Override
    protected Div initContent() {
        if (member.pockets().isEmpty() && member.debt().isZero()) {
            Paragraph none = new Paragraph(getTranslation("members.asOf.none"));
            none.addClassName("k-quiet");
            return new Div(none);
        }
        Span figure = new Span(wording.formats().points(member.available()));
        figure.addClassName("k-balance-figure");
        Paragraph balance =
                new Paragraph(figure, new Span(" " + getTranslation("members.asOf.available", wording.pointsName())));
        balance.addClassName("k-balance");
        Div content = new Div(balance);
        UnorderedList pockets = new UnorderedList();
        pockets.addClassName("k-plain-list");
        member.pockets().stream()
                .filter(pocket -> !pocket.available().isZero())
                .forEach(pocket -> pockets.add(new ListItem(sentence(pocket))));
        Points held = member.pockets().stream().map(PocketAsOf::held).reduce(Points.ZERO, Points::plus);
        if (!held.isZero()) {
            pockets.add(new ListItem(getTranslation("members.asOf.held", wording.points(held))));
        }
        if (pockets.getComponentCount() > 0) {
            content.add(pockets);
        }
        if (!member.debt().isZero()) {
            content.add(new Notice(
                    Notice.Kind.WARNING, getTranslation("members.asOf.debt", wording.points(member.debt()))));
        }
        return content;
    }

    private String sentence(PocketAsOf pocket) {
        return Texts.counted(
                pocket.pocket().isFixedTerm() ? "members.asOf.fixedTerm" : "members.asOf.inactivity",
                pocket.pocket().afterMonths(),
                wording.language(),
                wording.formats().points(pocket.available()));
    }
}
