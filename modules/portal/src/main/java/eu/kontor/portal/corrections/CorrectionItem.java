package eu.kontor.portal.corrections;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.State;
import eu.kontor.portal.corrections.CorrectionsPresenter.Line;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;

/** One correction as a list shows it: whose, how many points, why, by whom, and what became of it. */
final class CorrectionItem extends ListItem {

    private static final long serialVersionUID = 1L;

    private final Div ways = new Div();

    CorrectionItem(Line line, Wording wording) {
        Correction correction = line.correction();
        addClassName("k-correction");
        Span points = new Span(wording.formats().signedPoints(signed(correction)));
        points.addClassName("k-activity-points");
        if (correction.state() == State.POSTED) {
            points.addClassName(correction.gives() ? "k-gain" : "k-loss");
        } else if (correction.state() == State.DECLINED) {
            points.addClassName("k-quiet");
        }
        Anchor member = new Anchor(Places.member(correction.member()), line.member());
        Div who = new Div(member);
        line.brand().ifPresent(brand -> {
            Span name = new Span(brand.name());
            name.addClassName("k-quiet");
            who.add(name);
        });
        who.add(points);
        who.addClassName("k-correction-who");
        Paragraph why =
                new Paragraph(correction.note().isBlank() ? line.reason() : line.reason() + " · " + correction.note());
        Paragraph by = new Paragraph(by(correction, wording));
        by.addClassName("k-quiet");
        ways.addClassName("k-correction-ways");
        add(who, why, by, state(correction), ways);
    }

    Div ways() {
        return ways;
    }

    private static long signed(Correction correction) {
        long points = correction.moved().orElse(correction.points()).value();
        return correction.gives() ? points : -points;
    }

    private String by(Correction correction, Wording wording) {
        String proposed = getTranslation(
                "corrections.by",
                correction.proposedBy().name(),
                wording.formats()
                        .momentNear(
                                correction.proposedBy().at(), wording.clock().instant(), wording.zone()));
        return correction
                .decidedBy()
                .map(decider -> proposed + " · "
                        + getTranslation(
                                correction.state() == State.DECLINED
                                        ? "corrections.declinedBy"
                                        : "corrections.approvedBy",
                                decider.name()))
                .orElse(proposed);
    }

    private Span state(Correction correction) {
        Span state = new Span(getTranslation("corrections.state."
                + (correction.takenBack() ? "TAKEN_BACK" : correction.state().name())));
        state.addClassName("k-badge");
        boolean waits = correction.state() == State.PROPOSED || correction.state() == State.APPROVED;
        if (waits) {
            state.addClassName("k-badge-warning");
        }
        Div place = new Div(state);
        if (correction.byOperator()) {
            Span payer = new Span(getTranslation("corrections.byOperator"));
            payer.addClassName("k-quiet");
            place.add(payer);
        }
        Span all = new Span(place);
        all.addClassName("k-correction-state");
        return all;
    }
}
