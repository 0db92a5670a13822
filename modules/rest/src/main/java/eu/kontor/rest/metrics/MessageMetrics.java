package eu.kontor.rest.metrics;

import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.api.SetAsideMessages.Standing;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How many messages are set aside, and for how long: looked up when somebody reads the metrics. */
@Service
public class MessageMetrics {

    private final SetAsideMessages messages;
    private final MetricRegistry registry;

    @Inject
    public MessageMetrics(SetAsideMessages messages, MetricRegistry registry) {
        this.messages = messages;
        this.registry = registry;
    }

    void begin(@Observes MigrationsDone event) {
        gauge(
                "kontor_messages_set_aside",
                "Messages that failed for good and wait for the operator",
                Standing::setAside);
        gauge(
                "kontor_messages_set_aside_oldest_seconds",
                "For how long the oldest message has been set aside",
                standing -> standing.oldest().toSeconds());
        gauge(
                "kontor_messages_tried_again",
                "Messages that failed or leave the house, and what waits behind them",
                Standing::triedAgain);
    }

    private void gauge(String name, String description, ToDoubleFunction<Standing> figure) {
        Metadata described =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(described, () -> now(figure));
    }

    /** Not a number while the database is away: none of them is known. */
    private Double now(ToDoubleFunction<Standing> figure) {
        try {
            return figure.applyAsDouble(messages.standing());
        } catch (DatabaseFailure away) {
            return Double.NaN;
        }
    }
}
