package eu.kontor.proof.persistence;

import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.Verifications.Outcome;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What verifications found. */
public final class VerificationRows {

    private static final String INSERT = SqlFile.read("proof/verification/insert");
    private static final String LATEST = SqlFile.read("proof/verification/latest");

    private final Connection connection;

    public VerificationRows(Connection connection) {
        this.connection = connection;
    }

    public void insert(Outcome outcome) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, outcome.beganAt().atOffset(ZoneOffset.UTC));
            statement.setObject(2, outcome.endedAt().atOffset(ZoneOffset.UTC));
            statement.setString(3, outcome.by().orElse(null));
            statement.setLong(4, outcome.transfers());
            statement.setLong(5, outcome.seals());
            statement.setLong(6, outcome.sealed());
            statement.setArray(7, texts(outcome.findings(), Finding::rule));
            statement.setArray(8, texts(outcome.findings(), Finding::where));
            statement.executeUpdate();
        }
    }

    public Optional<Outcome> latest() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(outcome(row)) : Optional.empty();
        }
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                findings(row.getArray(7), row.getArray(8)));
    }

    private static List<Finding> findings(Array rules, Array places) throws SQLException {
        String[] rule = (String[]) rules.getArray();
        String[] place = (String[]) places.getArray();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rule.length; i++) {
            findings.add(new Finding(rule[i], place[i]));
        }
        return findings;
    }

    private Array texts(List<Finding> findings, Function<Finding, String> text) throws SQLException {
        return connection.createArrayOf("text", findings.stream().map(text).toArray());
    }
}
