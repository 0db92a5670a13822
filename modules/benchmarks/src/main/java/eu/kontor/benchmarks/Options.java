package eu.kontor.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the command line says.
 *
 * @param directory everything that a run writes
 * @param portBase the launcher's, for the system under test
 * @param isProfiled whether the server is recorded
 */
public record Options(Path directory, int portBase, Scale scale, boolean isProfiled) {

    private static final int ASIDE = 2;
    private static final int AT_LENGTH = 3;

    public Duration warmUp() {
        return scale.warmUp;
    }

    public Duration measured() {
        return scale.measured;
    }

    /** For a percentile: in half a minute, one stall of a third of a second is one percent already. */
    public Duration atLength() {
        return scale == Scale.QUICK ? measured() : measured().multipliedBy(AT_LENGTH);
    }

    /** For points of a curve, of which there are many. */
    public Duration aside() {
        return measured().dividedBy(ASIDE);
    }

    /** One measurement with its warm-up. */
    public Duration each() {
        return warmUp().plus(measured());
    }

    /** How much is measured: in a quick run enough to see a factor, in a full one enough to see percents. */
    public enum Scale {
        /** Under three minutes for everything. */
        QUICK(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6), 100_000, 1_000_000),
        FULL(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(150), 1_000_000, 50_000_000);

        private final Duration warmUp;
        private final Duration measured;
        private final Duration warmUpOfServer;
        private final int membersOfServer;
        private final long transfers;

        Scale(Duration warmUp, Duration measured, Duration warmUpOfServer, int membersOfServer, long transfers) {
            this.warmUp = warmUp;
            this.measured = measured;
            this.warmUpOfServer = warmUpOfServer;
            this.membersOfServer = membersOfServer;
            this.transfers = transfers;
        }

        /**
         * What the server's compilers need to have seen the paths that are measured. A quick run gives them less than they need, and
         * measures the rate far below.
         */
        public Duration warmUpOfServer() {
            return warmUpOfServer;
        }

        public int membersOfServer() {
            return membersOfServer;
        }

        /** Percents of the best rate at which latencies are looked at. */
        public List<Integer> loads() {
            return this == QUICK ? List.of(50) : List.of(10, 20, 30, 40, 50, 60, 70, 80, 90);
        }

        /** Postings in a batch, below the most that one takes. */
        public List<Integer> smallerBatches() {
            return this == QUICK ? List.of(1, 100) : List.of(1, 10, 50, 100, 250, 500);
        }

        /** As many lines as there are members. */
        public int feedLines() {
            return membersOfServer;
        }

        /** How large a ledger becomes that is called full. */
        public long transfers() {
            return transfers;
        }
    }
}
