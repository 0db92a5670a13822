package eu.kontor.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the command line says.
 *
 * @param directory everything that a run writes
 * @param portBase the launcher's, for the system under test
 * @param isProfiled whether the server is recorded
 */
public record Options(Path directory, int portBase, Scale scale, boolean isProfiled) {

    /** Long enough for connections, plans and compilers of this process. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    public Duration warmUp() {
        return WARM_UP;
    }

    public Duration measured() {
        return scale.measured;
    }

    /** How much is measured: in a quick run enough to see a factor, in a full one enough to see percents. */
    public enum Scale {
        /** Under three minutes for everything. */
        QUICK(Duration.ofSeconds(6), Duration.ofSeconds(10), 100_000, 100_000),
        FULL(Duration.ofSeconds(30), Duration.ofSeconds(40), 1_000_000, 1_000_000);

        private final Duration measured;
        private final Duration warmUpOfServer;
        private final int membersOfServer;
        private final int feedLines;

        Scale(Duration measured, Duration warmUpOfServer, int membersOfServer, int feedLines) {
            this.measured = measured;
            this.warmUpOfServer = warmUpOfServer;
            this.membersOfServer = membersOfServer;
            this.feedLines = feedLines;
        }

        /** What the server's compilers need to have seen the paths that are measured. */
        public Duration warmUpOfServer() {
            return warmUpOfServer;
        }

        public int membersOfServer() {
            return membersOfServer;
        }

        public int feedLines() {
            return feedLines;
        }
    }
}
