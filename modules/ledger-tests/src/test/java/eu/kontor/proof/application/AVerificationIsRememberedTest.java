package eu.kontor.proof.application;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.LedgerIsCoherent;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.LedgerIsCoherent.Verdict;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.api.Verifications.Outcome;
import eu.kontor.proof.api.Verifications.Step;
import eu.kontor.proof.api.Verifications.Underway;
import eu.kontor.proof.persistence.CoherenceScreen;
import eu.kontor.proof.persistence.CoherenceWalk;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a background that works when the test says so. */
class AVerificationIsRememberedTest {

    private static final Caller OPERATOR =
            new Caller("o", "Olivia", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);

    private final KontorDatabase database = KontorDatabase.fresh();
    private final TenantId hotel = database.tenant("hotel");
    private final CheckedLedger ledger = new CheckedLedger(database);
    private final Seals seals = new LedgerSeals(database.transactions(), ledger.clock);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Underway> seen = new ArrayList<>();
    private final MemberId guest = newMember();
    private LedgerVerifications verifications = verifications();
    private DailyVerification daily = new DailyVerification(verifications, ledger.clock);

    @BeforeEach
    void someHistoryUnderSeals() {
        ledger.earn(guest, hotel, 100);
        ledger.earn(guest, hotel, 200);
        seals.seal();
        ledger.earn(guest, hotel, 300);
    }

    @Test
    void with_who_asked_how_much_was_read_and_that_nothing_differs() {
        verifications.begin(OPERATOR);
        work();

        Outcome outcome = verifications.standing(OPERATOR).latest().orElseThrow();
        assertThat(outcome.by()).contains("Olivia");
        assertThat(outcome.transfers()).isEqualTo(3);
        assertThat(outcome.sealed()).isEqualTo(2);
        assertThat(outcome.seals()).isEqualTo(1);
        assertThat(outcome.isIntact()).isTrue();
        assertThat(verifications().standing(OPERATOR).latest()).contains(outcome);
    }

    @Test
    void with_the_row_that_was_changed_by_name() {
        long changed = changeOneOldRow();
        verifications.begin(OPERATOR);
        work();

        assertThat(verifications.standing(OPERATOR).latest().orElseThrow().findings())
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("seals-cover-unchanged-rows");
                    assertThat(finding.where()).isEqualTo("transfer " + changed + " of seal 1 was changed");
                });
    }

    @Test
    void while_it_is_under_way_a_second_one_is_not_begun_and_its_progress_is_told() {
        Underway begun = verifications.begin(OPERATOR);
        assertThat(verifications.begin(OPERATOR)).isEqualTo(begun);
        assertThat(verifications.standing(OPERATOR).underway()).contains(begun);
        assertThat(background).hasSize(1);

        work();
        assertThat(verifications.standing(OPERATOR).underway()).isEmpty();
        assertThat(seen).extracting(Underway::step).startsWith(Step.COHERENCE).endsWith(Step.SEALS);
        assertThat(seen).extracting(Underway::beganAt).containsOnly(begun.beganAt());
    }

    @Test
    void one_that_is_broken_off_leaves_nothing_and_the_next_one_can_begin() {
        LedgerIsCoherent goneAway = new FromScratch(reached -> {
            throw new IllegalStateException("the database went away");
        });
        verifications =
                new LedgerVerifications(goneAway, seals, database.transactions(), ledger.clock, background::add);
        verifications.begin(OPERATOR);
        work();

        assertThat(verifications.standing(OPERATOR).latest()).isEmpty();
        assertThat(verifications.standing(OPERATOR).underway()).isEmpty();
        verifications.begin(OPERATOR);
        assertThat(background).hasSize(1);
    }

    @Test
    void what_the_rules_found_is_kept_when_the_seals_cannot_be_read() {
        changeOneOldRow();
        verifications = unableToReadSeals();
        verifications.begin(OPERATOR);
        work();

        assertThat(verifications.standing(OPERATOR).latest().orElseThrow().findings())
                .extracting(Finding::rule)
                .contains("balances-equal-transfers", "seals-can-be-read");
    }

    @Test
    void when_nothing_was_found_and_the_seals_cannot_be_read_nothing_is_claimed() {
        verifications = unableToReadSeals();
        verifications.begin(OPERATOR);
        work();

        assertThat(verifications.standing(OPERATOR).latest()).isEmpty();
        assertThat(verifications.standing(OPERATOR).underway()).isEmpty();
    }

    @Test
    void it_relies_on_nothing_that_was_seen_before() throws SQLException {
        ledger.earn(guest, hotel, 300);
        ledger.mustBeCoherent();
        swapTwoAndForgeTheMemoryOfThem();
        assertThat(ledger.check.check().findings()).isEmpty();

        verifications.begin(OPERATOR);
        work();

        assertThat(verifications.standing(OPERATOR).latest().orElseThrow().findings())
                .extracting(Finding::rule)
                .contains("earnings-tile-their-line");
    }

    @Test
    void it_is_done_by_itself_once_a_day_counted_from_the_last_one() {
        daily.round();
        Outcome first = verifications.latest().orElseThrow();
        assertThat(first.by()).isEmpty();
        assertThat(first.isIntact()).isTrue();

        ledger.clock.set(ledger.clock.instant().plus(DailyVerification.AT_MOST_OLD.minus(Duration.ofMinutes(1))));
        daily.round();
        assertThat(verifications.latest()).contains(first);

        ledger.clock.set(ledger.clock.instant().plus(Duration.ofMinutes(1)));
        daily.round();
        assertThat(verifications.latest().orElseThrow().beganAt()).isAfter(first.endedAt());
    }

    @Test
    void the_daily_one_leaves_one_alone_that_is_under_way() {
        verifications.begin(OPERATOR);
        daily.round();
        assertThat(verifications.latest()).isEmpty();

        work();
        assertThat(verifications.latest().orElseThrow().by()).contains("Olivia");
    }

    @Test
    void nobody_but_the_operator_asks_for_it_or_reads_it() {
        Caller finance = new Caller("f", "Finance", Optional.of(hotel), Set.of(Role.FINANCE), Locale.ENGLISH);
        assertThatThrownBy(() -> verifications.begin(finance))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
        assertThatThrownBy(() -> verifications.standing(finance)).isInstanceOf(Refusal.class);
        assertThat(background).isEmpty();
    }

    private LedgerVerifications verifications() {
        return new LedgerVerifications(
                new FromScratch(reached -> ledger.check.checkFromScratch((done, of) -> {
                    reached.now(done, of);
                    look();
                })),
                new LedgerSeals(database.transactions(), ledger.clock) {
                    @Override
                    public Verification verify(Reached reached) {
                        return super.verify((done, of) -> {
                            reached.now(done, of);
                            look();
                        });
                    }
                },
                database.transactions(),
                ledger.clock,
                background::add);
    }

    private LedgerVerifications unableToReadSeals() {
        LedgerSeals unable = new LedgerSeals(database.transactions(), ledger.clock) {
            @Override
            public Verification verify(Reached reached) {
                throw new IllegalStateException("the database went away");
            }
        };
        return new LedgerVerifications(ledger.check, unable, database.transactions(), ledger.clock, background::add);
    }

    /** A check that a verification may use. */
    private record FromScratch(Function<Reached, Verdict> verdict) implements LedgerIsCoherent {
        @Override
        public Verdict check(Reached reached) {
            throw new AssertionError("a verification relies on nothing that was seen before");
        }

        @Override
        public Verdict checkFromScratch(Reached reached) {
            return verdict.apply(reached);
        }
    }

    /** Two earnings of 300 change places, and the memory of what was in order says that they always lay so. */
    private void swapTwoAndForgeTheMemoryOfThem() throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update coalition.transfer set line_before = 900 - line_before where points = 300");
            CoherenceScreen screen = new CoherenceScreen(superuser, CoherenceWalk.NONE, 1, Reached.UNHEARD);
            screen.read();
            screen.toRemember().orElseThrow().insert(superuser, ledger.clock.instant());
        }
    }

    /** What somebody who asks now would see. */
    private void look() {
        seen.add(verifications.underway().orElseThrow());
    }

    private void work() {
        background.remove().run();
    }

    private long changeOneOldRow() {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try (ResultSet row = statement.executeQuery(
                    """
                    update coalition.transfer set points = points + 1
                     where transfer_id = (select min(transfer_id) from coalition.transfer)
                    returning transfer_id""")) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
