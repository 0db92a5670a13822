package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.BackgroundThreads;
import eu.kontor.tenancy.application.LeaseKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldersAreWatchedTest {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final FeedStage stage = FeedStage.open("watched" + System.nanoTime());
    private final Routes routes = new Routes(Executors.defaultThreadFactory());
    private final LeaseKeeper server =
            LeaseKeeper.of(stage.transactions, Executors.defaultThreadFactory(), Duration.ofSeconds(2));
    private FeedEngine engine;

    @AfterEach
    void stop() {
        engine.stop();
        server.stop();
        routes.stop();
    }

    @Test
    void a_dropped_file_is_taken_and_posted_when_nobody_writes_to_it_any_more() throws IOException {
        start(stage.settings("one"));
        Path half = stage.folders.inbox().resolve("slow export.csv");
        Files.writeString(half, FeedStage.lines(0, 10));
        Path unfinished = stage.folders.inbox().resolve("never.csv.part");
        Files.writeString(unfinished, FeedStage.lines(100, 10));
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.EPOCH));
        Path quiet = stage.folders.inbox().resolve("quiet.csv");
        Files.writeString(stage.folders.inbox().resolve("quiet.csv.part"), FeedStage.lines(200, 5));
        Files.setLastModifiedTime(stage.folders.inbox().resolve("quiet.csv.part"), FileTime.from(Instant.EPOCH));
        Files.move(stage.folders.inbox().resolve("quiet.csv.part"), quiet);
        Files.writeString(half, FeedStage.line(10) + "\n", StandardOpenOption.APPEND);

        await(() -> receipts().size() == 2);

        FeedReceipt slow = named("slow_export.csv");
        assertThat(slow.linesPosted()).isEqualTo(11);
        assertThat(named("quiet.csv").linesPosted()).isEqualTo(5);
        assertThat(stage.names(stage.folders.inbox())).containsExactly("never.csv.part");
    }

    @Test
    void what_a_crash_left_in_the_work_folder_is_finished_at_the_start() throws IOException {
        String stored = "0b5cbe0a-54b3-4a8a-9a3b-0f6a4b8f7c11-left.csv";
        Files.writeString(stage.folders.work().resolve(stored), FeedStage.lines(300, 7));

        start(stage.settings("one"));
        await(() -> receipts().size() == 1);

        assertThat(named("left.csv").linesPosted()).isEqualTo(7);
    }

    @Test
    void the_same_route_takes_files_from_an_sftp_server_whose_key_is_known() throws Exception {
        Path remote = Files.createDirectories(stage.root.resolve("remote/outgoing"));
        try (SshServer server = sftp(remote.getParent())) {
            Path file = remote.resolve("night.csv");
            Files.writeString(file, FeedStage.lines(400, 20));
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(86_400)));
            know(server, server);
            startOver(server);

            await(() -> receipts().size() == 1);

            assertThat(named("night.csv").linesPosted()).isEqualTo(20);
            await(() -> Files.notExists(file));
            engine.stop();
        }
    }

    @Test
    void nothing_is_taken_from_a_machine_that_has_another_key() throws Exception {
        Path remote = Files.createDirectories(stage.root.resolve("false/outgoing"));
        try (SshServer server = sftp(remote.getParent());
                SshServer partner = sftp(remote.getParent())) {
            Path file = remote.resolve("false.csv");
            Files.writeString(file, FeedStage.lines(500, 5));
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(86_400)));
            know(server, partner);
            CountDownLatch callers = new CountDownLatch(2);
            server.addSessionListener(new SessionListener() {
                @Override
                public void sessionClosed(Session session) {
                    callers.countDown();
                }
            });
            startOver(server);

            assertThat(callers.await(30, TimeUnit.SECONDS)).as("tried twice").isTrue();
            engine.stop();
            assertThat(file).exists();
            assertThat(receipts()).isEmpty();
        }
    }

    private void startOver(SshServer server) {
        Map<String, String> settings = Map.of(
                "kontor.feeds.dir",
                stage.root.toString(),
                "kontor.feeds.quiet-seconds",
                "1",
                "kontor.feeds.source." + stage.tenant.slug(),
                "sftp://partner@127.0.0.1:" + server.getPort() + "/outgoing?password=secret");
        start(new FeedSettings(name -> Optional.ofNullable(settings.get(name))));
    }

    /** Writes down, as ssh-keyscan does, that the first has the key of the second. */
    private void know(SshServer server, SshServer keyOf) throws Exception {
        PublicKey key =
                keyOf.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        Files.writeString(
                stage.root.resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key) + "\n");
    }

    private static SshServer sftp(Path root) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("partner") && password.equals("secret"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        return server;
    }

    private void start(FeedSettings settings) {
        FeedWorker worker = FeedStage.worker(settings, stage.tenant, stage.transactions);
        FeedIntake intake = new FeedIntake(
                settings,
                stage.transactions,
                (unit, caller, action, subject, details) -> {},
                FeedStage.bringers(stage.transactions),
                FeedStage.CLOCK);
        engine = new FeedEngine(settings, stage.tenants(), intake, worker, routes, server, new BackgroundThreads());
        engine.start(Executors.defaultThreadFactory());
    }

    private List<String> receipts() {
        return stage.names(stage.folders.done()).stream()
                .filter(name -> name.endsWith(FeedEnding.RECEIPT))
                .toList();
    }

    private FeedReceipt named(String name) {
        String receipt = receipts().stream()
                .filter(each -> each.contains(name))
                .findFirst()
                .orElseThrow();
        FeedReceipt found = stage.receipt(Long.parseLong(receipt.substring(0, receipt.indexOf('-'))));
        assertThat(found.state()).isEqualTo(State.DONE);
        return found;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen in time");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
