package eu.kontor.benchmarks;

import eu.kontor.launcher.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the server's time goes: a Java Flight Recorder file of the server ({@code server.jfr}) and the statements that took the database
 * longest ({@code statements.txt}), from the moment this is made.
 */
final class Profile {

    private static final String RESET = "select public.pg_stat_statements_reset()";

    private final long process;
    private final PostgresServer database;
    private final Path directory;

    Profile(long process, PostgresServer database, Path directory) throws IOException, SQLException {
        this.process = process;
        this.database = database;
        this.directory = directory.toAbsolutePath();
        Jcmd.of(process, "JFR.start", "name=bench", "settings=profile");
        try (Connection superuser = database.connect(ServerUnderTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(RESET);
        }
    }

    void write() throws IOException, SQLException {
        Jcmd.of(process, "JFR.stop", "name=bench", "filename=" + directory.resolve("server.jfr"));
        List<String> lines = new ArrayList<>();
        try (Connection superuser = database.connect(ServerUnderTest.DATABASE);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(BenchmarkSql.named("slowest_statements"))) {
            while (row.next()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%9.0f ms %9d calls %9.3f ms each %9d rows  %s",
                        row.getDouble(1),
                        row.getLong(2),
                        row.getDouble(3),
                        row.getLong(4),
                        row.getString(5)));
            }
        }
        Files.write(directory.resolve("statements.txt"), lines);
        System.out.println("Profile: " + directory.resolve("server.jfr") + " and statements.txt beside it");
    }
}
