package eu.kontor.outbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real processes: the first is killed at its work, the second one ends in order, the third one does the rest. */
class TwoServersShareADatabaseTest {

    private static final int TENANTS = 3;
    private static final int KEYS = 5;
    private static final int BATCH = 300;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final String PASSWORD = "application";

    private static final String TABLES =
            """
            create table coalition.note (
                id bigint generated always as identity, tenant integer, key text, reference bigint, server text);
            create table coalition.done_round (
                server text, at timestamptz not null default clock_timestamp());
            grant insert on coalition.note to kontor_courier;
            grant insert on coalition.done_round to kontor_operator;""";

    private static final String OUT_OF_ORDER =
            """
            select count(*) from (select reference - lag(reference) over (partition by tenant, key order by id) as step
                                    from coalition.note) as steps
             where step < 0""";

    private static final String OVERLAPS =
            """
            select count(*) from coalition.done_round as one
             where exists (select from coalition.done_round as before
                            where before.server > one.server and before.at < one.at)""";

    private final KontorDatabase database = KontorDatabase.fresh();
    private final List<TenantId> tenants = IntStream.range(0, TENANTS)
            .mapToObj(i -> database.tenant("brand-" + i))
            .toList();
    private final List<Process> servers = new ArrayList<>();
    private int sent;

    @BeforeEach
    void what_servers_do_is_written_down() throws SQLException {
        execute(TABLES);
    }

    @AfterEach
    void end() {
        servers.forEach(Process::destroyForcibly);
        database.server().close();
    }

    @Test
    void each_thing_is_done_once_by_one_of_them_and_soon_by_another_when_it_is_gone() throws Exception {
        Process a = server("a");
        until("select count(*) > 5 from coalition.done_round where server = 'a'");
        Process b = server("b");
        send();
        until("select count(*) > 100 from coalition.note");
        send();

        a.destroyForcibly().waitFor();
        long killed = System.nanoTime();
        send();
        until("select count(*) > 0 from coalition.done_round where server = 'b'");
        until("select count(*) > 0 from coalition.note where server = 'b'");
        assertThat(System.nanoTime() - killed).isLessThan(PATIENCE_NANOS);

        server("c");
        send();
        until("select count(*) > 20 from coalition.done_round where server = 'b'");
        b.destroy();
        b.waitFor();
        send();
        until("select count(*) > 0 from coalition.done_round where server = 'c'");
        until("select not exists (select from coalition.outbox)");

        assertThat(number("select count(*) from coalition.note"))
                .as("none lost")
                .isEqualTo(sent);
        assertThat(number("select count(*) from (select distinct tenant, key, reference from coalition.note) as n"))
                .as("none doubled")
                .isEqualTo(sent);
        assertThat(number(OUT_OF_ORDER)).isZero();
        assertThat(number("select count(distinct server) from coalition.note")).isEqualTo(3);
        assertThat(number(OVERLAPS)).as("rounds of one while another had them").isZero();
    }

    private void send() {
        OutboxTable table = new OutboxTable();
        database.transactions().asPoster(unit -> {
            List<Message> messages = IntStream.range(0, BATCH)
                    .mapToObj(i -> new Message("noted", tenants.get(i % TENANTS), "key " + i % KEYS, sent + i, "{}"))
                    .toList();
            table.put(unit, messages);
            return null;
        });
        sent += BATCH;
    }

    private Process server(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                name,
                database.server().jdbcUrl("kontor"),
                PASSWORD));
        for (int i = 0; i < TENANTS; i++) {
            command.add(tenants.get(i).value() + "=brand-" + i);
        }
        Process server = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        servers.add(server);
        return server;
    }

    private void until(String reached) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!"t".equals(ask(reached))) {
            assertThat(System.nanoTime()).as(reached).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(ask(query));
    }

    private String ask(String query) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }
}
