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
    void is_for_the_operator_alone() {
        Caller finance = new Caller("f", "Finance", Optional.of(HOTEL), Set.of(Role.FINANCE), Locale.ENGLISH);
        assertThatThrownBy(() -> ledger.past.balance(finance, guest, ledger.clock.instant()))
                .isInstanceOf(Refusal.class);
    }

    private Points availableAt(Instant moment) {
        return ledger.past.balance(OPERATOR, guest, moment).available();
    }

    private void later() {
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofMinutes(1)));
    }
}
