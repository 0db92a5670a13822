package eu.kontor.retention.application;

import eu.kontor.expiry.api.GivenUp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.persistence.ErasureRows;
import eu.kontor.retention.persistence.PersonalRows;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.PersonalData.Where;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from a wish to be erased, in transactions of their own: each brand's rows, files, points. Any of it may be cut off; a round does all of
 * it again, which changes nothing where it is done, until nothing of the member is under way. What fails holds up nothing else, and keeps the erasure open.
 */
@Service
public class ErasureSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureSteps.class);

    /** How an erasure says that files are still to be gone through. */
    static final String FILES = "files";

    /** That some could not be looked through; which, stands in the log, because a file's name may be somebody's. */
    static final String UNREAD_FILES = "unread-files";

    /** Whoever asks for an erasure is not left waiting for its files. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** What waits for something does not have all files gone through for it every time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private static final int MOST_IN_A_ROUND = 500;
    private static final Caller ROUND = Caller.system("erasure");

    private final Transactions transactions;
    private final Tenants tenants;
    private final ErasureRows rows;
    private final PersonalRows personal;
    private final PersonalFolders files;
    private final GivenUp points;
    private final Clock clock;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public ErasureSteps(
            Transactions transactions,
            Tenants tenants,
            ErasureRows rows,
            PersonalRows personal,
            PersonalFolders files,
            GivenUp points,
            Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = rows;
        this.personal = personal;
        this.files = files;
        this.points = points;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Erasures", PAUSE, PAUSE, this::round);
    }

    /** Of all open erasures at once, because files are gone through once for all. */
    public void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        List<MemberId> open =
                transactions.asOperator(unit -> rows.toLookAt(unit, clock.instant(), BETWEEN_LOOKS, MOST_IN_A_ROUND));
        Map<MemberId, List<String>> failed = new LinkedHashMap<>();
        Map<MemberId, Set<CardNumber>> cards = new LinkedHashMap<>();
        for (MemberId member : open) {
            List<String> ofThis = eraseRows(member);
            failed.put(member, ofThis);
            attempt(
                    FILES,
                    member,
                    ofThis,
                    () -> cards.put(member, transactions.asOperator(unit -> rows.cards(unit, member))));
        }
        boolean allRead = cards.isEmpty() || files.erase(cards);
        failed.forEach((member, ofThis) -> {
            if (!allRead) {
                ofThis.add(UNREAD_FILES);
            }
            conclude(member, ofThis, Optional.of(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        });
    }

    List<MemberId> othersOfPerson(UnitOfWork unit, MemberId member) {
        return personal.othersOfPerson(unit, member);
    }

    /** The member's own row, at once: from here on nobody reads the name any more. */
    public void forget(UnitOfWork unit, MemberId member) {
        personal.erase(unit, Where.COALITION, member);
    }

    /** What is done while somebody waits for the answer: rows and points. Files are left to the next round, and it says so. */
    void begin(MemberId member) {
        List<String> waitsFor = eraseRows(member);
        waitsFor.add(FILES);
        conclude(member, waitsFor, Optional.empty());
    }

    private List<String> eraseRows(MemberId member) {
        List<String> failed = new ArrayList<>();
        attempt(
                "coalition",
                member,
                failed,
                () -> transactions.asOperator(unit -> {
                    forget(unit, member);
                    return member;
                }));
        for (Tenant tenant : tenants.all()) {
            attempt(
                    tenant.slug().value(),
                    member,
                    failed,
                    () -> transactions.asTenant(tenant.id(), unit -> {
                        personal.erase(unit, Where.EACH_BRAND, member);
                        return member;
                    }));
        }
        return failed;
    }

    /** @param lookedAt empty when nobody has looked at everything yet: then the next round does */
    private void conclude(MemberId member, List<String> failed, Optional<Instant> lookedAt) {
        Points[] givenUp = {Points.ZERO};
        attempt("points", member, failed, () -> givenUp[0] = points.giveUp(ROUND, member));
        // What is not written down here stays as it was: open.
        attempt(
                "coalition",
                member,
                failed,
                () -> transactions.asOperator(unit -> {
                    Optional<Erasure> erasure = rows.find(unit, member);
                    erasure.ifPresent(asked -> {
                        List<String> waitsFor = new ArrayList<>(personal.underWay(unit, member, asked.askedAt()));
                        failed.stream().filter(what -> !waitsFor.contains(what)).forEach(waitsFor::add);
                        rows.lookedAt(unit, member, givenUp[0], waitsFor, lookedAt);
                    });
                    return member;
                }));
    }

    private static void attempt(String what, MemberId member, List<String> failed, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("The erasure of member {} waits for {} and is tried again", member.value(), what, e);
            failed.add(what);
        }
    }
}
