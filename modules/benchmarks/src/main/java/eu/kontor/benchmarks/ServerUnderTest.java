package eu.kontor.benchmarks;

import eu.kontor.benchmarks.http.Till;
import eu.kontor.benchmarks.http.Tills;
import eu.kontor.benchmarks.http.Traffic;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.launcher.OperatorApi;
import eu.kontor.launcher.ServiceTokens;
import eu.kontor.launcher.StepProgress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keycloak and the packaged server over the run's database, with three tenants, members, and their cards. */
final class ServerUnderTest {

    static final String DATABASE = "kontor";

    private static final List<String> TENANTS = List.of("bench-hotel", "bench-restaurant", "bench-shop");
    private static final int WARM_UP_CONNECTIONS = 64;

    private final LocalSystem system;
    private final LocalDate day;
    private final int members;

    /** Kept, because making a number costs more than sending it. */
    private final String[] cards;

    private ServerUnderTest(LocalSystem system, LocalDate day, int members) {
        this.system = system;
        this.day = day;
        this.members = members;
        this.cards = MemberRange.cards(members);
    }

    /**
     * Starts what does not run of the system, whose database {@code kontor} is new, and fills it.
     *
     * @param members numbered from 1, each with one card and enrolled at every tenant
     */
    static ServerUnderTest start(LocalSystem system, LocalDate day, int members) throws IOException, SQLException {
        writeConfiguration(
                system.installation().tenantConfiguration(), YearMonth.from(day).minusMonths(1));
        system.start(StepProgress.SILENT);
        new OperatorApi(system.installation()).applyConfiguration();
        ServerUnderTest server = new ServerUnderTest(system, day, members);
        server.enterMembers();
        return server;
    }

    /** Calls as fast as connections can, until the server's compilers have seen them; not measured. */
    void warmUp(Duration duration, Calls calls) throws IOException {
        try (Traffic traffic = traffic(WARM_UP_CONNECTIONS, calls)) {
            traffic.closed(Duration.ZERO, duration);
        }
    }

    int members() {
        return members;
    }

    int partners() {
        return TENANTS.size();
    }

    /** Process id of the server. */
    long process() {
        return system.processes().get("Open Liberty");
    }

    /** What the server's process was told about its heap and compilers. */
    String javaOptions() {
        return ProcessHandle.of(process()).flatMap(server -> server.info().arguments()).stream()
                .flatMap(Stream::of)
                .filter(word -> word.startsWith("-X"))
                .collect(Collectors.joining(" "));
    }

    /** Connections with tokens that are fresh: they last five minutes, longer than any measurement. */
    Traffic traffic(int connections, Calls calls) throws IOException {
        ServiceTokens tokens = ServiceTokens.of(system.installation());
        int port = system.installation().ports().http();
        Tills tills = new Tills(port, TENANTS.stream().map(tokens::forTenant).toList(), day, this::card);
        IntFunction<Till> each = number -> calls.of(tills, number);
        return new Traffic(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), connections, each);
    }

    /** What the connection of that number says. */
    interface Calls {
        Till of(Tills tills, int number);
    }

    private String card(long member) {
        return cards[(int) member - 1];
    }

    private static void writeConfiguration(Path folder, YearMonth firstWindow) throws IOException {
        Files.createDirectories(folder.resolve("tenants"));
        Files.writeString(
                folder.resolve("coalition.yaml"),
                resource("coalition.yaml").replace("FIRST_WINDOW", firstWindow.toString()));
        for (String tenant : TENANTS) {
            String file = "tenants/" + tenant + ".yaml";
            Files.writeString(folder.resolve(file), resource(file));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = ServerUnderTest.class.getResourceAsStream("/coalition/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void enterMembers() throws SQLException {
        try (Connection superuser = system.database().connect(DATABASE)) {
            MemberRange.enter(superuser, cards);
        }
    }
}
