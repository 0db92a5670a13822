package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyTillsOnFewMembersTest {

    private static final int TILLS = 8;

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void batches_over_the_same_members_in_any_order_never_deadlock() throws Exception {
        List<MemberId> members =
                Stream.generate(TestLedger::newMember).limit(40).toList();

        List<List<Outcome>> answers = together(till -> {
            Random random = new Random(till);
            List<Outcome> outcomes = new ArrayList<>();
            for (int batch = 0; batch < 12; batch++) {
                outcomes.addAll(ledger.poster.post(mixedBatch(members, random)));
            }
            return outcomes;
        });

        assertThat(answers).allSatisfy(outcomes -> assertThat(outcomes).hasSize(12 * 60));
    }

    @Test
    void new_members_may_arrive_at_all_tills_at_once() throws Exception {
        List<MemberId> members =
                Stream.generate(TestLedger::newMember).limit(200).toList();

        together(till -> {
            List<MemberId> order = new ArrayList<>(members);
            Collections.shuffle(order, new Random(till));
            return ledger.poster.post(order.stream()
                    .<Posting>map(member -> earning(member, HOTEL, 10))
                    .toList());
        });

        assertThat(members)
                .allSatisfy(member -> assertThat(ledger.available(member)).isEqualTo(10 * TILLS));
    }

    @Test
    void a_request_that_arrives_everywhere_at_once_is_posted_once() throws Exception {
        List<Posting> requests = IntStream.range(0, 50)
                .<Posting>mapToObj(
                        i -> earning(newKey(), newMember(), HOTEL, TODAY, i % 2 == 0 ? ONE_YEAR : TWO_YEARS, 7))
                .toList();

        List<List<Outcome>> answers = together(till -> ledger.poster.post(requests));

        for (int i = 0; i < requests.size(); i++) {
            int item = i;
            assertThat(answers)
                    .filteredOn(outcomes -> !outcomes.get(item).replayed())
                    .hasSize(1);
            assertThat(ledger.available(requests.get(item).member())).isEqualTo(7);
        }
    }

    @Test
    void points_are_never_redeemed_twice() throws Exception {
        MemberId guest = newMember();
        ledger.earn(guest, HOTEL, 100);

        List<List<Outcome>> answers =
                together(till -> ledger.poster.post(List.of(ledger.authorization(guest, CAFE, 30))));

        assertThat(answers)
                .filteredOn(outcomes -> outcomes.getFirst() instanceof Posted)
                .hasSize(3);
        assertThat(ledger.available(guest)).isEqualTo(10);
    }

    @Test
    void no_posting_enters_a_window_that_closes_meanwhile() throws Exception {
        YearMonth first = TestLedger.FIRST_WINDOW;
        List<MemberId> members =
                Stream.generate(TestLedger::newMember).limit(20).toList();
        CountDownLatch posting = new CountDownLatch(TILLS - 1);

        together(till -> {
            if (till == 0) {
                posting.await();
                for (int month = 0; month < 6; month++) {
                    Window closed = ledger.windows.close(first.plusMonths(month));
                    assertThat(closed.isClosed()).isTrue();
                }
                return true;
            }
            for (int batch = 0; batch < 20; batch++) {
                int day = batch;
                ledger.poster.post(members.stream()
                        .<Posting>map(member -> earning(
                                newKey(),
                                member,
                                HOTEL,
                                first.plusMonths(day % 6).atDay(1 + day),
                                TWO_YEARS,
                                1))
                        .toList());
                posting.countDown();
            }
            return true;
        });

        assertThat(members)
                .allSatisfy(member -> assertThat(ledger.available(member)).isEqualTo(20L * (TILLS - 1)));
    }

    private List<Posting> mixedBatch(List<MemberId> members, Random random) {
        return IntStream.range(0, 60)
                .<Posting>mapToObj(i -> {
                    MemberId member = members.get(random.nextInt(members.size()));
                    return random.nextInt(3) == 0
                            ? ledger.authorization(member, CAFE, 1 + random.nextInt(20))
                            : earning(member, HOTEL, 1 + random.nextInt(20));
                })
                .toList();
    }

    private interface Till<T> {
        T work(int till) throws Exception;
    }

    private static <T> List<T> together(Till<T> work) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService tills = Executors.newFixedThreadPool(TILLS)) {
            List<Future<T>> results = IntStream.range(0, TILLS)
                    .<Callable<T>>mapToObj(till -> () -> {
                        start.await();
                        return work.work(till);
                    })
                    .map(tills::submit)
                    .toList();
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> result : results) {
                answers.add(result.get());
            }
            return answers;
        }
    }
}
