package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portalkit.i18n.Moments;
import eu.kontor.portalkit.look.Panel;
import java.util.List;
import java.util.function.Consumer;

/** The guest's last visits to this brand. */
final class VisitsPanel extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param takeBack of a purchase of which something is left
     * @param move to the right card, of a purchase of which nothing came back
     */
    VisitsPanel(Desk desk, List<VisitLine> visits, Consumer<VisitLine> takeBack, Consumer<VisitLine> move) {
        if (visits.isEmpty()) {
            Paragraph none = new Paragraph(desk.text("visits.none"));
            none.addClassName("k-quiet");
            add(new Panel(desk.text("visits"), none));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("k-visits");
        visits.forEach(line -> list.add(item(desk, line, takeBack, move)));
        add(new Panel(desk.text("visits"), list));
    }

    private static ListItem item(Desk desk, VisitLine line, Consumer<VisitLine> takeBack, Consumer<VisitLine> move) {
        var visit = line.visit();
        Span day = Moments.day(
                visit.businessDate(), desk.words().today(), desk.words().language());
        Span outlet = new Span(line.outlet());
        outlet.addClassName("k-quiet");
        Div where = new Div(day, outlet);
        Span money = new Span(desk.words().formats().money(visit.amount()));
        Span points = new Span(
                visit.reversed()
                        ? desk.text("visits.reversed")
                        : visit.takenBack().reversals().isEmpty()
                                ? desk.words()
                                        .formats()
                                        .signedPoints(visit.points().value())
                                : desk.text(
                                        "visits.left",
                                        desk.words()
                                                .formats()
                                                .money(visit.takenBack().amountLeft())));
        points.addClassName("k-quiet");
        Div figures = new Div(money, points);
        figures.addClassName("k-number");
        if (visit.reversed()) {
            return new ListItem(where, figures);
        }
        Button back = new Button(desk.text("return.begin"), click -> takeBack.accept(line));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        if (!visit.takenBack().reversals().isEmpty()) {
            return new ListItem(where, figures, back);
        }
        Button wrongCard = new Button(desk.text("move.begin"), click -> move.accept(line));
        wrongCard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return new ListItem(where, figures, new Div(back, wrongCard));
    }
}
