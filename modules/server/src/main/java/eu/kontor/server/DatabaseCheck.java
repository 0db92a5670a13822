package eu.kontor.server;

import eu.kontor.tenancy.api.DatabaseAnswers;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the pool gives a connection on which the database answers. */
@Readiness
@Service
public class DatabaseCheck implements HealthCheck {

    /** Shorter than the interval at which a cluster asks. */
    private static final int ANSWER_SECONDS = 3;

    private final DatabaseAnswers database;

    @Inject
    public DatabaseCheck(DatabaseAnswers database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named("database")
                    .status(database.within(ANSWER_SECONDS))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("error", e.getMessage())
                    .build();
        }
    }
}
