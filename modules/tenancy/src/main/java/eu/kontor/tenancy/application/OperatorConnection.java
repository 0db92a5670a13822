package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.DatabaseAnswers;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** Asks on a connection on which the operator's role signed in: it is there before the first brand. */
@Service
public class OperatorConnection implements DatabaseAnswers {

    private final DatabaseWiring databases;

    @Inject
    public OperatorConnection(DatabaseWiring databases) {
        this.databases = databases;
    }

    @Override
    public boolean within(int seconds) throws SQLException {
        try (Connection connection = databases.operator()) {
            return connection.isValid(seconds);
        }
    }
}
