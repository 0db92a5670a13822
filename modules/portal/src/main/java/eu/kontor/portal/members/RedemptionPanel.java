package eu.kontor.portal.members;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.checkout.api.TillRecords.ReturnedRedemption;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.portal.members.ActivityPresenter.RedemptionDetails;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import java.time.LocalTime;

/** A redemption: what the points paid, where and when, and what of it came back. */
final class RedemptionPanel extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param by who asked for it
     * @param mayReturn offers the way back, at the counter
     */
    RedemptionPanel(RedemptionDetails details, PostedBy by, Wording wording, boolean mayReturn) {
        RedemptionRecord redemption = details.redemption();
        addClassName("k-purchase");
        Paragraph points = new Paragraph(wording.points(redemption.points()));
        points.addClassName("k-balance-figure");
        add(points);
        DescriptionList facts = new DescriptionList();
        facts.addClassName("k-facts");
        redemption
                .value()
                .ifPresent(value -> fact(facts, "value", wording.formats().money(value)));
        fact(facts, "outlet", details.outletName());
        fact(
                facts,
                "day",
                wording.formats().day(redemption.businessDate()) + ", "
                        + wording.formats().time(LocalTime.ofInstant(redemption.postedAt(), wording.zone())));
        if (!redemption.reference().isBlank()) {
            facts.add(new Term(getTranslation("members.purchase.reference")));
            facts.add(new Description(new CopyableId(redemption.reference())));
        }
        facts.add(new Term(getTranslation("members.by")), new Description(PostedByWords.of(by, this)));
        facts.add(new Term(getTranslation("members.purchase.id")));
        facts.add(new Description(new CopyableId(redemption.hold().text())));
        for (ReturnedRedemption back : redemption.returns()) {
            fact(facts, "back", sentence(wording, back));
        }
        add(facts);
        if (mayReturn && !redemption.pointsLeft().isZero()) {
            Anchor way = new Anchor(
                    Places.giveBackAtTheDesk(redemption.card(), redemption.hold()),
                    getTranslation("members.redemption.return"));
            way.addClassName("k-way");
            add(way);
        } else if (redemption.pointsLeft().isZero()) {
            Span returned = new Span(getTranslation("members.redemption.returned"));
            returned.addClassNames("k-badge", "k-badge-warning");
            add(returned);
        }
    }

    private static String sentence(Wording wording, ReturnedRedemption back) {
        String points =
                wording.points(back.points()) + ", " + wording.formats().dayNear(back.businessDate(), wording.today());
        return back.reason().isBlank() ? points : points + " (" + back.reason() + ")";
    }

    private void fact(DescriptionList facts, String name, String text) {
        facts.add(new Term(getTranslation("members.redemption." + name)), new Description(text));
    }
}
