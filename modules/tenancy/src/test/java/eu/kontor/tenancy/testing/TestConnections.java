package eu.kontor.tenancy.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool as simple as can be: connections go back as they are, so that whatever a caller leaves behind shows. One that died takes all idle
 * ones with it, as production's purge policy has it. A connection belongs to who signed in on it; a full pool ends an idle one of somebody
 * else's for a new one, as production's does.
 */
public final class TestConnections implements DataSource, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final Optional<Login> usual;
    private final int size;
    private final Semaphore permits;
    private final Duration patience;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private int lent;

    private TestConnections(String url, Optional<Login> usual, int size, Duration patience) {
        this.url = url;
        this.usual = usual;
        this.size = size;
        this.permits = new Semaphore(size);
        this.patience = patience;
    }

    /** A pool of at most that many connections of one user, made as they are needed. */
    public static TestConnections of(String url, String user, String password, int size) {
        return new TestConnections(url, Optional.of(new Login(user, password)), size, PATIENCE);
    }

    /** A pool of at most that many connections in all, on which whoever asks signs in. */
    public static TestConnections ofEveryRole(String url, int size) {
        return ofEveryRole(url, size, PATIENCE);
    }

    /** @param patience how long a caller waits while all connections are lent */
    static TestConnections ofEveryRole(String url, int size, Duration patience) {
        return new TestConnections(url, Optional.empty(), size, patience);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connection(usual.orElseThrow(() -> new SQLException("nobody signs in here without a name")));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return connection(new Login(user, password));
    }

    private Connection connection(Login login) throws SQLException {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("no connection became free within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
        try {
            Connection pooled = pooled(login);
            return lend(
                    pooled != null && !pooled.isClosed()
                            ? pooled
                            : DriverManager.getConnection(url, login.user, login.password),
                    login);
        } catch (SQLException | RuntimeException e) {
            giveBack();
            throw e;
        }
    }

    /** The one that this login used last, or none and room for one. */
    private synchronized Connection pooled(Login login) throws SQLException {
        lent++;
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            Idle candidate = each.next();
            if (candidate.login.equals(login)) {
                each.remove();
                return candidate.connection;
            }
        }
        if (lent + idle.size() > size) {
            idle.removeLast().connection.close();
        }
        return null;
    }

    private synchronized void giveBack() {
        lent--;
        permits.release();
    }

    private Connection lend(Connection connection, Login login) {
        boolean[] open = {true};
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (open[0]) {
                            open[0] = false;
                            takeBack(connection, login);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private synchronized void takeBack(Connection connection, Login login) throws SQLException {
        try {
            if (connection.isClosed()) {
                close();
            } else {
                idle.addFirst(new Idle(connection, login));
            }
        } finally {
            giveBack();
        }
    }

    /** Ends the connections that nobody has; those that are lent come back, and new ones may be asked for. */
    @Override
    public synchronized void close() throws SQLException {
        for (Idle old = idle.poll(); old != null; old = idle.poll()) {
            old.connection.close();
        }
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return Math.toIntExact(patience.toSeconds());
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private record Login(String user, String password) {}

    private record Idle(Connection connection, Login login) {}
}
