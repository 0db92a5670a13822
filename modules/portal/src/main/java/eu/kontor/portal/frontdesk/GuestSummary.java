package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PendingPoints;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.Has;
import eu.kontor.portal.frontdesk.GuestPresenter.PocketLine;
import eu.kontor.portal.members.TierName;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.portalkit.look.Notice;
import java.time.LocalDate;

/** Who stands at the counter and what they have: name, tier, card, balance with its dates, debt. */
final class GuestSummary extends Section {

    private static final long serialVersionUID = 1L;

    GuestSummary(Desk desk, Guest guest) {
        addClassNames("k-panel", "k-guest");
        getElement().setAttribute("aria-label", guest.name());
        H2 name = guest.enrolledHere()
                ? new H2(new Anchor(Places.member(guest.member()), guest.name()))
                : new H2(guest.name());
        Span tier = new Span(
                guest.enrolledHere() ? TierName.of(guest.tier(), desk.words().language()) : desk.text("firstVisit"));
        tier.addClassName("k-guest-tier");
        Div who = new Div(name, tier);
        who.addClassName("k-guest-who");
        Div identity = new Div(who);
        guest.card().ifPresent(card -> identity.add(new CopyableId(card.grouped(), card.value())));
        identity.addClassName("k-guest-identity");
        Div top = new Div(identity);
        top.addClassName("k-guest-top");
        if (guest.enrolledHere()) {
            top.add(balance(desk, guest.has()));
            add(top, pockets(desk, guest.has()));
        } else {
            add(top, new Paragraph(desk.text("stranger", guest.name())));
            if (guest.problem().isEmpty()) {
                add(new Paragraph(desk.text(guest.canRedeem() ? "stranger.canRedeem" : "stranger.cannotRedeem")));
            }
        }
        if (!guest.has().debt().isZero()) {
            add(new Notice(
                    Notice.Kind.WARNING,
                    desk.text("debt", desk.words().points(guest.has().debt()))));
        }
        guest.problem()
                .ifPresent(problem -> add(new Notice(
                        Notice.Kind.ERROR, problem.sentence(desk.words().language()))));
    }

    private static Div balance(Desk desk, Has has) {
        Span figure = new Span(desk.words().formats().points(has.available()));
        figure.addClassName("k-guest-balance");
        Div balance = new Div(figure, new Span(desk.words().pointsName()));
        balance.addClassName("k-guest-points");
        return balance;
    }

    /** What the balance is made of, and what is not in it. */
    private static UnorderedList pockets(Desk desk, Has has) {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-guest-pockets");
        for (PocketLine pocket : has.pockets()) {
            list.add(new ListItem(pocket.next()
                    .map(next -> sentence(desk, pocket, next))
                    .orElseGet(() ->
                            desk.text("pocket.forever", desk.words().formats().points(pocket.points())))));
        }
        for (PendingPoints pending : has.waiting()) {
            LocalDate from = pending.from().atZone(desk.words().zone()).toLocalDate();
            list.add(new ListItem(desk.text(
                    "pending",
                    desk.words().formats().points(pending.points()),
                    desk.words().formats().day(from))));
        }
        if (!has.held().isZero()) {
            list.add(new ListItem(desk.text("held", desk.words().formats().points(has.held()))));
        }
        list.setVisible(list.getComponentCount() > 0);
        return list;
    }

    private static String sentence(Desk desk, PocketLine pocket, NextExpiry next) {
        String points = desk.words().formats().points(pocket.points());
        String day = desk.words().formats().day(next.on());
        if (!pocket.fixedTerm()) {
            return desk.text("pocket", points, day);
        }
        return next.points().equals(pocket.points())
                ? desk.text("pocket.fixedTerm", points, day)
                : desk.text(
                        "pocket.fixedTerm.part", points, desk.words().formats().points(next.points()), day);
    }
}
