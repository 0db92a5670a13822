package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WhatWasAnsweredThenTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final Caller OPERATOR = Caller.system("audit");

    private final TestLedger ledger = new TestLedger(DATABASE);
    private final MemberId guest = newMember();

    @Test
    void is_answered_still_after_points_were_held_spent_and_taken_back() {
        Instant start = ledger.clock.instant();
        Posted stay = ledger.earn(guest, HOTEL, 100);
        later();
        Posted hold = ledger.authorize(guest, CAFE, 60);
        later();
        ledger.capture(guest, CAFE, hold.id());
        later();
        ledger.reverse(guest, HOTEL, stay.id());

        assertThat(availableAt(start.minusSeconds(1))).isEqualTo(Points.ZERO);
        assertThat(availableAt(start)).isEqualTo(stay.availableAfter()).isEqualTo(Points.of(100));
        assertThat(availableAt(start.plusSeconds(60))).isEqualTo(hold.availableAfter());
        assertThat(ledger.past.balance(OPERATOR, guest, start.plusSeconds(60)).pockets())
                .singleElement()
                .satisfies(pocket -> assertThat(pocket.held()).isEqualTo(Points.of(60)));
        assertThat(availableAt(start.plusSeconds(120))).isEqualTo(Points.of(40));
        assertThat(ledger.past.balance(OPERATOR, guest, start.plusSeconds(180)).debt())
                .isEqualTo(Points.of(60));
    }

    @Test
    void is_not_answered_for_a_moment_that_has_not_come() {
        Instant tomorrow = ledger.clock.instant().plus(Duration.ofDays(1));
        for (ThrowingCallable question : List.<ThrowingCallable>of(
                () -> ledger.past.balance(OPERATOR, guest, tomorrow),
                () -> ledger.past.positions(OPERATOR, YearMonth.from(TestLedger.TODAY), tomorrow))) {
            assertThatThrownBy(question).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                    .isEqualTo(RefusalCode.DAY_NOT_COME));
        }
    }

    @Test
    void of_a_member_is_for_the_operator_alone() {
        assertThatThrownBy(() -> ledger.past.balance(at(HOTEL, Role.FINANCE), guest, ledger.clock.instant()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void of_a_window_a_partners_finance_sees_its_own_sums() {
        ledger.earn(guest, HOTEL, 100);
        ledger.earn(guest, CAFE, 30);
        YearMonth window = YearMonth.from(TestLedger.TODAY);
        Instant now = ledger.clock.instant();

        assertThat(ledger.past.positions(OPERATOR, window, now))
                .extracting(Position::tenant)
                .contains(HOTEL, CAFE);
        assertThat(ledger.past.positions(at(HOTEL, Role.FINANCE), window, now))
                .isNotEmpty()
                .extracting(Position::tenant)
                .containsOnly(HOTEL);
        assertThatThrownBy(() -> ledger.past.positions(at(HOTEL, Role.FRONT_DESK), window, now))
                .isInstanceOf(Refusal.class);
        Caller ofNoBrand = new Caller("f", "Finance", Optional.empty(), Set.of(Role.FINANCE), Locale.ENGLISH);
        assertThatThrownBy(() -> ledger.past.positions(ofNoBrand, window, now)).isInstanceOf(Refusal.class);
    }

    private static Caller at(TenantId tenant, Role role) {
        return new Caller("f", "Finance", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    private Points availableAt(Instant moment) {
        return ledger.past.balance(OPERATOR, guest, moment).available();
    }

    private void later() {
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofMinutes(1)));
    }
}
