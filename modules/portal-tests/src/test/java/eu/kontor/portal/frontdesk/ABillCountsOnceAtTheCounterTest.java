package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.corrections.CorrectionsPresenter;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.tenancy.api.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two colleagues at one counter have the same bill in hand, and each types its number. */
class ABillCountsOnceAtTheCounterTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());
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
    private final Points before = guest(3).available();

    @Test
    void the_second_hears_that_it_is_known_and_has_nothing_to_undo() {
        earn(3, "12.40", "4711");
        Points afterOne = guest(3).available();

        earn(3, "12.40", " 4711 ");

        assertThat(done.getFirst().alreadyKnown()).isFalse();
        assertThat(done.getFirst().undo()).isPresent();
        assertThat(done.getLast().alreadyKnown()).isTrue();
        assertThat(done.getLast().undo()).isEmpty();
        assertThat(done.getLast().sentence())
                .startsWith("Bill 4711 was posted already")
                .contains("12.40");
        assertThat(guest(3).available()).isEqualTo(afterOne).isNotEqualTo(before);
    }

    @Test
    void one_that_was_taken_back_meanwhile_is_told_as_that() {
        earn(3, "12.40", "4711");
        done.getFirst().undo().orElseThrow().post(keys.next());

        earn(3, "12.40", "4711");

        assertThat(done.getLast().sentence()).contains("and taken back");
        assertThat(guest(3).available()).isEqualTo(before);
    }

    @Test
    void with_another_amount_or_for_another_guest_it_is_refused_in_words_of_the_counter() {
        earn(3, "12.40", "4711");

        EarnForm another = earn(3, "14.20", "4711");
        EarnForm anotherGuest = earn(4, "12.40", "4711");

        for (EarnForm form : List.of(another, anotherGuest)) {
            assertThat(said(form)).contains("4711", "Last visits").doesNotContain("POST", "key");
        }
        assertThat(done).hasSize(1);
    }

    @Test
    void without_a_number_each_press_is_a_bill() {
        earn(3, "12.40", "");
        earn(3, "12.40", "");

        assertThat(done).hasSize(2).noneMatch(Posted::alreadyKnown);
    }

    @Test
    void its_points_are_taken_once() {
        redeem("300", "4711");
        Points afterOne = guest(3).available();

        redeem("300", "4711");
        redeem("300", "4712");

        assertThat(done.get(1).alreadyKnown()).isTrue();
        assertThat(done.get(1).undo()).isEmpty();
        assertThat(done.get(1).sentence()).contains("300", "4711", "already");
        assertThat(done.get(2).alreadyKnown()).isFalse();
        assertThat(guest(3).available().value()).isEqualTo(afterOne.value() - 300);
    }

    @Test
    void what_is_known_is_shown_as_a_doubt_and_not_as_a_success() {
        DeskResult result = new DeskResult(desk, keys, events);
        earn(3, "12.40", "4711");
        earn(3, "12.40", "4711");

        result.say(done.getLast());

        assertThat(result.getChildren().filter(Notice.class::isInstance).map(notice -> notice.getElement()
                        .getAttribute("data-kind")))
                .containsExactly("warning");
    }

    private EarnForm earn(long member, String amount, String number) {
        EarnForm form = new EarnForm(desk, work, new TillRequest<>(keys), guest(member), events);
        fields(form)
                .filter(field -> field.hasClassName("k-till-amount"))
                .findFirst()
                .orElseThrow()
                .setValue(amount);
        number(form).setValue(number);
        form.press();
        return form;
    }

    private void redeem(String points, String number) {
        RedeemForm form = new RedeemForm(desk, work, new TillRequest<>(keys), guest(3), events);
        form.points.setValue(points);
        number(form).setValue(number);
        form.code.setValue("2468");
        form.press();
    }

    private Guest guest(long member) {
        return ((One) guests.find(cashier, PreviewDesk.cardOf(member).value())).guest();
    }

    private static TextField number(Component form) {
        return fields(form).filter(BillNumber.class::isInstance).findFirst().orElseThrow();
    }

    private static String said(Component form) {
        return form.getChildren()
                .filter(Notice.class::isInstance)
                .map(notice -> notice.getElement().getTextRecursively())
                .reduce("", String::concat);
    }

    private static Stream<TextField> fields(Component within) {
        return within.getChildren()
                .flatMap(child -> child instanceof TextField field ? Stream.of(field) : fields(child));
    }
}
