package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.kernel.Caller;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;

/** How to reach the member, as far as the caller's brand knows it. */
final class ContactPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient ConsentPresenter consents;
    private final transient Caller caller;
    private final transient MemberPage member;
    private final transient Wording wording;

    ContactPanel(ConsentPresenter consents, Caller caller, MemberPage member, Wording wording) {
        this.consents = consents;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
    }

    @Override
    protected Panel initContent() {
        Panel panel = new Panel(getTranslation("members.contact"));
        UnorderedList ways = new UnorderedList();
        ways.addClassName("k-plain-list");
        member.phone().ifPresent(phone -> ways.add(new ListItem(new Anchor("tel:" + phone, phone))));
        member.email().ifPresent(email -> ways.add(new ListItem(new Anchor("mailto:" + email, email))));
        if (ways.getComponentCount() > 0) {
            panel.add(ways);
        } else {
            Paragraph nothing = new Paragraph(getTranslation(why()));
            nothing.addClassName("k-quiet");
            panel.add(nothing);
        }
        if (ConsentPresenter.mayRecord(caller, member)) {
            panel.add(new ConsentBlock(consents, caller, member, wording));
        }
        return panel;
    }

    private String why() {
        if (!member.enrolledHere()) {
            return "members.notEnrolled";
        }
        return member.contactShown() ? "members.contact.none" : "members.contact.noConsent";
    }
}
