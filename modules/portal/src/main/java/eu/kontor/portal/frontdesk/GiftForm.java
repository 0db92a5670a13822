package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.Recipient;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Gift;
import eu.kontor.portalkit.look.Notice;
import java.util.Optional;

/** Another guest's card, points, the giver's code. Whom the points go to is said by first name before they go. */
final class GiftForm extends Div implements RetryableSubmission.Form<GiftForm.Wish, GiftReceipt> {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient DeskPresenters presenters;
    private final transient Guest giver;
    private final transient DeskEvents counter;
    private final TextField card = new TextField();
    private final Paragraph whom = new Paragraph();
    private final PointsField points;
    private final CodeField code;
    private final Notice notice = new Notice();
    private final Button give = new Button();
    private final transient RetryableSubmission<Wish, GiftReceipt> posting;
    private transient Optional<Recipient> recipient = Optional.empty();

    GiftForm(Desk desk, DeskPresenters presenters, TillRequest<Wish> request, Guest giver, DeskEvents counter) {
        this.desk = desk;
        this.presenters = presenters;
        this.giver = giver;
        this.counter = counter;
        this.points = new PointsField(desk);
        this.code = new CodeField(desk);
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        addClassName("k-till");
        card.setLabel(desk.text("gift.card"));
        card.addClassName("k-till-card");
        card.setPlaceholder(desk.text("gift.card.placeholder"));
        card.setAutocomplete(Autocomplete.OFF);
        card.getElement().setAttribute("inputmode", "numeric");
        card.addValueChangeListener(change -> recognise());
        card.addKeyDownListener(Key.ENTER, enter -> points.focus());
        whom.addClassName("k-till-preview");
        whom.getElement().setAttribute("role", "status");
        points.setHelperText(desk.text("gift.has", giver.name(), desk.words().points(giver.available())));
        points.addKeyDownListener(Key.ENTER, enter -> code.focus());
        points.addValueChangeListener(change -> points.setInvalid(false));
        code.setHelperText(desk.text("gift.code.help"));
        code.addKeyDownListener(Key.ENTER, enter -> give());
        code.addValueChangeListener(change -> code.setInvalid(false));
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        give.addClickListener(click -> give());
        Paragraph rule = new Paragraph(desk.text("gift.rule"));
        rule.addClassName("k-till-preview");
        add(card, whom, points, code, rule, notice, give);
        say();
    }

    void begin() {
        card.focus();
    }

    private void recognise() {
        notice.hide();
        card.setInvalid(false);
        recipient = Optional.empty();
        if (!card.isEmpty()) {
            try {
                recipient = Optional.of(presenters.guests().recipient(desk.caller(), giver, card.getValue()));
            } catch (RuntimeException failure) {
                card.setErrorMessage(desk.sentence(failure));
                card.setInvalid(true);
            }
        }
        say();
    }

    private void say() {
        Span known = new Span(recipient
                .map(found -> desk.text("gift.whom", found.firstName()))
                .orElseGet(() -> desk.text("gift.hint")));
        known.setClassName("k-till-points", recipient.isPresent());
        whom.removeAll();
        whom.add(known);
        give.setText(recipient
                .map(found -> desk.text("gift.postTo", found.firstName()))
                .orElseGet(() -> desk.text("gift.post")));
    }

    private void give() {
        notice.hide();
        Optional<Points> some = points.typed().filter(typed -> !typed.isZero());
        if (recipient.isEmpty()) {
            if (card.isEmpty()) {
                card.setErrorMessage(desk.text("gift.card.missing"));
            }
            card.setInvalid(true);
            card.focus();
        } else if (some.isEmpty()) {
            points.isMissing(desk.text("gift.missing"));
        } else if (code.isEmpty()) {
            code.isMissing();
        } else {
            posting.press(new Wish(recipient.get(), some.get(), counter.outlet().get()));
        }
    }

    @Override
    public GiftReceipt post(Requested requested, Wish wish) {
        return presenters
                .till()
                .give(
                        desk.caller(),
                        new Gift(
                                requested.key(),
                                giver.card().orElseThrow(),
                                wish.to().card(),
                                wish.outlet(),
                                wish.points(),
                                code.getValue()));
    }

    @Override
    public String sentence(Wish wish, GiftReceipt receipt) {
        return desk.text(
                "gift.done",
                desk.words().points(receipt.points()),
                wish.to().firstName(),
                desk.words().formats().points(receipt.availableAfter()));
    }

    @Override
    public String inWords(Wish wish) {
        return desk.words().points(wish.points());
    }

    @Override
    public void clear() {
        card.clear();
        points.clear();
        code.clear();
    }

    @Override
    public void again() {
        code.focus();
    }

    /** What is asked for, without the giver's code: a code typed anew does not make it another gift. */
    record Wish(Recipient to, Points points, String outlet) {}
}
