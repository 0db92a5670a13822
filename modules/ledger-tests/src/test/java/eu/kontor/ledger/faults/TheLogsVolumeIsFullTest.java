package eu.kontor.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.kontor.launcher.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The volume of PostgreSQL's log (pg_wal) fills up while tills post; somebody makes room and starts the database again. */
class TheLogsVolumeIsFullTest {

    private static final int VOLUME_MEGABYTES = 128;
    private static final int WORK_MILLISECONDS = 1_000;
    private static final int LOOKS = 60;
    private static final int BETWEEN_LOOKS_MILLISECONDS = 250;

    @Test
    void what_was_acknowledged_is_there_when_there_is_room_again() throws Exception {
        Optional<SmallVolume> mounted = SmallVolume.mounted(VOLUME_MEGABYTES);
        assumeTrue(
                mounted.isPresent(), "SKIPPED: a small volume cannot be mounted here; run as root to see a full disk");
        FaultyLedger ledger = FaultyLedger.direct();
        try (SmallVolume volume = mounted.get();
                ledger) {
            PostgresServer server = ledger.database.server();
            server.stop();
            volume.take(server.dataDirectory().resolve("pg_wal"));
            server.startAgain();

            RetryingTills tills = RetryingTills.open(ledger, HowOften.SEED);
            Thread.sleep(WORK_MILLISECONDS);
            volume.fill();
            assertThat(failsWithin(server))
                    .as("the database failed for want of room")
                    .isTrue();
            Thread.sleep(WORK_MILLISECONDS);
            volume.free();
            bringBack(server);
            Thread.sleep(WORK_MILLISECONDS);
            List<Sent> sent = tills.close();

            Reckoning reckoning = new Reckoning(ledger, sent);
            assertThat(reckoning.findings()).as("seed %d", HowOften.SEED).isEmpty();
            HowOften.say("volume full; " + reckoning.summary());
            assertThat(reckoning.unanswered()).isPositive();
        }
    }

    /** It tries to recover by itself, and ends for good if that, too, fails for want of room. */
    private static void bringBack(PostgresServer server) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (!server.isRunning()) {
                server.startAgain();
            }
            try (Connection _ = server.connect("kontor")) {
                return;
            } catch (SQLException e) {
                Thread.sleep(BETWEEN_LOOKS_MILLISECONDS);
            }
        }
        throw new AssertionError("PostgreSQL did not come back");
    }

    /** Asks for one segment of the log after the other, until there is no room for the next. */
    private static boolean failsWithin(PostgresServer server) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            try (Connection superuser = server.connect("kontor");
                    Statement statement = superuser.createStatement()) {
                statement.execute("select pg_switch_wal()");
            } catch (SQLException e) {
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS_MILLISECONDS);
        }
        return false;
    }
}
