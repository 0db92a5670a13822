package eu.kontor.outbox.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesAreRelayedToHandlersTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final Transactions transactions = DATABASE.transactions();
    private final TenantId hotel = DATABASE.tenant("news-hotel");
    private final TenantId cafe = DATABASE.tenant("news-cafe");
    private final Listener listener = new Listener();
    private final OutboxWriter outbox = new OutboxWriter(new OutboxTable());
    private final Delivery delivery = delivery();

    @BeforeEach
    void nothing_is_waiting() throws SQLException {
        try (var connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from coalition.outbox");
        }
    }

    @Test
    void in_order_under_each_tenants_courier_and_then_it_is_gone() throws SQLException {
        put(messages(hotel, 1, 1), messages(cafe, 1, 2), messages(hotel, 2, 3), messages(hotel, 1, 4));
        assertThat(delivery.deliverWaiting()).isEqualTo(4);
        assertThat(listener.references(hotel)).containsExactly(1L, 3L, 4L);
        assertThat(listener.references(cafe)).containsExactly(2L);
        assertThat(listener.roles).contains("c_news_hotel", "c_news_cafe").hasSize(2);
        assertThat(waiting()).isZero();
        assertThat(delivery.deliverWaiting()).isZero();
    }

    @Test
    void only_if_the_sender_commits() {
        assertThatThrownBy(() -> transactions.asPoster(unit -> {
                    outbox.put(unit, List.of(messages(hotel, 1, 1)));
                    throw new IllegalStateException("the till fell over");
                }))
                .hasMessage("the till fell over");
        assertThat(delivery.deliverWaiting()).isZero();
    }

    @Test
    void again_after_a_courier_crashed_before_its_commit() throws SQLException {
        put(messages(hotel, 1, 1));
        assertThatThrownBy(() -> transactions.asRelay(hotel, unit -> {
                    listener.handle(unit, hotel, List.of(messages(hotel, 1, 1)));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(delivery.deliverWaiting()).isEqualTo(1);
        assertThat(listener.references(hotel)).containsExactly(1L, 1L);
    }

    @Test
    void while_a_member_whose_news_fails_waits_the_others_do_not() throws SQLException {
        listener.failOn.add(new MemberId(13));
        put(messages(hotel, 13, 1), messages(hotel, 7, 2), messages(hotel, 13, 3), messages(hotel, 8, 4));
        assertThat(delivery.deliverWaiting()).isEqualTo(2);
        assertThat(listener.references(hotel)).containsExactlyInAnyOrder(2L, 4L);
        assertThat(waiting()).isEqualTo(2);
        listener.failOn.clear();
        assertThat(delivery().deliverWaiting()).as("before its time").isZero();
        patienceIsOver();
        assertThat(delivery().deliverWaiting()).isEqualTo(2);
        assertThat(listener.references(hotel).subList(2, 4)).containsExactly(1L, 3L);
    }

    @Test
    void a_batch_cut_off_by_the_end_of_the_server_is_nobodys_fault_and_is_carried_after_the_next_start()
            throws SQLException {
        List<Integer> heard = new ArrayList<>();
        boolean[] stopping = {false};
        MessageHandler cutOff = new MessageHandler() {
            @Override
            public String topic() {
                return "purchase-posted";
            }

            @Override
            public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
                heard.add(messages.size());
                stopping[0] = true;
                throw new IllegalStateException("the connections were closed");
            }
        };
        put(messages(hotel, 1, 1), messages(hotel, 2, 2), messages(cafe, 1, 3));
        DeliveryLimits oneByOne = new DeliveryLimits(1, Duration.ofSeconds(5), 1, 1, Duration.ofSeconds(5));
        Delivery ending = new Delivery(
                transactions,
                new OutboxTable(),
                new Handlers(List.of(cutOff), List.of()),
                Thread.ofVirtual().factory(),
                oneByOne);

        assertThatThrownBy(() -> ending.deliverWaiting(() -> stopping[0])).hasMessage("the connections were closed");
        assertThat(heard).as("the batch, and not its items one by one").hasSize(1);
        assertThat(ending.deliverWaiting(() -> stopping[0])).as("once stopped").isZero();
        assertThat(heard).hasSize(1);
        assertThat(delivery.deliverWaiting()).isEqualTo(3);
    }

    @Test
    void batch_after_batch() throws SQLException {
        put(IntStream.rangeClosed(1, 2 * BatchDelivery.BATCH + 1)
                .mapToObj(i -> messages(hotel, 1, i))
                .toArray(Message[]::new));
        assertThat(delivery.deliverWaiting()).isEqualTo(2 * BatchDelivery.BATCH + 1);
        assertThat(listener.references(hotel)).isSorted().hasSize(2 * BatchDelivery.BATCH + 1);
    }

    @Test
    void once_and_in_order_when_several_nodes_carry_at_the_same_time() throws Exception {
        put(IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> messages(i % 2 == 0 ? hotel : cafe, i % 5 + 1, i))
                .toArray(Message[]::new));
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            for (int node = 0; node < 3; node++) {
                nodes.submit(() -> delivery().deliverWaiting());
            }
        }
        while (waiting() > 0) {
            delivery().deliverWaiting();
        }
        for (TenantId tenant : List.of(hotel, cafe)) {
            assertThat(listener.references(tenant)).hasSize(1_500).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void a_tenant_cannot_read_what_is_waiting() {
        assertThatThrownBy(() -> transactions.asTenant(
                        hotel,
                        unit -> unit.connection().createStatement().executeQuery("select * from coalition.outbox")))
                .hasMessageContaining("permission denied");
    }

    private Delivery delivery() {
        return Delivery.of(transactions, new OutboxTable(), new Handlers(List.of(listener), List.of()));
    }

    private void put(Message... messages) {
        transactions.asPoster(unit -> {
            outbox.put(unit, List.of(messages));
            return null;
        });
    }

    private static Message messages(TenantId tenant, long member, long reference) {
        return Message.about(new MemberId(member), "purchase-posted", tenant, reference, "{}");
    }

    private static void patienceIsOver() throws SQLException {
        try (var connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update coalition.outbox set due_at = now() where due_at is not null");
        }
    }

    private static long waiting() throws SQLException {
        try (var connection = DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from coalition.outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static final class Listener implements MessageHandler {
        private final List<Message> heard = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> roles = Collections.synchronizedSet(new HashSet<>());
        private final Set<MemberId> failOn = ConcurrentHashMap.newKeySet();

        @Override
        public String topic() {
            return "purchase-posted";
        }

        @Override
        public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
            if (messages.stream().anyMatch(one -> failOn.contains(one.member()))) {
                throw new IllegalStateException("this member's messages cannot be filed");
            }
            try (Statement statement = unit.connection().createStatement();
                    ResultSet row = statement.executeQuery("select current_user")) {
                row.next();
                roles.add(row.getString(1));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            heard.addAll(messages);
        }

        private List<Long> references(TenantId tenant) {
            return List.copyOf(heard).stream()
                    .filter(one -> one.tenant().equals(tenant))
                    .map(Message::reference)
                    .toList();
        }
    }
}
