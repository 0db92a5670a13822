package eu.kontor.proof.seal;

import eu.kontor.proof.api.Seals;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals in the background while the servers run. */
@Service
public class SealKeeper {

    /** How long a posting may lie unsealed; a seal for every posting would only make the chain long. */
    private static final int SEAL_EVERY_SECONDS = 20;

    private static final String SETTING = "kontor.seals.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(SealKeeper.class);

    private final Seals seals;
    private final LeasedRounds rounds;
    private final int everySeconds;

    /** @param everySeconds at most between two seals; {@value #SEAL_EVERY_SECONDS} unless set otherwise */
    @Inject
    public SealKeeper(
            Seals seals,
            LeasedRounds rounds,
            @ConfigProperty(name = SETTING, defaultValue = "" + SEAL_EVERY_SECONDS) int everySeconds) {
        this.seals = seals;
        this.rounds = rounds;
        this.everySeconds = everySeconds;
    }

    void start(@Observes MigrationsDone event) {
        start();
    }

    void start() {
        Duration longest = Duration.ofSeconds(everySeconds);
        SealPace pace = new SealPace(longest);
        rounds.begin("Sealing of what was posted", longest, () -> pace.next(seal()));
    }

    /** @return how many transfers; none when it could not be done */
    private long seal() {
        try {
            return seals.seal();
        } catch (RuntimeException e) {
            LOG.warn("What was posted could not be sealed now; the next attempt will do it", e);
            return 0;
        }
    }
}
