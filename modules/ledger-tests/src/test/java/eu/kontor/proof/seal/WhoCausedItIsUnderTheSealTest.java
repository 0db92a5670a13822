package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhoCausedItIsUnderTheSealTest {

    private static final SealedLedger SEALED = SealedLedger.SHARED;
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int COLUMNS_OF_BEFORE = 15;
    private static final Actor CASHIER = Actor.of(new Caller(
            "cashier",
            "Inês Prado",
            Optional.of(SEALED.cafe),
            Set.of(Role.FRONT_DESK),
            Locale.ENGLISH,
            Origin.of("portal", "192.0.2.4")));
    private static final Caller FINANCE =
            new Caller("f", "Finance", Optional.of(SEALED.cafe), Set.of(Role.FINANCE), Locale.ENGLISH);

    private final MemberId guest = newMember();
    private final ActorId cashier = SEALED.ledger.actors.idOf(CASHIER);

    @BeforeEach
    void oneOfBeforeNamesWereKeptAndOneOfAfter() {
        SEALED.ledger.posted(earning(guest, SEALED.cafe, 100));
        SEALED.seals.seal();
        SEALED.ledger.posted(earning(guest, SEALED.cafe, 200).by(cashier));
        SEALED.seals.seal();
        assertThat(where()).isEmpty();
    }

    @AfterEach
    void asItWas() {
        SEALED.change("update coalition.actor set subject = 'cashier' where actor_id = " + cashier.number());
        assertThat(where()).isEmpty();
    }

    @Test
    void an_old_row_has_the_text_that_it_always_had_and_a_new_one_ends_with_its_actor() throws IOException {
        List<String> rows = rowsOfTheGuest();
        assertThat(rows.getFirst().split("\\|")).hasSize(COLUMNS_OF_BEFORE);
        assertThat(rows.getLast().split("\\|")).hasSize(COLUMNS_OF_BEFORE + 1);
        assertThat(rows.getLast()).endsWith('|' + HexFormat.of().formatHex(CASHIER.fingerprint()));
    }

    @Test
    void another_actor_is_noticed() {
        change("actor_id = 1", 200);
        assertThat(where()).singleElement().asString().endsWith("was changed");
        change("actor_id = " + cashier.number(), 200);
    }

    @Test
    void so_is_one_who_is_put_to_what_had_none_or_taken_away() {
        change("actor_id = " + cashier.number(), 100);
        assertThat(where()).singleElement().asString().endsWith("was changed");
        change("actor_id = 0", 100);
        change("actor_id = 0", 200);
        assertThat(where()).singleElement().asString().endsWith("was changed");
        change("actor_id = " + cashier.number(), 200);
    }

    @Test
    void one_who_is_made_to_be_somebody_else_is_noticed_by_seals_or_by_the_check() {
        SEALED.change("update coalition.actor set subject = 'somebody else' where actor_id = " + cashier.number());
        assertThat(SEALED.ledger.check.checkFromScratch().findings())
                .extracting(Finding::where)
                .contains("actor " + cashier.number() + " is not who it was");
    }

    @Test
    void a_name_is_erased_without_a_trace() {
        assertThat(SEALED.ledger.actors.eraseName(
                        new Caller("o", "O", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH), "cashier"))
                .isNotNegative();
        assertThat(where()).isEmpty();
        assertThat(SEALED.ledger.check.checkFromScratch().findings()).isEmpty();
    }

    private void change(String what, long points) {
        SEALED.change("update coalition.transfer set " + what + " where member_id = " + guest.value() + " and points = "
                + points);
    }

    private List<String> rowsOfTheGuest() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SEALED.seals.writeEvidence(FINANCE, SEALED.cafe, MARCH, Optional.empty(), out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains('|' + Long.toString(guest.value()) + '|'))
                .toList();
    }

    private static List<String> where() {
        return SEALED.seals.verify().findings().stream().map(Finding::where).toList();
    }
}
