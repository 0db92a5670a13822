package eu.kontor.outbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AMessageThatFailedIsTriedAgainTest {

    private static final String WAIT =
            "select attempts || ' ' || round(extract(epoch from due_at - now()))::text from coalition.outbox";

    private final OutboxStage stage = new OutboxStage();
    private final TenantId hotel = stage.tenant("patient-hotel");
    private final AtomicInteger attempts = new AtomicInteger();

    AMessageThatFailedIsTriedAgainTest() throws SQLException {}

    @Test
    void by_whatever_node_and_each_time_later() throws SQLException {
        stage.put(new Message("noted", hotel, "guest 1", 1, "{}"));
        for (int attempt = 1; attempt <= 4; attempt++) {
            int before = attempts.get();
            node().deliverWaiting();
            assertThat(attempts.get() - before)
                    .as("alone, and once among others at first")
                    .isEqualTo(attempt == 1 ? 2 : 1);
            long wait = 1L << attempt - 1;
            assertThat(stage.ask(WAIT)).isIn(attempt + " " + wait, attempt + " " + (wait - 1));
            node().deliverWaiting();
            assertThat(attempts.get() - before).as("not before its time").isEqualTo(attempt == 1 ? 2 : 1);
            stage.execute("update coalition.outbox set due_at = now()");
        }
    }

    @Test
    void after_a_node_that_died_while_it_handled_it() throws SQLException {
        stage.put(new Message("noted", hotel, "guest 1", 1, "{}"));
        stage.execute("update coalition.outbox set attempts = 3, due_at = now() + interval '1 minute'");
        node().deliverWaiting();
        assertThat(attempts).hasValue(0);
        stage.execute("update coalition.outbox set due_at = now()");
        node().deliverWaiting();
        assertThat(attempts).hasValue(1);
        assertThat(stage.ask("select attempts from coalition.outbox")).isEqualTo("4");
    }

    @Test
    void never_more_than_five_minutes_later() {
        assertThat(PatiencePolicy.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PatiencePolicy.after(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(PatiencePolicy.after(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(PatiencePolicy.after(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    private Delivery node() {
        return stage.node(DeliveryLimits.USUAL, new MessageHandler() {
            @Override
            public String topic() {
                return "noted";
            }

            @Override
            public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
                attempts.incrementAndGet();
                throw new IllegalStateException("there is no room for notes");
            }
        });
    }
}
