package eu.kontor.ledger.faults;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.proof.testing.CheckedLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine's clock is set back by an hour while the ledger is at work: over noon, and over the end of a month. */
class TheClockIsSetBackTest {

    private static final FaultyLedger FAULTY = FaultyLedger.direct();
    private static final TenantId HOTEL = FAULTY.partners.getFirst();
    private static final Caller OPERATOR = Caller.system("audit");
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    private final CheckedLedger ledger = FAULTY.ledger;
    private final MemberId guest = newMember();

    @BeforeEach
    void itIsNoon() {
        ledger.clock.set(NOON);
    }

    @AfterEach
    void coherentAndSealed() {
        ledger.mustBeCoherent();
        FAULTY.seals.seal();
        assertThat(FAULTY.seals.verify().findings()).isEmpty();
    }

    @AfterAll
    static void stop() {
        FAULTY.close();
    }

    @Test
    void postings_go_on_and_later_ones_have_greater_numbers() {
        Posted before = ledger.earn(guest, HOTEL, 100);
        FAULTY.seals.seal();
        setBackAnHour();
        Posted after = ledger.earn(guest, HOTEL, 20);

        assertThat(after.postedAt()).isBefore(before.postedAt());
        assertThat(after.id().number()).isGreaterThan(before.id().number());
        assertThat(ledger.available(guest)).isEqualTo(120);
    }

    @Test
    void a_hold_lives_up_to_an_hour_longer_and_never_ends_early() {
        ledger.earn(guest, HOTEL, 100);
        Posted hold = ledger.authorize(guest, HOTEL, 60);
        setBackAnHour();

        ledger.holds.releaseOverdue();
        assertThat(ledger.available(guest)).isEqualTo(40);
        assertThat(ledger.capture(guest, HOTEL, hold.id()).points()).isEqualTo(Points.of(60));
        assertThat(ledger.available(guest)).isEqualTo(40);
    }

    @Test
    void a_retry_gets_the_first_answer_even_from_a_day_that_has_not_come_again() {
        ledger.clock.set(Instant.parse("2026-04-01T00:30:00Z"));
        Posting purchase = earning(newKey(), guest, HOTEL, LocalDate.of(2026, 4, 1), TWO_YEARS, 30);
        Posted first = ledger.posted(purchase);
        setBackAnHour();
        setBackAnHour();

        Posted again = ledger.posted(purchase);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void a_purchase_of_a_day_that_has_not_come_anywhere_waits_for_it() {
        ledger.clock.set(Instant.parse("2026-03-30T22:30:00Z"));
        Posting purchase = earning(newKey(), guest, HOTEL, LocalDate.of(2026, 4, 1), TWO_YEARS, 30);

        assertThat(ledger.refused(purchase).code()).isEqualTo(RefusalCode.DATE_IN_THE_FUTURE);
        ledger.clock.set(Instant.parse("2026-03-30T23:30:00Z"));

        assertThat(ledger.posted(purchase).replayed()).isFalse();
    }

    @Test
    void a_window_that_closed_stays_closed_and_its_month_settles_in_the_next() {
        ledger.clock.set(Instant.parse("2026-03-31T23:30:00Z"));
        ledger.windows.all().stream()
                .filter(window -> !window.isClosed() && window.month().isBefore(YearMonth.of(2026, 4)))
                .forEach(window -> ledger.windows.close(window.month()));
        setBackAnHour();
        var frozen = ledger.windows.positions(YearMonth.of(2026, 3));

        ledger.posted(earning(newKey(), guest, HOTEL, LocalDate.of(2026, 3, 31), TWO_YEARS, 30));

        assertThat(ledger.windows.positions(YearMonth.of(2026, 3))).isEqualTo(frozen);
        assertThat(ledger.transfers
                        .ofMember(OPERATOR, guest, Optional.empty(), 1)
                        .rows())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.window()).isEqualTo(YearMonth.of(2026, 4)));
    }

    @Test
    void what_was_answered_then_is_a_state_that_the_member_was_really_in() {
        ledger.earn(guest, HOTEL, 100);
        setBackAnHour();
        Posted hold = ledger.authorize(guest, HOTEL, 60);
        ledger.capture(guest, HOTEL, hold.id());
        ledger.clock.set(NOON);

        assertThat(at(NOON)).isEqualTo(Points.of(40));
        assertThat(at(NOON.minus(Duration.ofMinutes(30)))).isEqualTo(Points.of(40));
        assertThat(at(NOON.minus(Duration.ofHours(2)))).isEqualTo(Points.ZERO);
    }

    private Points at(Instant moment) {
        return ledger.past.balance(OPERATOR, guest, moment).available();
    }

    private void setBackAnHour() {
        ledger.clock.set(ledger.clock.instant().minus(Duration.ofHours(1)));
    }
}
