package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.AsOfBar;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import java.time.LocalDate;

/** What the member could redeem now, when it expires, what is held, pending and owed. */
final class BalancePanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient MemberPage member;
    private final transient Wording wording;
    private final Div figures = new Div();

    BalancePanel(MemberPage member, Wording wording) {
        this.member = member;
        this.wording = wording;
    }

    /**
     * Lets the balance be seen as it was.
     *
     * @param bar says which moment is chosen
     */
    BalancePanel withPast(AsOfBar bar) {
        getContent().addComponentAtIndex(1, bar);
        return this;
    }

    /** In place of the balance of now. */
    void showAsOf(Component past) {
        figures.removeAll();
        figures.add(past);
    }

    /** What the member has now. */
    void showNow() {
        figures.removeAll();
        addFigures();
    }

    @Override
    protected Panel initContent() {
        addFigures();
        return new Panel(getTranslation("members.balance"), figures);
    }

    private void addFigures() {
        Span figure = new Span(wording.formats().points(member.available()));
        figure.addClassName("k-balance-figure");
        Paragraph balance = new Paragraph(
                figure, new Span(" " + getTranslation("members.balance.available", wording.pointsName())));
        balance.addClassName("k-balance");
        figures.add(balance);
        UnorderedList pockets = new UnorderedList();
        pockets.addClassName("k-plain-list");
        member.pockets().stream()
                .filter(pocket -> !pocket.available().isZero())
                .forEach(pocket -> pockets.add(new ListItem(sentence(pocket))));
        if (!member.held().isZero()) {
            pockets.add(new ListItem(getTranslation("members.balance.held", wording.points(member.held()))));
        }
        member.waiting()
                .forEach(pending -> pockets.add(new ListItem(getTranslation(
                        "members.balance.pending",
                        wording.points(pending.points()),
                        wording.formats().day(LocalDate.ofInstant(pending.from(), wording.zone()))))));
        if (pockets.getComponentCount() > 0) {
            figures.add(pockets);
        }
        if (!member.debt().isZero()) {
            figures.add(new Notice(
                    Notice.Kind.WARNING, getTranslation("members.balance.debt", wording.points(member.debt()))));
        }
    }

    private String sentence(PocketBalance pocket) {
        return pocket.next()
                .map(next -> sentence(pocket, next))
                .orElseGet(() -> getTranslation(
                        "members.pocket.noExpiry", wording.formats().points(pocket.available())));
    }

    private String sentence(PocketBalance pocket, NextExpiry next) {
        String available = wording.formats().points(pocket.available());
        String expiring = wording.formats().points(next.points());
        String day = wording.formats().day(next.on());
        if (!pocket.pocket().isFixedTerm()) {
            return getTranslation("members.pocket.expires", available, day);
        }
        return next.points().equals(pocket.available())
                ? getTranslation("members.pocket.fixedTerm", available, day)
                : getTranslation("members.pocket.fixedTerm.part", available, expiring, day);
    }
}
