package eu.kontor.server;

import eu.kontor.tenancy.api.Service;
import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the pool gives a connection on which the database answers. */
@Readiness
@Service
public class DatabaseCheck implements HealthCheck {

    /** Shorter than the interval at which a cluster asks. */
    private static final int ANSWER_SECONDS = 3;

    @Resource(lookup = "jdbc/kontor")
    private DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = dataSource.getConnection()) {
            return HealthCheckResponse.named("database")
                    .status(connection.isValid(ANSWER_SECONDS))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("error", e.getMessage())
                    .build();
        }
    }
}
