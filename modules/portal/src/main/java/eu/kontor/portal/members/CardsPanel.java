package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.Members.CardRow;
import eu.kontor.portal.members.CardDialog.Question;
import eu.kontor.portal.members.MemberPagePresenter.MemberPage;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The member's cards: a lost one is blocked or replaced, one that was found is usable again, and the partner gets one. */
final class CardsPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient MemberPagePresenter presenter;
    private final transient Caller caller;
    private final transient MemberPage member;
    private final transient Wording wording;
    private final UnorderedList cards = new UnorderedList();
    private final Button add = new Button();
    private final Button newCode = new Button();
    private transient Optional<CardNumber> usable = Optional.empty();

    CardsPanel(MemberPagePresenter presenter, Caller caller, MemberPage member, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
    }

    @Override
    protected Panel initContent() {
        cards.addClassName("k-plain-list");
        add.setText(getTranslation("members.card.add"));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add.addClickListener(click -> usable.ifPresent(this::askWhoCarriesIt));
        newCode.setText(getTranslation("members.code.new"));
        newCode.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        newCode.addClickListener(click -> askForANewCode());
        show(member);
        return new Panel(getTranslation("members.cards"), cards, add, newCode);
    }

    private void show(MemberPage current) {
        cards.removeAll();
        current.cards().forEach(card -> cards.add(item(card)));
        usable = current.cards().stream()
                .filter(card -> !card.blocked())
                .map(CardRow::number)
                .findFirst();
        add.setVisible(current.enrolledHere() && current.active() && usable.isPresent() && mayChange());
        newCode.setVisible(
                (current.enrolledHere() || caller.tenant().isEmpty()) && MemberPagePresenter.mayUnblockCards(caller));
    }

    private void askForANewCode() {
        CardNumber card = member.cards().getFirst().number();
        NewCodeDialog.open(this, caller.language(), (code, reason) -> {
            presenter.renewCode(caller, card, code, reason);
            Notice.overPage(getTranslation("members.code.newDone"));
        });
    }

    private boolean mayChange() {
        return MemberPagePresenter.mayBlockCards(caller);
    }

    private ListItem item(CardRow card) {
        Span issued =
                new Span(getTranslation("members.card.issued", wording.formats().day(card.issuedOn())));
        issued.addClassName("k-quiet");
        Div words =
                new Div(new CopyableId(card.number().grouped(), card.number().value()), issued);
        card.label().ifPresent(label -> words.add(new Span(label)));
        words.addClassName("k-stacked");
        ListItem item = new ListItem(words);
        item.addClassName("k-card-row");
        if (card.replacedByEnding().isPresent()) {
            item.add(badge(getTranslation(
                    "members.card.replaced", card.replacedByEnding().get())));
            return item;
        }
        if (card.blocked()) {
            item.add(badge(getTranslation("members.card.blocked")));
        }
        ways(card).forEach(way -> item.add(button(way, card)));
        return item;
    }

    private static Span badge(String text) {
        Span badge = new Span(text);
        badge.addClassNames("k-badge", "k-badge-warning");
        return badge;
    }

    /** @param what is done with the card: the word in the texts' keys */
    private Button button(String what, CardRow card) {
        String does = "members.card." + what;
        Button button = new Button(getTranslation(does), click -> askWhy(what, card.number()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(
                getTranslation(does + "Confirm") + " " + card.number().grouped());
        return button;
    }

    /** What a link leads to: the question that the card's button asks; nothing where there is no such button. */
    void ask(String what, String number) {
        member.cards().stream()
                .filter(card -> card.number().value().equals(number))
                .filter(card -> ways(card).contains(what))
                .findFirst()
                .ifPresent(card -> askWhy(what, card.number()));
    }

    /** What can be done with the card by whoever looks at it. */
    private List<String> ways(CardRow card) {
        List<String> ways = new ArrayList<>();
        if (card.replacedByEnding().isPresent()) {
            return ways;
        }
        if (card.blocked() && MemberPagePresenter.mayUnblockCards(caller)) {
            ways.add("unblock");
        } else if (!card.blocked() && mayChange()) {
            ways.add("block");
        }
        if (mayChange()) {
            ways.add("replace");
        }
        return ways;
    }

    private void askWhy(String what, CardNumber card) {
        CardDialog.open(
                this, new Question(what, "reason", card, true, what.equals("block")), caller.language(), asked -> {
                    switch (what) {
                        case "block" -> presenter.blockCard(caller, card, asked.text());
                        case "unblock" -> presenter.unblockCard(caller, card, asked.text());
                        default -> {
                            CardNumber issued = presenter.replaceCard(caller, asked.requestKey(), card, asked.text());
                            done("members.card.replaceDone", card, issued);
                            return;
                        }
                    }
                    done("members.card." + what + "Done", card, card);
                });
    }

    private void askWhoCarriesIt(CardNumber beside) {
        CardDialog.open(this, new Question("add", "label", beside, false, false), caller.language(), asked -> {
            CardNumber issued = presenter.addCard(caller, asked.requestKey(), beside, asked.text());
            done("members.card.addDone", beside, issued);
        });
    }

    private void done(String text, CardNumber card, CardNumber issued) {
        show(presenter.page(caller, member.member()));
        Notice.overPage(getTranslation(text, card.grouped(), issued.grouped()));
    }
}
