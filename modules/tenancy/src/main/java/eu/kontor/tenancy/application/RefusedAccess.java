package eu.kontor.tenancy.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts refusals by caller, place and hour, and writes of each the first and the last. Neither a caller nor a table is kept waiting. */
@Service
public class RefusedAccess implements AccessRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Of one caller in an hour; who tries more of them is refused everywhere, and that is what the trail says. */
    static final int MOST_PLACES = 50;

    /** Some hundred bytes each. */
    private static final int MOST_COUNTED = 10_000;

    /** A part of a path that has a digit, but for the version of the API. */
    private static final String NUMBERED = "(?<=/)(?!v[0-9]+(/|$))[^/]*[0-9][^/]*";

    private static final String EVERYWHERE = "…";
    private static final int LONGEST_PLACE = 120;

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();
    private final Map<Refused, Tally> tallies = new LinkedHashMap<>();
    private final Map<WhoAndWhen, Integer> places = new HashMap<>();

    private record WhoAndWhen(Optional<TenantId> tenant, String subject, Instant hour) {}

    private record Refused(WhoAndWhen who, String place, RefusalCode reason) {}

    private static final class Tally {
        private final Caller caller;
        private int times;
        private int written;

        Tally(Caller caller) {
            this.caller = caller;
        }
    }

    private record ToWrite(Refused refused, Caller caller, int times) {}

    @Inject
    public RefusedAccess(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    void writeAgainAndAgain(@Observes MigrationsDone done, LeasedRounds rounds) {
        rounds.beginEverywhere("Refused access", PAUSE, PAUSE, this::write);
    }

    @Override
    public void refused(Caller caller, String place, RefusalCode reason) {
        count.incrementAndGet();
        WhoAndWhen who = new WhoAndWhen(
                caller.tenant(), caller.subject(), clock.instant().truncatedTo(ChronoUnit.HOURS));
        synchronized (tallies) {
            Refused refused = new Refused(who, plain(place), reason);
            Tally tally = tallies.get(refused);
            if (tally == null) {
                tally = begun(refused, caller);
            }
            tally.times++;
        }
    }

    /** The first of its kind is logged, others are counted. */
    private Tally begun(Refused refused, Caller caller) {
        boolean isTooMany =
                places.merge(refused.who(), 1, Integer::sum) > MOST_PLACES || tallies.size() >= MOST_COUNTED;
        Refused counted = isTooMany ? new Refused(refused.who(), EVERYWHERE, refused.reason()) : refused;
        return tallies.computeIfAbsent(counted, fresh -> {
            LOG.warn(
                    "Refused for lack of right: {} of {} at {}: {}",
                    caller.subject(),
                    caller.origin().client().orElse("-"),
                    fresh.place(),
                    fresh.reason().slug());
            return new Tally(caller);
        });
    }

    /** Without what differs from one row to the next, so that going through members one by one is one place. */
    private static String plain(String place) {
        String path = place.replaceAll("[?#].*", "").replaceAll(NUMBERED, "*");
        path = TextPolicy.shown(path);
        return path.length() > LONGEST_PLACE ? path.substring(0, LONGEST_PLACE) : path;
    }

    @Override
    public long count() {
        return count.get();
    }

    /** What is new, and what was counted in hours that are over. */
    public void write() {
        List<ToWrite> due = due(clock.instant().truncatedTo(ChronoUnit.HOURS));
        for (ToWrite each : due) {
            try {
                transactions.asOperator(unit -> {
                    audit.record(unit, each.caller(), ACTION, each.refused().place(), details(each));
                    return each;
                });
            } catch (RuntimeException e) {
                LOG.error("A refusal could not be written into the trail: {}", each.refused(), e);
            }
        }
    }

    private List<ToWrite> due(Instant hour) {
        List<ToWrite> due = new ArrayList<>();
        synchronized (tallies) {
            tallies.entrySet().removeIf(entry -> {
                Tally tally = entry.getValue();
                boolean isOver = entry.getKey().who().hour().isBefore(hour);
                if (tally.written == 0 || isOver && tally.times > tally.written) {
                    due.add(new ToWrite(entry.getKey(), tally.caller, tally.times));
                    tally.written = tally.times;
                }
                return isOver;
            });
            places.keySet().removeIf(who -> who.hour().isBefore(hour));
        }
        return due;
    }

    private static Map<String, String> details(ToWrite each) {
        return Map.of(
                "reason", each.refused().reason().slug(),
                "times", Integer.toString(each.times()),
                "hour", each.refused().who().hour().toString());
    }
}
