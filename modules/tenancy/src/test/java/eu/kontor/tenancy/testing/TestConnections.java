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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool as simple as can be: connections go back as they are, so that whatever a caller leaves behind shows. One that died takes all idle
 * ones with it, as production's purge policy has it.
 */
public final class TestConnections implements DataSource, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final String user;
    private final String password;
    private final Semaphore permits;
    private final Duration patience;
    private final LinkedBlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

    TestConnections(String url, String user, String password, int size) {
        this(url, user, password, size, PATIENCE);
    }

    /** @param patience how long a caller waits while all connections are lent */
    TestConnections(String url, String user, String password, int size, Duration patience) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.permits = new Semaphore(size);
        this.patience = patience;
    }

    /** A pool of at most that many connections to the address, made as they are needed. */
    public static TestConnections of(String url, String user, String password, int size) {
        return new TestConnections(url, user, password, size);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("no connection became free within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
        try {
            Connection pooled = idle.poll();
            return lend(
                    pooled != null && !pooled.isClosed() ? pooled : DriverManager.getConnection(url, user, password));
        } catch (SQLException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private Connection lend(Connection connection) {
        boolean[] open = {true};
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (open[0]) {
                            open[0] = false;
                            takeBack(connection);
                            permits.release();
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

    private void takeBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            idle.add(connection);
            return;
        }
        close();
    }

    /** Ends the connections that nobody has; those that are lent come back, and new ones may be asked for. */
    @Override
    public void close() throws SQLException {
        for (Connection old = idle.poll(); old != null; old = idle.poll()) {
            old.close();
        }
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        throw new SQLFeatureNotSupportedException();
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
}
