package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ATicketIsPostedOnceTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();
    private final MemberId companion = newMember();
    private final String ticket = "ticket of " + guest;

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void under_another_key_it_hears_the_first_answer() {
        Posted first = ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));
        ledger.earn(guest, CAFE, 50);

        Posted again = ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));

        assertThat(again.replayed()).isTrue();
        assertThat(again.underAnotherKey()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.availableAfter()).isEqualTo(first.availableAfter());
        assertThat(ledger.available(guest)).isEqualTo(150);
    }

    @Test
    void within_one_batch_as_well() {
        List<Outcome> outcomes =
                ledger.poster.post(List.of(ring(guest, HOTEL, TODAY, "12.00"), ring(guest, HOTEL, TODAY, "12.00")));

        assertThat(outcomes).extracting(Outcome::replayed).containsExactly(false, true);
        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void with_another_content_or_for_another_card_it_is_a_conflict_that_names_the_first() {
        Posted first = ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));

        Outcome.Refused otherAmount = ledger.refused(ring(guest, HOTEL, TODAY, "13.00"));
        Outcome.Refused otherCard = ledger.refused(ring(companion, HOTEL, TODAY, "12.00"));

        assertThat(List.of(otherAmount, otherCard)).allSatisfy(refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.TICKET_DIFFERS);
            assertThat(refused.details()).containsEntry("first", first.id().text());
        });
        assertThat(ledger.available(guest)).isEqualTo(100);
        assertThat(ledger.available(companion)).isZero();
    }

    @Test
    void on_another_day_or_at_another_brand_it_is_another_one() {
        ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));

        assertThat(ledger.posted(ring(guest, HOTEL, TODAY.minusDays(1), "12.00"))
                        .replayed())
                .isFalse();
        assertThat(ledger.posted(ring(guest, CAFE, TODAY, "12.00")).replayed()).isFalse();
        assertThat(ledger.available(guest)).isEqualTo(300);
    }

    @Test
    void after_it_was_taken_back_it_may_be_rung_up_anew_and_its_old_version_still_earns_nothing() {
        Posted first = ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));
        ledger.reverse(guest, HOTEL, first.id());

        Posted corrected = ledger.posted(ring(companion, HOTEL, TODAY, "12.00"));
        Posted old = ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));

        assertThat(corrected.replayed()).isFalse();
        assertThat(old.replayed()).isTrue();
        assertThat(old.id()).isEqualTo(first.id());
        assertThat(ledger.available(guest)).isZero();
        assertThat(ledger.available(companion)).isEqualTo(100);
        assertThat(ledger.refused(ring(guest, HOTEL, TODAY, "11.00")).code()).isEqualTo(RefusalCode.TICKET_DIFFERS);
    }

    @Test
    void a_return_that_was_answered_before_returns_had_tickets_is_known_by_its_key() {
        Posted sale = ledger.posted(ring(guest, HOTEL, TODAY, "12.00"));
        RequestKey plain = newKey();
        Posted first = ledger.posted(reversal(plain, guest, HOTEL, sale.id(), Optional.empty()));
        Ticket slip = new Ticket(TODAY, "return of " + ticket, Digest.of("12.00"));

        Posted again = ledger.posted(reversal(
                new RequestKey(plain.key(), plain.digest(), Optional.of(slip)),
                guest,
                HOTEL,
                sale.id(),
                Optional.empty()));

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
    }

    /** Batches of different members have no lock in common: only the tickets, in opposite orders. */
    @Test
    void whoever_comes_first_of_many_at_once_and_nobody_waits_in_a_circle() throws Exception {
        int tills = 4;
        int tickets = 12;
        List<MemberId> members = Stream.generate(() -> newMember()).limit(tills).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(tills)) {
            List<Future<List<Outcome>>> running = new ArrayList<>();
            for (int till = 0; till < tills; till++) {
                List<Posting> batch = new ArrayList<>();
                for (int i = 0; i < tickets; i++) {
                    int nth = till % 2 == 0 ? i : tickets - 1 - i;
                    batch.add(ring(members.get(till), HOTEL, TODAY, "12.00", "at once " + guest + " " + nth));
                }
                Callable<List<Outcome>> post = () -> ledger.poster.post(batch);
                running.add(threads.submit(post));
            }
            for (Future<List<Outcome>> till : running) {
                till.get();
            }
        }
        assertThat(members.stream().mapToLong(ledger::available).sum()).isEqualTo(100L * tickets);
    }

    private Posting ring(MemberId member, TenantId tenant, LocalDate day, String amount) {
        return ring(member, tenant, day, amount, ticket);
    }

    private static Posting ring(MemberId member, TenantId tenant, LocalDate day, String amount, String name) {
        RequestKey key = newKey();
        Ticket ticket = new Ticket(day, name + day, Digest.of(amount + " on " + member));
        return earning(
                new RequestKey(key.key(), Digest.of(key.key() + " and all of the content"), Optional.of(ticket)),
                member,
                tenant,
                day,
                TWO_YEARS,
                100);
    }
}
