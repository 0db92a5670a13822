package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import java.util.concurrent.atomic.AtomicReference;

/** The member's cards; a lost one can be blocked with a reason. */
final class CardsPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 200;

    private final transient MemberPagePresenter presenter;
    private final transient Caller caller;
    private final transient MemberPage member;
    private final transient Wording wording;
    private final UnorderedList cards = new UnorderedList();

    CardsPanel(MemberPagePresenter presenter, Caller caller, MemberPage member, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
    }

    @Override
    protected Panel initContent() {
        cards.addClassName("k-plain-list");
        show(member);
        return new Panel(getTranslation("members.cards"), cards);
    }

    private void show(MemberPage current) {
        cards.removeAll();
        current.cards().forEach(card -> cards.add(item(card)));
    }

    private ListItem item(CardRow card) {
        Span issued =
                new Span(getTranslation("members.card.issued", wording.formats().day(card.issuedOn())));
        issued.addClassName("k-quiet");
        Div words =
                new Div(new CopyableId(card.number().grouped(), card.number().value()), issued);
        words.addClassName("k-stacked");
        ListItem item = new ListItem(words);
        item.addClassName("k-card-row");
        if (card.blocked()) {
            Span blocked = new Span(getTranslation("members.card.blocked"));
            blocked.addClassNames("k-badge", "k-badge-warning");
            item.add(blocked);
        } else if (MemberPagePresenter.mayBlockCards(caller)) {
            Button block = new Button(getTranslation("members.card.block"), click -> confirm(card));
            block.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            block.setAriaLabel(getTranslation("members.card.blockConfirm") + " "
                    + card.number().grouped());
            item.add(block);
        }
        return item;
    }

    private void confirm(CardRow card) {
        TextField reason = new TextField(getTranslation("members.card.reason"));
        reason.setHelperText(getTranslation("members.card.reasonHelp"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        PressBinder<AtomicReference<String>> binder = new PressBinder<>();
        binder.forField(reason)
                .withValidator(text -> !text.isBlank(), getTranslation("members.card.reasonMissing"))
                .bind(AtomicReference::get, AtomicReference::set);
        Notice notice = new Notice();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("members.card.blockTitle", card.number().grouped()));
        dialog.add(new Paragraph(getTranslation("members.card.blockText")), reason, notice);
        Button block = new Button(getTranslation("members.card.blockConfirm"));
        block.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        block.addClickListener(click -> {
            AtomicReference<String> given = new AtomicReference<>();
            if (binder.read(given) && block(card, given.get(), notice)) {
                dialog.close();
            }
        });
        dialog.setConfirmButton(block);
        Button cancel = new Button(getTranslation("members.cancel"), click -> dialog.close());
        dialog.setCancelButton(cancel);
        dialog.setCancelable(true);
        dialog.open();
        reason.focus();
    }

    private boolean block(CardRow card, String reason, Notice notice) {
        try {
            presenter.blockCard(caller, card.number(), reason);
            show(presenter.page(caller, member.member()));
            Notice.overPage(
                    getTranslation("members.card.blockDone", card.number().grouped()));
            return true;
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
            return false;
        }
    }
}
