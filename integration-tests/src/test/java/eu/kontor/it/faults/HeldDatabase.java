package eu.kontor.it.faults;

import eu.kontor.it.whole.Await;
import eu.kontor.launcher.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The whole's database as a superuser may hold it up. */
final class HeldDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Posting batches that are committed and whose answer has not left the database. */
    private static final String COMMITTED_UNANSWERED =
            """
            select count(*) > 0
              from pg_stat_activity
              join pg_locks using (pid)
             where wait_event = 'SyncRep' and locktype = 'advisory' and classid = 0 and objid = 7001""";

    /** Who signs in to serve. */
    private static final String SERVING =
            "array(select rolname from pg_roles where rolcanlogin and not rolsuper and rolname not in ('kontor_owner',"
                    + " 'keycloak'))";

    private final PostgresServer server;

    HeldDatabase(PostgresServer server) {
        this.server = server;
    }

    interface Doing {
        void run() throws Exception;
    }

    /**
     * Every commit is done and durable, but the database keeps its answer to itself, as if it waited for a second copy that nobody
     * keeps. The answers go out afterwards.
     */
    void whileAnswersToCommitsAreHeld(Doing doing) throws Exception {
        set("alter system set synchronous_standby_names = 'nobody'");
        try {
            doing.run();
        } finally {
            set("alter system reset synchronous_standby_names");
        }
    }

    void awaitACommitWithoutAnswer() throws Exception {
        Await.until("a posting to be committed", PATIENCE, () -> asks(COMMITTED_UNANSWERED));
    }

    /** Nobody else can read or write the table meanwhile. */
    void whileLocked(String table, Doing doing) throws Exception {
        holding("lock table " + table + " in access exclusive mode", doing);
    }

    /** The server's connections are ended, and the database gives it no new ones; its pool is empty, not exhausted. */
    void whileItTakesNoConnections(Doing doing) throws Exception {
        limitConnections(0);
        try {
            set("select pg_terminate_backend(pid) from pg_stat_activity where usename = any (" + SERVING + ")");
            doing.run();
        } finally {
            limitConnections(-1);
        }
    }

    private void limitConnections(int most) throws SQLException {
        set("do $$ declare serving text; begin foreach serving in array " + SERVING
                + " loop execute format('alter role %I connection limit %s', serving, " + most + "); end loop; end $$");
    }

    /** As if a window closed and did not come to an end. */
    void whilePostingIsHeld(Doing doing) throws Exception {
        holding("select pg_advisory_xact_lock(7001)", doing);
    }

    private void holding(String lock, Doing doing) throws Exception {
        try (Connection connection = server.connect("kontor");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(lock);
            doing.run();
            connection.rollback();
        }
    }

    private void set(String command) throws SQLException {
        try (Connection connection = server.connect("kontor");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
            statement.execute("select pg_reload_conf()");
        }
    }

    private boolean asks(String query) throws SQLException {
        try (Connection connection = server.connect("kontor");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
