package eu.kontor.outbox.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.outbox.api.SetAsideMessages.Why;
import eu.kontor.outbox.persistence.SetAsideTable;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.application.AuditTrail;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AMessageThatFailsForGoodIsSetAsideTest {

    private static final Caller OPERATOR = Caller.system("test");
    private static final String LAST_ATTEMPT =
            "update coalition.outbox set attempts = 11, due_at = now() where due_at is not null";

    private final OutboxStage stage = new OutboxStage();
    private final TenantId hotel = stage.tenant("setting-hotel");
    private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());
    private final Notes inOrder = new Notes("noted", false);
    private final Notes inAnyOrder = new Notes("told", true);
    private RuntimeException poison = new IllegalStateException("there is no room for notes");

    AMessageThatFailsForGoodIsSetAsideTest() throws SQLException {}

    @Test
    void after_its_last_attempt_with_its_reason_and_what_follows_goes_on_where_the_handler_allows_it()
            throws SQLException {
        fails("told", 1, 2, 3);

        SetAside aside = only();
        assertThat(handled).containsExactly(2L, 3L);
        assertThat(aside.topic()).isEqualTo("told");
        assertThat(aside.tenant()).isEqualTo(hotel);
        assertThat(aside.member())
                .hasValueSatisfying(member -> assertThat(member.value()).isEqualTo(7));
        assertThat(aside.reference()).isEqualTo(1);
        assertThat(aside.attempts()).isEqualTo(PatiencePolicy.ATTEMPTS);
        assertThat(aside.why()).isEqualTo(Why.FAILED);
        assertThat(aside.detail()).isEqualTo("there is no room for notes");
        assertThat(aside.waiting()).isZero();
        assertThat(desk().standing().setAside()).isEqualTo(1);

        stage.put(message("told", 4));
        node().deliverWaiting();
        assertThat(handled).as("fresh ones go on, too").containsExactly(2L, 3L, 4L);
    }

    @Test
    void and_what_follows_waits_in_sight_where_the_handler_needs_the_order() throws SQLException {
        fails("noted", 1, 2, 3);
        stage.put(message("noted", 4));
        node().deliverWaiting();

        assertThat(handled).isEmpty();
        assertThat(only().waiting()).isEqualTo(3);

        poison = null;
        desk().tryAgain(OPERATOR, only().id());
        node().deliverWaiting();
        assertThat(handled).containsExactly(1L, 2L, 3L, 4L);
        assertThat(desk().standing().setAside()).isZero();
    }

    @Test
    void and_what_waited_goes_on_once_it_is_closed_with_a_reason_that_is_kept() throws SQLException {
        fails("noted", 1, 2);
        long id = only().id();
        assertThatThrownBy(() -> desk().close(OPERATOR, id, " ")).isInstanceOf(Refusal.class);

        desk().close(OPERATOR, id, "the till keeps it");
        node().deliverWaiting();

        assertThat(handled).containsExactly(2L);
        assertThat(stage.waiting()).isZero();
        assertThat(stage.ask(
                        "select (details::jsonb ->> 'reason') || (details::jsonb ->> 'payload') || (details::jsonb ->> 'reference')"
                                + " from coalition.audit_entry where action = 'close-message' and subject = 'message "
                                + id
                                + "'"))
                .isEqualTo("the till keeps it{}1");
        assertThatThrownBy(() -> desk().close(OPERATOR, id, "again"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.MESSAGE_UNKNOWN));
    }

    @Test
    void again_when_the_one_more_attempt_fails() throws SQLException {
        fails("told", 1);
        poison = new DatabaseFailure(new SQLException("unsupported Unicode escape sequence", "22P05"));

        desk().tryAgain(OPERATOR, only().id());
        assertThat(desk().standing().setAside()).isZero();
        node().deliverWaiting();

        assertThat(only().why()).isEqualTo(Why.NOT_STORABLE);
        assertThat(only().detail()).isEqualTo("unsupported Unicode escape sequence");
        assertThat(stage.ask("select count(*) from coalition.audit_entry where action = 'retry-message'"))
                .isNotEqualTo("0");
    }

    @Test
    void unless_it_was_the_database_that_was_away() throws SQLException {
        poison = new DatabaseFailure(new SQLException("the database is starting up", "57P03"));
        fails("told", 1);

        assertThat(desk().standing().setAside()).isZero();
        assertThat(stage.ask("select attempts from coalition.outbox")).isEqualTo("11");
    }

    @Test
    void nor_by_one_deadlock_after_a_night_without_a_database() throws SQLException {
        poison = new DatabaseFailure(new SQLException("the database is starting up", "57P03"));
        stage.put(message("told", 1));
        for (int failures = 0; failures < 20; failures++) {
            node().deliverWaiting();
            stage.execute("update coalition.outbox set due_at = now() where due_at is not null");
        }
        assertThat(stage.ask("select attempts from coalition.outbox"))
                .isEqualTo(Integer.toString(PatiencePolicy.ATTEMPTS / 2));

        poison = new DatabaseFailure(new SQLException("deadlock detected", "40P01"));
        node().deliverWaiting();
        assertThat(desk().standing().setAside()).isZero();

        poison = null;
        stage.execute("update coalition.outbox set due_at = now()");
        node().deliverWaiting();
        assertThat(handled).containsExactly(1L);
    }

    @Test
    void without_another_attempt_when_the_last_one_never_ended() throws SQLException {
        stage.put(message("told", 1));
        stage.execute("update coalition.outbox set attempts = 12, due_at = now()");
        node().deliverWaiting();

        assertThat(only().why()).isEqualTo(Why.NEVER_ENDED);
        assertThat(inAnyOrder.calls).isZero();
    }

    @Test
    void once_by_one_of_two_servers() throws Exception {
        stage.put(message("told", 1), message("told", 2), message("told", 3));
        stage.execute("update coalition.outbox set attempts = 11, due_at = now()");
        try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
            servers.submit(() -> node().deliverWaiting());
            servers.submit(() -> node().deliverWaiting());
        }

        assertThat(inAnyOrder.failures).isEqualTo(1);
        assertThat(handled).containsExactly(2L, 3L);
        assertThat(only().reference()).isEqualTo(1);
    }

    @Test
    void and_only_the_operator_sees_and_decides() {
        Caller admin = new Caller("a", "a", Optional.of(hotel), Set.of(Role.ADMIN), OPERATOR.language());
        assertThatThrownBy(() -> desk().list(admin, Optional.empty(), 10)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk().tryAgain(admin, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk().close(admin, 1, "no")).isInstanceOf(Refusal.class);
    }

    /** The first of these is the one that cannot be handled; it has its last attempt. */
    private void fails(String topic, long... references) throws SQLException {
        for (long reference : references) {
            stage.put(message(topic, reference));
        }
        node().deliverWaiting();
        stage.execute(LAST_ATTEMPT);
        node().deliverWaiting();
    }

    private SetAside only() {
        List<SetAside> rows = desk().list(OPERATOR, Optional.empty(), 10).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private Message message(String topic, long reference) {
        return new Message(topic, hotel, "7", reference, "{}");
    }

    private Delivery node() {
        return stage.node(DeliveryLimits.USUAL, inOrder, inAnyOrder);
    }

    private SetAsideMessages desk() {
        return new SetAsideDesk(
                stage.transactions,
                new SetAsideTable(),
                new Handlers(List.of(inOrder, inAnyOrder), List.of()),
                new AuditTrail(Clock.systemUTC()));
    }

    /** The message of reference 1 is the poisoned one. */
    private final class Notes implements MessageHandler {
        private final String topic;
        private final boolean mayBeOvertaken;
        private int calls;
        private int failures;

        private Notes(String topic, boolean mayBeOvertaken) {
            this.topic = topic;
            this.mayBeOvertaken = mayBeOvertaken;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public boolean mayBeOvertaken() {
            return mayBeOvertaken;
        }

        @Override
        public synchronized void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
            calls++;
            if (poison != null && messages.stream().anyMatch(message -> message.reference() == 1)) {
                failures++;
                throw poison;
            }
            messages.forEach(message -> handled.add(message.reference()));
        }
    }
}
