package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AChangedRowIsNamedTest {

    private static final SealedLedger SEALED = SealedLedger.SHARED;

    private final MemberId guest = newMember();
    private long oldest;

    @BeforeEach
    void someHistoryUnderSeals() {
        for (int i = 0; i < 7; i++) {
            SEALED.ledger.earn(guest, SEALED.hotel, 100 + i);
            SEALED.ledger.redeem(guest, SEALED.cafe, 10 + i);
        }
        SEALED.seals.seal();
        oldest = SEALED.count("select min(transfer_id) from coalition.transfer where member_id = " + guest.value());
        assertThat(SEALED.seals.verify().findings()).isEmpty();
        SEALED.change("create table public.kept as select * from coalition.transfer");
    }

    @AfterEach
    void asItWas() {
        SEALED.change("delete from coalition.transfer");
        SEALED.change("insert into coalition.transfer select * from public.kept");
        SEALED.change("drop table public.kept");
        assertThat(SEALED.seals.verify().findings()).isEmpty();
    }

    @Test
    void when_its_points_were_changed() {
        SEALED.change("update coalition.transfer set points = points + 1 where transfer_id = " + oldest);
        assertThatOneFindingSays("transfer " + oldest + " of seal \\d+ was changed");
    }

    @Test
    void when_only_the_moment_of_posting_was_changed() {
        SEALED.change(
                "update coalition.transfer set posted_at = posted_at + interval '1 microsecond' where transfer_id = "
                        + oldest);
        assertThatOneFindingSays("transfer " + oldest + " of seal \\d+ was changed");
    }

    @Test
    void when_it_was_deleted() {
        SEALED.change("delete from coalition.transfer where transfer_id = " + oldest);
        assertThatOneFindingSays("transfer " + oldest + " of seal \\d+ is not where it was");
        assertThat(SEALED.ledger.check.check().findings())
                .extracting(Finding::rule)
                .contains("seals-count-their-rows");
    }

    @Test
    void when_it_was_given_to_another_partner() {
        SEALED.change(
                "update coalition.transfer set tenant_id = " + SEALED.shop.value() + " where transfer_id = " + oldest);
        assertThat(where())
                .anySatisfy(
                        where -> assertThat(where).matches("transfer " + oldest + " of seal \\d+ is not where it was"))
                .anySatisfy(where -> assertThat(where).matches("transfer " + oldest + " was added under seal \\d+"));
    }

    @Test
    void when_one_was_slipped_in_under_an_old_seal() {
        SEALED.change(
                """
                insert into coalition.transfer
                select member_id, 7, posting_id, points, line_before, posted_at, posted_xid, window_start, business_date,
                       tenant_id, outlet_id, program_version, debit_account, credit_account, pocket, kind
                  from coalition.transfer
                 where transfer_id = %d"""
                        .formatted(oldest));
        assertThatOneFindingSays("transfer 7 was added under seal \\d+");
    }

    @Test
    void when_the_seal_was_made_to_fit_the_next_one_does_not() {
        long first = SEALED.count("select min(seal_no) from coalition.seal");
        SEALED.change("update coalition.seal set sealed_at = sealed_at + interval '1 second' where seal_no = " + first);
        assertThat(where()).contains("the hash of seal " + first + " is not that of what it covers");
        SEALED.change("update coalition.seal set sealed_at = sealed_at - interval '1 second' where seal_no = " + first);
    }

    private static void assertThatOneFindingSays(String pattern) {
        assertThat(where()).singleElement().asString().matches(pattern);
    }

    private static List<String> where() {
        return SEALED.seals.verify().findings().stream().map(Finding::where).toList();
    }
}
