package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Expire;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.PostingQueue.Preparation;
import eu.kontor.ledger.api.PostingQueue.Prepared;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringSingleCallsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");

    private final Transactions transactions = DATABASE.transactions();
    private final TestLedger ledger = new TestLedger(transactions);
    private final List<Integer> batchSizes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);
    private GatheringQueue queue;

    @AfterEach
    void stop() {
        gate.countDown();
        queue.stop();
    }

    @Test
    void callers_get_their_own_answers_from_shared_batches() throws Exception {
        queue = queue(batch -> {
            gate.await();
            batchSizes.add(batch.size());
            return ledger.poster.post(batch);
        });
        List<MemberId> guests =
                IntStream.range(0, 100).mapToObj(i -> newMember()).toList();
        List<CompletableFuture<Outcome>> answers =
                guests.stream().map(guest -> submit(earning(guest, HOTEL, 1))).toList();
        gate.countDown();

        for (int i = 0; i < guests.size(); i++) {
            assertThat(answers.get(i).get())
                    .isInstanceOfSatisfying(Posted.class, posted -> assertThat(posted.replayed())
                            .isFalse());
            assertThat(((Posted) answers.get(i).get()).id().member()).isEqualTo(guests.get(i));
        }
        assertThat(batchSizes).hasSizeLessThan(20);
    }

    @Test
    void a_full_queue_refuses_and_posts_what_it_took() throws Exception {
        queue = queue(batch -> {
            gate.await();
            return ledger.poster.post(batch);
        });
        MemberId guest = newMember();
        int calls = GatheringQueue.QUEUE_ITEMS + 3 * GatheringQueue.BATCH_ITEMS;
        List<CompletableFuture<Outcome>> answers = IntStream.range(0, calls)
                .mapToObj(i -> submit(earning(guest, HOTEL, 1)))
                .toList();
        gate.countDown();

        long refused = 0;
        for (CompletableFuture<Outcome> answer : answers) {
            if (answer.get() instanceof Outcome.Refused overloaded) {
                assertThat(overloaded.code()).isEqualTo(RefusalCode.OVERLOADED);
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(ledger.available(guest)).isEqualTo(calls - refused);
    }

    @Test
    void when_the_database_fails_everyone_in_the_batch_hears_it() {
        queue = queue(batch -> {
            gate.await();
            batchSizes.add(batch.size());
            throw new DatabaseFailure(new SQLException("gone", "08006"));
        });
        List<CompletableFuture<Outcome>> answers = IntStream.range(0, 10)
                .mapToObj(i -> submit(earning(newMember(), HOTEL, 1)))
                .toList();
        gate.countDown();

        assertThat(answers).allSatisfy(answer -> assertThatThrownBy(answer::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(DatabaseFailure.class));
        assertThat(batchSizes).anyMatch(size -> size > 1);
        assertThat(batchSizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(answers.size());
    }

    @Test
    void an_error_is_heard_by_its_batch_and_the_next_posting_succeeds() throws Exception {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        queue = queue(batch -> {
            if (isFirst.getAndSet(false)) {
                throw new OutOfMemoryError("as a test has it");
            }
            return ledger.poster.post(batch);
        });

        assertThatThrownBy(() -> submit(earning(newMember(), HOTEL, 1)).get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
        assertThat(submit(earning(newMember(), HOTEL, 1)).get(10, TimeUnit.SECONDS))
                .isInstanceOf(Posted.class);
    }

    @Test
    void when_items_of_a_batch_do_not_bear_each_other_they_are_posted_one_by_one() throws Exception {
        queue = queue(batch -> {
            gate.await();
            if (batch.size() > 1) {
                throw new DatabaseFailure(new SQLException("deadlock", "40P01"));
            }
            return ledger.poster.post(batch);
        });
        List<CompletableFuture<Outcome>> answers = IntStream.range(0, 10)
                .mapToObj(i -> submit(earning(newMember(), HOTEL, 1)))
                .toList();
        gate.countDown();

        for (CompletableFuture<Outcome> answer : answers) {
            assertThat(answer.get()).isInstanceOf(Posted.class);
        }
    }

    @Test
    void what_is_wrong_with_one_item_fails_no_other() throws Exception {
        MemberId impossible = newMember();
        queue = queue(batch -> {
            gate.await();
            if (batch.stream().anyMatch(posting -> posting.member().equals(impossible))) {
                throw new IllegalStateException("its lots do not add up");
            }
            return ledger.poster.post(batch);
        });
        CompletableFuture<Outcome> wrong = submit(earning(impossible, HOTEL, 1));
        List<CompletableFuture<Outcome>> others = IntStream.range(0, 10)
                .mapToObj(i -> submit(earning(newMember(), HOTEL, 1)))
                .toList();
        gate.countDown();

        for (CompletableFuture<Outcome> answer : others) {
            assertThat(answer.get()).isInstanceOf(Posted.class);
        }
        assertThatThrownBy(wrong::get).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_callers_do_with_their_answers_keeps_nobody_from_being_posted() throws Exception {
        queue = queue(ledger.poster::post);
        for (int slow = 0; slow < 4; slow++) {
            submit(earning(newMember(), HOTEL, 1)).thenRun(this::awaitGate);
        }
        MemberId guest = newMember();
        submit(earning(guest, HOTEL, 1));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (ledger.available(guest) == 0) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void what_needs_preparation_is_prepared_together_and_what_cannot_be_posted_fails_no_other() throws Exception {
        List<Integer> prepared = Collections.synchronizedList(new ArrayList<>());
        Preparation<Integer> onlyEven = numbers -> {
            assertThat(transactions.isUnderWay()).isTrue();
            prepared.add(numbers.size());
            return numbers.stream()
                    .<Prepared>map(number -> number % 2 == 0
                            ? new Prepared.Ready(earning(newMember(), HOTEL, number))
                            : new Prepared.Refused(new Outcome.Refused(RefusalCode.CARD_UNKNOWN, Map.of(), false)))
                    .toList();
        };
        queue = queue(batch -> {
            gate.await();
            return ledger.poster.post(batch);
        });
        List<CompletableFuture<Outcome>> answers = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> number % 3 == 0
                        ? submit(earning(newMember(), HOTEL, number))
                        : queue.submit(number, onlyEven).toCompletableFuture())
                .toList();
        gate.countDown();

        for (int number = 1; number <= answers.size(); number++) {
            switch (answers.get(number - 1).get()) {
                case Posted posted -> assertThat(posted.points().value()).isEqualTo(number);
                case Outcome.Refused refused -> {
                    assertThat(refused.code()).isEqualTo(RefusalCode.CARD_UNKNOWN);
                    assertThat(number % 2 == 1 && number % 3 != 0).isTrue();
                }
            }
        }
        assertThat(prepared.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
        assertThat(prepared).hasSizeLessThan(10);
    }

    @Test
    void after_its_end_it_takes_nothing() throws Exception {
        queue = queue(ledger.poster::post);
        submit(earning(newMember(), HOTEL, 1)).get();
        queue.stop();

        assertThat(submit(earning(newMember(), HOTEL, 1)).get())
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(RefusalCode.OVERLOADED));
    }

    private CompletableFuture<Outcome> submit(Posting posting) {
        return queue.submit(posting).toCompletableFuture();
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Posts {
        List<Outcome> post(List<Posting> batch) throws InterruptedException;
    }

    private GatheringQueue queue(Posts posts) {
        Ledger gated = new Ledger() {
            @Override
            public Map<Ticket, PostingId> standing(TenantId tenant, List<Ticket> tickets) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<PostingId> last(TenantId tenant, Ticket ticket) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Outcome> post(List<Posting> batch) {
                try {
                    return posts.post(batch);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public List<Points> expire(ActorId by, List<Expire> pockets) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean knows(Posting posting) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Set<PostingId> redemptionsSince(TenantId tenant, Collection<MemberId> members, Instant since) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<PostingId> posted(TenantId tenant, String key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void lock(Collection<MemberId> members) {
                throw new UnsupportedOperationException();
            }
        };
        return new GatheringQueue(gated, transactions, Thread::new);
    }
}
