package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.data.binder.ValidationResult;
import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.Recipient;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.forms.LineField;
import java.util.Optional;

/** Another guest's card, points, the giver's code. Whom the points go to is said by first name before they go. */
final class GiftForm extends PointsForm<GiftForm.Wish, GiftReceipt> {

    private static final long serialVersionUID = 1L;

    private final transient Giving giving;
    private final LineField card = new LineField();
    private final Paragraph whom = new Paragraph();
    private final Button give = new Button();
    private transient Optional<Recipient> recipient = Optional.empty();
    private String problem = "";

    GiftForm(Desk desk, Giving giving, TillRequest<Wish> request, DeskEvents counter) {
        super(desk, request, counter);
        this.giving = giving;
        card.setLabel(desk.text("gift.card"));
        card.addClassName("k-till-card");
        card.setPlaceholder(desk.text("gift.card.placeholder"));
        card.setAutocomplete(Autocomplete.OFF);
        card.getElement().setAttribute("inputmode", "numeric");
        bind();
        card.addValueChangeListener(change -> recognise());
        DeskFocus.enterLeadsTo(card, ".k-till-amount");
        whom.addClassName("k-till-preview");
        whom.getElement().setAttribute("role", "status");
        Guest giver = giving.giver();
        if (giver.enrolledHere()) {
            points.setHelperText(
                    desk.text("gift.has", giver.name(), desk.words().points(giver.available())));
        }
        code.setHelperText(desk.text("gift.code.help"));
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        give.addClickListener(click -> press());
        Paragraph rule = new Paragraph(desk.text("gift.rule"));
        rule.addClassName("k-till-preview");
        add(card, whom, points, code, rule, notice, give);
        say();
    }

    private void bind() {
        binder.forField(card)
                .withValidator(typed -> !typed.isEmpty(), desk.text("gift.card.missing"))
                .withValidator((typed, context) ->
                        recipient.isPresent() ? ValidationResult.ok() : ValidationResult.error(problem))
                .bind(typed -> "", (typed, recognised) -> {});
        bindPointsAndCode(desk.text("gift.missing"));
    }

    void begin() {
        DeskFocus.on(card);
    }

    private void recognise() {
        notice.hide();
        recipient = Optional.empty();
        if (!card.isEmpty()) {
            try {
                recipient = Optional.of(giving.recipient(desk.caller(), card.getValue()));
            } catch (RuntimeException failure) {
                problem = desk.sentence(failure);
                binder.judge(card);
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

    @Override
    Wish wish(Points some) {
        return new Wish(recipient.orElseThrow(), some, counter.outlet().get());
    }

    @Override
    GiftReceipt post(Requested requested, Wish wish, String agreed) {
        return giving.give(desk.caller(), requested, wish, agreed);
    }

    @Override
    public String sentence(Wish wish, GiftReceipt receipt) {
        return desk.text(
                "gift.done",
                desk.words().points(receipt.points()),
                wish.to().firstName(),
                desk.words().formats().points(receipt.availableAfter()));
    }

    record Wish(Recipient to, Points points, String outlet) implements PointsForm.Wish {}
}
