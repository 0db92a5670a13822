package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.PocketLine;
import eu.kontor.portal.members.TierName;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.portalkit.look.Notice;

/** Who stands at the counter and what they have: name, tier, card, balance with its dates, debt. */
final class GuestSummary extends Section {

    private static final long serialVersionUID = 1L;

    GuestSummary(Desk desk, Guest guest) {
        addClassNames("k-panel", "k-guest");
        getElement().setAttribute("aria-label", guest.name());
        Anchor page = new Anchor(Places.member(guest.member()), guest.name());
        H2 name = new H2(page);
        Span tier = new Span(
                guest.enrolledHere() ? TierName.of(guest.tier(), desk.words().language()) : desk.text("firstVisit"));
        tier.addClassName("k-guest-tier");
        Div who = new Div(name, tier);
        who.addClassName("k-guest-who");
        Div identity = new Div(who);
        guest.card().ifPresent(card -> identity.add(new CopyableId(card.grouped(), card.value())));
        identity.addClassName("k-guest-identity");
        Span figure = new Span(desk.words().formats().points(guest.available()));
        figure.addClassName("k-guest-balance");
        Span unit = new Span(desk.words().pointsName());
        Div balance = new Div(figure, unit);
        balance.addClassName("k-guest-points");
        Div top = new Div(identity, balance);
        top.addClassName("k-guest-top");
        add(top, pockets(desk, guest));
        if (!guest.debt().isZero()) {
            add(new Notice(Notice.Kind.WARNING, desk.text("debt", desk.words().points(guest.debt()))));
        }
        guest.problem()
                .ifPresent(problem -> add(new Notice(
                        Notice.Kind.ERROR, problem.sentence(desk.words().language()))));
    }

    private static UnorderedList pockets(Desk desk, Guest guest) {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-guest-pockets");
        for (PocketLine pocket : guest.pockets()) {
            list.add(new ListItem(pocket.next()
                    .map(next -> sentence(desk, pocket, next))
                    .orElseGet(() ->
                            desk.text("pocket.forever", desk.words().formats().points(pocket.points())))));
        }
        list.setVisible(!guest.pockets().isEmpty());
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
