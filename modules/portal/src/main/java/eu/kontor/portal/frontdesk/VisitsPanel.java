package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.TicketsPresenter.RedemptionLine;
import eu.kontor.portalkit.i18n.Moments;
import eu.kontor.portalkit.look.Panel;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The guest's last visits to this brand, and what was paid with points: with the ways back. */
final class VisitsPanel extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * What can be done with what is listed.
     *
     * @param takeBack of a purchase of which something is left
     * @param move to the right card, of a purchase of which nothing came back
     * @param giveBack of a redemption of which something is left
     */
    record Ways(Consumer<VisitLine> takeBack, Consumer<VisitLine> move, Consumer<RedemptionLine> giveBack) {}

    VisitsPanel(Desk desk, List<VisitLine> visits, List<RedemptionLine> redemptions, Ways ways) {
        addClassName("k-desk-past");
        if (visits.isEmpty()) {
            Paragraph none = new Paragraph(desk.text("visits.none"));
            none.addClassName("k-quiet");
            add(new Panel(desk.text("visits"), none));
        } else {
            UnorderedList list = list();
            visits.forEach(line -> list.add(item(desk, line, ways)));
            add(new Panel(desk.text("visits"), list));
        }
        if (!redemptions.isEmpty()) {
            UnorderedList list = list();
            redemptions.forEach(line -> list.add(item(desk, line, ways)));
            add(new Panel(desk.text("redemptions"), list));
        }
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-visits");
        return list;
    }

    private static ListItem item(Desk desk, VisitLine line, Ways ways) {
        var visit = line.visit();
        Div where = where(desk, visit.businessDate(), line.outlet());
        Div figures = figures(
                desk.words().formats().money(visit.amount()),
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
        if (visit.reversed()) {
            return new ListItem(where, figures);
        }
        Button back = way(desk.text("return.begin"), () -> ways.takeBack().accept(line));
        if (!visit.takenBack().reversals().isEmpty()) {
            return new ListItem(where, figures, new Div(back));
        }
        return new ListItem(where, figures, new Div(back, way(desk.text("move.begin"), () -> ways.move()
                .accept(line))));
    }

    private static ListItem item(Desk desk, RedemptionLine line, Ways ways) {
        var redemption = line.redemption();
        Div where = where(desk, redemption.businessDate(), line.outlet());
        Div figures = figures(
                desk.words().formats().signedPoints(-redemption.points().value()),
                redemption.returns().isEmpty()
                        ? redemption.value().map(desk.words().formats()::money).orElse("")
                        : desk.text("visits.left", desk.words().formats().points(redemption.pointsLeft())));
        return new ListItem(where, figures, way(desk.text("return.begin"), () -> ways.giveBack()
                .accept(line)));
    }

    private static Div where(Desk desk, LocalDate date, String outletName) {
        Span day = Moments.day(date, desk.words().today(), desk.words().language());
        Span outlet = new Span(outletName);
        outlet.addClassName("k-quiet");
        return new Div(day, outlet);
    }

    private static Div figures(String first, String second) {
        Span quiet = new Span(second);
        quiet.addClassName("k-quiet");
        Div figures = new Div(new Span(first), quiet);
        figures.addClassName("k-number");
        return figures;
    }

    private static Button way(String name, Runnable action) {
        Button button = new Button(name, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
