package eu.kontor.notification.mail;

import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.notification.api.MemberNotices;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class NoticeRoundsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final NoticeRounds rounds =
            new NoticeRounds(countingNotices(), ledger.windows, ledger.coalition, ledger.clock);
    private int sent;

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void tell_nobody_while_an_older_window_is_open_and_then_once_a_day() {
        YearMonth last = YearMonth.from(TODAY).minusMonths(1);
        for (YearMonth month = TestLedger.FIRST_WINDOW; month.isBefore(last); month = month.plusMonths(1)) {
            ledger.windows.close(month);
        }
        rounds.round();
        assertThat(sent).as("while " + last + " is open").isZero();

        ledger.windows.close(last);
        rounds.round();
        rounds.round();
        assertThat(sent).isEqualTo(1);

        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(1)));
        rounds.round();
        assertThat(sent).isEqualTo(2);
    }

    /** Nothing but {@code send} is asked of it. */
    private MemberNotices countingNotices() {
        return (MemberNotices) Proxy.newProxyInstance(
                MemberNotices.class.getClassLoader(),
                new Class<?>[] {MemberNotices.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("send");
                    sent++;
                    return new Sent(0, 0, true);
                });
    }
}
