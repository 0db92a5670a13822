package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.api.Seals.Seal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is printed on a statement today is printed on it in ten years. */
class TheSealThatClosedAMonthStaysTest {

    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;

    private static final String FILLING = "/db/coalition/V207__months_closed_before_get_their_seal.sql";

    private final SealedLedger sealed = new SealedLedger();
    private final MemberId guest = newMember();

    @Test
    void it_is_remembered_with_the_close_and_no_later_seal_takes_its_place() {
        sealed.ledger.earn(guest, sealed.hotel, JANUARY.atDay(20), TestLedger.TWO_YEARS, 100);
        sealed.ledger.earn(guest, sealed.cafe, JANUARY.atDay(21), TestLedger.TWO_YEARS, 10);
        sealed.seals.seal();
        assertThat(sealed.seals.closing(OPERATOR, JANUARY))
                .as("an open month has none")
                .isEmpty();

        sealed.ledger.windows.close(JANUARY);
        sealed.ledger.earn(guest, sealed.hotel, 5);
        sealed.seals.seal();
        Seal closing = sealed.seals.closing(OPERATOR, JANUARY).orElseThrow();
        sealed.ledger.earn(guest, sealed.hotel, 7);
        sealed.seals.seal();

        assertThat(sealed.seals.closing(OPERATOR, JANUARY)).contains(closing);
        assertThat(closing.number())
                .as("the first under which all of the month lies")
                .isLessThan(sealed.seals.latest().orElseThrow().number());
        assertThat(sealed.count("select count(*) from coalition.window_seal")).isOne();
    }

    @Test
    void a_month_is_remembered_though_nothing_was_left_to_seal_when_it_was_closed() {
        sealed.ledger.earn(guest, sealed.hotel, JANUARY.atDay(20), TestLedger.TWO_YEARS, 100);
        sealed.seals.seal();
        Seal only = sealed.seals.latest().orElseThrow();
        sealed.ledger.windows.close(JANUARY);

        assertThat(sealed.seals.seal()).isZero();

        assertThat(sealed.seals.closing(OPERATOR, JANUARY)).contains(only);
    }

    @Test
    void months_that_were_closed_before_it_was_remembered_are_filled_by_whoever_migrates() throws Exception {
        sealed.ledger.earn(guest, sealed.hotel, JANUARY.atDay(20), TestLedger.TWO_YEARS, 100);
        sealed.seals.seal();
        sealed.ledger.windows.close(JANUARY);
        sealed.seals.seal();
        Seal closing = sealed.seals.closing(OPERATOR, JANUARY).orElseThrow();
        sealed.change("delete from coalition.window_seal");
        sealed.ledger.earn(guest, sealed.hotel, 5);

        try (Connection owner = sealed.database.owner().getConnection();
                Statement statement = owner.createStatement();
                InputStream migration = getClass().getResourceAsStream(FILLING)) {
            owner.setAutoCommit(false);
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            owner.commit();
        }

        assertThat(sealed.seals.closing(OPERATOR, JANUARY)).contains(closing);
    }

    @Test
    void it_is_told_to_those_who_read_statements() {
        Caller cashier = new Caller("c", "Cashier", Optional.of(sealed.cafe), Set.of(Role.FRONT_DESK), Locale.ENGLISH);

        assertThatThrownBy(() -> sealed.seals.closing(cashier, JANUARY)).isInstanceOf(Refusal.class);
    }
}
