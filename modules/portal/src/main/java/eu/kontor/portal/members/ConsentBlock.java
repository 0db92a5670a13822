package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.ContactConsents.Consent;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import java.util.List;

/** The guest agrees, or does not any more; and what was so before. */
final class ConsentBlock extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient ConsentPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient MemberPage member;
    private final CardNumber card;

    ConsentBlock(ConsentPresenter presenter, Caller caller, MemberPage member, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
        this.card = member.cards().getFirst().number();
    }

    @Override
    protected Div initContent() {
        Button act = member.contactShown()
                ? new Button(getTranslation("members.consent.withdraw"), click -> askToWithdraw())
                : new Button(
                        getTranslation("members.consent.agree"),
                        click -> ConsentDialog.open(
                                this,
                                caller.language(),
                                presenter.languageOf(caller, member),
                                language -> presenter.text(caller, language),
                                (code, shown) -> {
                                    presenter.agree(caller, card, code, shown);
                                    showAnew("members.consent.agreed");
                                }));
        act.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div block = new Div(act);
        block.addClassName("k-consent");
        List<Consent> history = presenter.history(caller, card);
        if (!history.isEmpty()) {
            UnorderedList lines = new UnorderedList();
            lines.addClassName("k-plain-list");
            history.forEach(consent -> lines.add(item(consent)));
            block.add(new Details(getTranslation("members.consent.history"), lines));
        }
        return block;
    }

    private ListItem item(Consent consent) {
        String when = wording.formats().momentNear(consent.at(), wording.clock().instant(), wording.zone());
        Span line = new Span(getTranslation(
                consent.given() ? "members.consent.given" : "members.consent.ended",
                when,
                consent.by().isEmpty() ? "–" : consent.by()));
        ListItem item = new ListItem(line);
        if (!consent.shown().isEmpty()) {
            Paragraph words = new Paragraph(consent.shown());
            words.addClassName("k-quiet");
            words.getElement().setAttribute("lang", consent.language());
            item.add(words, quiet(getTranslation("members.consent.version", consent.textVersion())));
        }
        return item;
    }

    /** Only the guest's code brings it back. */
    private void askToWithdraw() {
        StayingDialog dialog = new StayingDialog(
                getTranslation("members.consent.withdraw.title"),
                getTranslation("members.consent.withdraw"),
                getTranslation("members.cancel"));
        dialog.warn();
        dialog.whenConfirmed(caller.language(), () -> {
            presenter.withdraw(caller, card);
            showAnew("members.consent.withdrawn");
            return true;
        });
        dialog.show(new Paragraph(getTranslation("members.consent.withdraw.text")));
    }

    private void showAnew(String said) {
        Notice.overPage(getTranslation(said));
        UI.getCurrent().refreshCurrentRoute(false);
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("k-quiet");
        return span;
    }
}
