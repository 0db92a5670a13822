package eu.kontor.outbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two hundred tenants with messages of three keys each; what one of them cannot have handled is not the others' trouble. */
class AHandlerThatHangsHoldsBackItsOwnKeyTest {

    private static final int TENANTS = 200;
    private static final List<String> KEYS = List.of("a", "b", "c");

    /** A handler may hang for longer than the test lasts. */
    private static final DeliveryLimits PATIENT =
            new DeliveryLimits(4, Duration.ofSeconds(1), 6, 3, Duration.ofMinutes(5));

    private static final DeliveryLimits SHORT =
            new DeliveryLimits(4, Duration.ofSeconds(1), 6, 3, Duration.ofSeconds(1));

    private final OutboxStage stage = new OutboxStage();

    AHandlerThatHangsHoldsBackItsOwnKeyTest() throws Exception {}

    @Test
    void and_so_does_one_that_fails_while_everybody_elses_messages_are_handled() throws Exception {
        List<TenantId> tenants = IntStream.range(0, TENANTS)
                .mapToObj(i -> stage.tenant("many-" + i))
                .toList();
        TenantId hanging = tenants.get(7);
        TenantId failing = tenants.get(111);
        for (TenantId tenant : tenants) {
            stage.put(KEYS.stream()
                    .flatMap(key -> IntStream.of(1, 2).mapToObj(i -> message(tenant, key, i)))
                    .toArray(Message[]::new));
        }
        Troubled handler = new Troubled(hanging, failing);
        Delivery node = stage.node(PATIENT, handler);

        node.begin(() -> false);
        int allOthers = TENANTS * KEYS.size() * 2 - 4;
        OutboxStage.until(() -> handler.handled.size() == allOthers);

        assertThat(handler.hangingNow).as("one still hangs").hasValue(1);
        assertThat(handler.of(hanging)).containsExactlyInAnyOrder("a1", "a2", "c1", "c2");
        assertThat(handler.of(failing)).containsExactlyInAnyOrder("a1", "a2", "c1", "c2");
        OutboxStage.until(() -> waiting() == 4);

        stage.put(message(hanging, "a", 3), message(hanging, "b", 3), message(failing, "c", 3));
        node.begin(() -> false);
        OutboxStage.until(() -> handler.handled.size() == allOthers + 2);
        assertThat(handler.hangingNow).as("one still hangs").hasValue(1);

        handler.isTroubled = false;
        handler.recovery.countDown();
        OutboxStage.until(() -> handler.hangingNow.get() == 0);
        stage.execute("update coalition.outbox set due_at = now() where due_at is not null");
        node.deliverWaiting();

        assertThat(stage.waiting()).isZero();
        assertThat(handler.of(hanging).stream().distinct().filter(one -> one.startsWith("b")))
                .containsExactly("b1", "b2", "b3");
        assertThat(handler.of(failing).stream().filter(one -> one.startsWith("b")))
                .containsExactly("b1", "b2");
    }

    @Test
    void though_it_does_not_hear_that_it_is_interrupted() throws Exception {
        TenantId hotel = stage.tenant("deaf-hotel");
        stage.put(message(hotel, "a", 1), message(hotel, "b", 1), message(hotel, "c", 1));
        Troubled handler = new Troubled(hotel, stage.tenant("deaf-cafe"));
        handler.isDeaf = true;
        Delivery node = stage.node(SHORT, handler);

        node.begin(() -> false);
        OutboxStage.until(() -> handler.of(hotel).size() == 2);

        assertThat(handler.of(hotel)).containsExactlyInAnyOrder("a1", "c1");
        OutboxStage.until(() -> waiting() == 1);
        assertThat(handler.hangingNow.get()).isPositive();
        OutboxStage.until(() -> "1".equals(ask("select attempts from coalition.outbox where message_key = 'b'")));
        handler.recovery.countDown();
    }

    private long waiting() {
        return Long.parseLong(ask("select count(*) from coalition.outbox"));
    }

    private String ask(String query) {
        try {
            return stage.ask(query);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message message(TenantId tenant, String key, long reference) {
        return new Message("noted", tenant, key, reference, "{}");
    }

    /** Hangs on one tenant's key {@code b} and fails on another's. */
    private static final class Troubled implements MessageHandler {
        private final TenantId hanging;
        private final TenantId failing;
        private final CountDownLatch recovery = new CountDownLatch(1);
        private final AtomicInteger hangingNow = new AtomicInteger();
        private final Queue<Message> handled = new ConcurrentLinkedQueue<>();
        private volatile boolean isTroubled = true;
        private volatile boolean isDeaf;

        private Troubled(TenantId hanging, TenantId failing) {
            this.hanging = hanging;
            this.failing = failing;
        }

        @Override
        public String topic() {
            return "noted";
        }

        @Override
        public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
            boolean isMet = isTroubled && messages.stream().anyMatch(one -> "b".equals(one.key()));
            if (isMet && tenant.equals(hanging)) {
                hang();
            }
            if (isMet && tenant.equals(failing)) {
                throw new IllegalStateException("b cannot be noted");
            }
            handled.addAll(messages);
        }

        private void hang() {
            hangingNow.incrementAndGet();
            try {
                boolean isOver = false;
                while (!isOver) {
                    isOver = waited();
                }
            } finally {
                hangingNow.decrementAndGet();
            }
        }

        private boolean waited() {
            try {
                recovery.await();
                return true;
            } catch (InterruptedException e) {
                if (isDeaf) {
                    return false;
                }
                throw new IllegalStateException("interrupted", e);
            }
        }

        private List<String> of(TenantId tenant) {
            return handled.stream()
                    .filter(one -> one.tenant().equals(tenant))
                    .map(one -> one.key() + one.reference())
                    .toList();
        }
    }
}
