package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portalkit.look.Panel;

/** How to reach the member, as far as the caller's brand knows it. */
final class ContactPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient MemberPage member;

    ContactPanel(MemberPage member) {
        this.member = member;
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
        return panel;
    }

    private String why() {
        if (!member.enrolledHere()) {
            return "members.notEnrolled";
        }
        return member.contactShown() ? "members.contact.none" : "members.contact.noConsent";
    }
}
