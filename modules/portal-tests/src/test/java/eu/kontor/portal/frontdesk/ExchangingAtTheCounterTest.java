package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.corrections.CorrectionsPresenter;
import eu.kontor.portal.frontdesk.ExchangeForm.Back;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A guest brings something of the last visit back and takes something else, on one bill. */
class ExchangingAtTheCounterTest {

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
    private final List<Posted> done = new ArrayList<>();
    private final DeskEvents events = new DeskEvents(() -> "BAR", done::add, touched -> {});
    private final RequestKeys keys = new RequestKeys(world.clock());
    private final DeskWork work = new DeskWork(
            till,
            new TicketsPresenter(
                    till, world.checkout(), world.tickets(), world.tickets(), world.tickets(), world.visits()),
            new CorrectionsPresenter(world.corrections(), world.members(), world.tenants()),
            keys);
    private final VisitLine visit =
            guests.visits(cashier, guest.member(), List.of()).getFirst();
    private final ExchangeForm form = new ExchangeForm(
            desk,
            work,
            new TillRequest<>(keys),
            new ExchangeForm.Sold(visit, guest.card().orElseThrow()),
            events);

    @Test
    void what_is_to_pay_is_said_while_it_is_typed() {
        worth().setValue("4.00");
        taken().setValue("10.00");
        assertThat(difference()).isEqualTo("€6.00 to pay");

        taken().setValue("3.00");
        assertThat(difference()).isEqualTo("€1.00 to give back");

        taken().setValue("4.00");
        assertThat(difference()).isEqualTo("Nothing to pay");

        taken().setValue("four");
        assertThat(difference()).isEmpty();
    }

    @Test
    void it_is_posted_as_one_bill_and_read_aloud() {
        worth().setValue("4.00");
        taken().setValue("10.00");

        form.press();

        assertThat(done).hasSize(1);
        assertThat(done.getFirst().sentence()).startsWith("€6.00 to pay.").contains("taken back");
        assertThat(done.getFirst().undo()).isEmpty();
        assertThat(guests.again(cashier, guest).available()).isNotEqualTo(guest.available());
    }

    @Test
    void the_same_bill_again_exchanges_nothing() {
        for (int i = 0; i < 2; i++) {
            worth().setValue("4.00");
            taken().setValue("10.00");
            fields(form).filter(BillNumber.class::isInstance).forEach(field -> field.setValue("4711"));
            form.press();
        }

        assertThat(done).hasSize(2);
        assertThat(done.getLast().alreadyKnown()).isTrue();
        assertThat(done.getLast().sentence()).startsWith("Bill 4711 was posted already");
    }

    @Test
    void a_line_comes_back_for_what_it_was_sold_for() {
        ReturnedLines lines = (ReturnedLines) form.getChildren()
                .filter(ReturnedLines.class::isInstance)
                .findFirst()
                .orElseThrow();
        checkboxes(lines).findFirst().orElseThrow().setValue(true);

        Back back = lines.back().getFirst();

        assertThat(back.line()).contains(visit.visit().lines().getFirst().id());
        assertThat(back.quantity()).isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(back.amount()).isEqualByComparingTo(new BigDecimal("4.80"));
        assertThat(worth().isEnabled()).isFalse();
        taken().setValue("10.00");
        assertThat(difference()).isEqualTo("€5.20 to pay");
    }

    @Test
    void without_an_amount_that_is_taken_it_is_asked_for() {
        form.press();

        assertThat(taken().getErrorMessage()).isEqualTo(desk.text("exchange.takenMissing"));
        assertThat(done).isEmpty();
    }

    @Test
    void its_amount_may_be_below_zero() {
        ExchangeForm.Wish wish = new ExchangeForm.Wish(
                visit.visit().purchase(),
                guest.card().orElseThrow(),
                "BAR",
                List.of(new Back(Optional.empty(), BigDecimal.ONE, new BigDecimal("4.00"))),
                MoneyAmount.of("3.00", "EUR"),
                "");

        assertThat(wish.toPay()).isEqualTo(MoneyAmount.of("-1.00", "EUR"));
    }

    private TextField worth() {
        return amounts().getFirst();
    }

    private TextField taken() {
        return amounts().getLast();
    }

    private List<TextField> amounts() {
        return fields(form).filter(field -> field.hasClassName("k-till-amount")).toList();
    }

    private String difference() {
        return form.getChildren()
                .filter(child -> child instanceof Paragraph said && said.hasClassName("k-till-preview"))
                .map(said -> ((Paragraph) said).getText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<TextField> fields(Component within) {
        return within.getChildren()
                .flatMap(child -> child instanceof TextField field ? Stream.of(field) : fields(child));
    }

    private static Stream<Checkbox> checkboxes(Component within) {
        return within.getChildren()
                .flatMap(child -> child instanceof Checkbox box ? Stream.of(box) : checkboxes(child));
    }
}
