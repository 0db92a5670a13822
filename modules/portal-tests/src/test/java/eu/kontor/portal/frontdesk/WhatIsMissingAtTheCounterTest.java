package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.corrections.CorrectionsPresenter;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Tenant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A cashier presses before everything is typed: the field that is missing says so, one at a time. */
class WhatIsMissingAtTheCounterTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());
    private final Guest guest =
            ((One) guests.find(cashier, PreviewDesk.cardOf(3).value())).guest();
    private final Tenant tenant = world.tenants().get(new TenantId(3));
    private final Desk desk = new Desk(
            cashier,
            tenant,
            new Wording(Formats.in(Locale.ENGLISH), "Ronda points", Locale.ENGLISH, tenant.zone(), world.clock()));
    private final List<String> done = new ArrayList<>();
    private final DeskEvents events = new DeskEvents(() -> "BAR", posted -> done.add(posted.sentence()), touched -> {});
    private final RequestKeys keys = new RequestKeys(world.clock());
    private final DeskWork work = new DeskWork(
            till,
            new TicketsPresenter(
                    till, world.checkout(), world.tickets(), world.tickets(), world.tickets(), world.visits()),
            new CorrectionsPresenter(world.corrections(), world.members(), world.tenants()),
            keys);

    @Test
    void of_a_redemption_the_points_and_then_the_code() {
        RedeemForm form = new RedeemForm(desk, work, new TillRequest<>(keys), guest, events);

        form.press();
        assertThat(form.points.getErrorMessage()).isEqualTo(desk.text("redeem.missing"));
        assertThat(form.points.isInvalid()).isTrue();
        assertThat(form.code.isInvalid()).isFalse();

        form.points.setValue("1,240");
        form.press();
        assertThat(form.points.isInvalid()).isFalse();
        assertThat(form.code.isInvalid()).isTrue();
        assertThat(form.code.getErrorMessage()).isEqualTo(desk.text("code.missing"));

        form.code.setValue("2468");
        form.press();
        assertThat(done).hasSize(1);
        assertThat(form.points.getValue()).isEmpty();
        assertThat(form.points.isInvalid()).isFalse();
        assertThat(form.code.isInvalid()).isFalse();
    }

    @Test
    void of_a_gift_the_card_before_all_else() {
        GiftForm form = new GiftForm(desk, new Giving(guests, till, guest), new TillRequest<>(keys), events);
        TextField card = fields(form).findFirst().orElseThrow();

        form.press();
        assertThat(card.getErrorMessage()).isEqualTo(desk.text("gift.card.missing"));
        assertThat(form.points.isInvalid()).isFalse();

        card.setValue("no card");
        assertThat(card.isInvalid()).as("said when it is looked for").isTrue();
        String why = card.getErrorMessage();
        form.press();
        assertThat(card.isInvalid()).isTrue();
        assertThat(card.getErrorMessage()).isEqualTo(why).isNotEqualTo(desk.text("gift.card.missing"));

        card.setValue(PreviewDesk.cardOf(4).value());
        form.press();
        assertThat(card.isInvalid()).isFalse();
        assertThat(form.points.getErrorMessage()).isEqualTo(desk.text("gift.missing"));

        form.points.setValue("300");
        form.code.setValue("2468");
        form.press();
        assertThat(done).hasSize(1);
        assertThat(card.getValue()).isEmpty();
        assertThat(card.isInvalid()).isFalse();
    }

    @Test
    void of_a_sale_the_amount_and_what_cannot_be_read() {
        EarnForm form = new EarnForm(desk, work, new TillRequest<>(keys), guest, events);
        List<TextField> fields =
                fields(form).filter(field -> !(field instanceof BillNumber)).toList();
        TextField amount = fields.getFirst();

        form.press();
        assertThat(amount.getErrorMessage()).isEqualTo(desk.text("amountMissing"));
        assertThat(amount.isInvalid()).isTrue();

        amount.setValue("twelve");
        assertThat(amount.getErrorMessage()).isEqualTo(TypedAmount.unreadable(desk, Currency.getInstance("EUR")));
        assertThat(amount.isInvalid()).isTrue();

        amount.setValue("12.40");
        assertThat(amount.isInvalid()).isFalse();
        if (fields.size() > 1) {
            fields.get(1).setValue("some");
            assertThat(fields.get(1).getErrorMessage())
                    .isEqualTo(TypedAmount.unreadable(desk, Currency.getInstance("EUR")));
            fields.get(1).setValue("");
        }

        form.press();
        assertThat(done).hasSize(1);
        assertThat(amount.getValue()).isEmpty();
        assertThat(amount.isInvalid()).isFalse();
    }

    private static Stream<TextField> fields(Component within) {
        return within.getChildren()
                .flatMap(child -> child instanceof TextField field ? Stream.of(field) : fields(child));
    }
}
