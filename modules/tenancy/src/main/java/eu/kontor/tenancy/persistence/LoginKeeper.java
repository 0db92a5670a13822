package eu.kontor.tenancy.persistence;

import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.util.PasswordUtil;

/**
 * Gives the database's roles the passwords with which servers sign in: at the first start after an upgrade, for a new brand, and after the
 * secret changed. What has its password already is left alone, so that five hundred brands cost one query.
 */
public final class LoginKeeper {

    private static final String TAKE_TURNS = SqlFile.read("tenancy/take-turns-with-logins");
    private static final String TO_OPEN = SqlFile.read("tenancy/logins-to-open");
    private static final String COMMAND = SqlFile.read("tenancy/open-login-command");
    private static final String REMEMBER = SqlFile.read("tenancy/remember-login");
    private static final String FORGET = SqlFile.read("tenancy/forget-logins");

    private final DataSource owner;
    private final DatabaseLogins logins;

    /** @param owner signs in as {@code kontor_owner} */
    public LoginKeeper(DataSource owner, DatabaseLogins logins) {
        this.owner = owner;
        this.logins = logins;
    }

    /** @return how many roles were given a password */
    public int open() {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, TAKE_TURNS);
                execute(connection, FORGET);
                List<Login> closed = closed(connection);
                for (Login login : closed) {
                    open(connection, login);
                }
                connection.commit();
                return closed.size();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Login> closed(Connection connection) {
        return RecordMapping.over(connection).createQuery(TO_OPEN).mapTo(Login.class).stream()
                .filter(login -> !Arrays.equals(logins.fingerprint(login.roleName), login.fingerprint))
                .toList();
    }

    /** The password itself is sent to nobody, and is in no log of statements: PostgreSQL is told what to verify it with. */
    private void open(Connection connection, Login login) throws SQLException {
        String verifier = PasswordUtil.encodePassword(
                login.roleName, logins.password(login.roleName).toCharArray(), "scram-sha-256");
        execute(
                connection,
                RecordMapping.over(connection)
                        .createQuery(COMMAND)
                        .bind("role", login.roleName)
                        .bind("verifier", verifier)
                        .mapTo(String.class)
                        .one());
        try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setLong(1, login.roleOid);
            remember.setString(2, login.roleName);
            remember.setBytes(3, logins.fingerprint(login.roleName));
            remember.execute();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** @param fingerprint null while it cannot sign in */
    private record Login(long roleOid, String roleName, byte[] fingerprint) {}
}
