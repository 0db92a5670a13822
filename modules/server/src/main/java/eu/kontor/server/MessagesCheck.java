package eu.kontor.server;

import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.api.SetAsideMessages.Standing;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how many messages are set aside, and for how long. It is always up: taking the server away from its callers mends none of them, and
 * what they post is posted all the same.
 */
@Readiness
@Service
public class MessagesCheck implements HealthCheck {

    private final SetAsideMessages messages;
    private volatile boolean isAsked;

    @Inject
    public MessagesCheck(SetAsideMessages messages) {
        this.messages = messages;
    }

    void remember(@Observes MigrationsDone event) {
        isAsked = true;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("messages").up();
        if (isAsked) {
            count(response);
        }
        return response.build();
    }

    /** Another check tells that the database is away. */
    private void count(HealthCheckResponseBuilder response) {
        try {
            Standing standing = messages.standing();
            response.withData("setAside", standing.setAside())
                    .withData("oldestSeconds", standing.oldest().toSeconds())
                    .withData("triedAgain", standing.triedAgain());
        } catch (DatabaseFailure away) {
            response.withData("setAside", "unknown");
        }
    }
}
