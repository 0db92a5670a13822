package eu.kontor.trust.api;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.UnitOfWork;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast something goes, counted for all servers together: so many points, and so often, within the last hour and the last day. What is
 * within every limit is counted; what is over one is not, and is told as a signal.
 */
public interface Pace {

    /**
     * One statement for all of them, in the transaction of {@code unit}, under the poster's role: what is rolled back was not counted. Before any
     * lock of the ledger.
     *
     * @return per claim in the order given what it goes too fast for; empty where it may go on
     */
    List<Optional<TooFast>> claim(UnitOfWork unit, List<Claim> claims);

    /** Whether one claim more would go too fast; counts nothing, but raises the signal. In the transaction of {@code unit}, under the poster's role. */
    Optional<TooFast> check(UnitOfWork unit, Claim claim);

    /** What was counted but did not happen: it was refused later on, or had happened before. In a transaction of its own; never fails. */
    void giveBack(Claim claim);

    /**
     * @param points that go; zero for what has none
     * @param bounds where it is counted, and how much may be there
     * @param signal what is raised when it goes too fast
     */
    record Claim(Act act, long points, List<Bound> bounds, Signal signal) {

        public Claim {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * @param subject whom or what it is counted for, the scope among it: of each only a hash is kept
     */
    record Bound(Scope scope, String subject, PaceLimit limit) {

        /** By which it is counted. */
        public long hash(Act act) {
            return ByteBuffer.wrap(Digest.of(act.key() + '\n' + scope.key() + '\n' + subject))
                    .getLong();
        }
    }

    /** @param retryAfter the earliest that it may go on, as far as can be said */
    record TooFast(Scope scope, Duration retryAfter) {

        /** For redemptions, gifts and look-ups alike. */
        public Refusal refusal() {
            RefusalCode code =
                    switch (scope) {
                        case MEMBER -> RefusalCode.MEMBER_TOO_FAST;
                        case TILL -> RefusalCode.TILL_TOO_FAST;
                        case OUTLET -> RefusalCode.OUTLET_TOO_FAST;
                        case BRAND -> RefusalCode.BRAND_TOO_FAST;
                    };
            return new Refusal(code, "seconds", retryAfter.toSeconds());
        }
    }
}
