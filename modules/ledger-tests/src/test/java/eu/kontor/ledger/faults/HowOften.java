package eu.kontor.ledger.faults;

import java.util.Random;

/** How much and from which seed, as system properties say; see the README of the integration tests. */
final class HowOften {

    /** How often PostgreSQL is killed. */
    static final int KILLS = Integer.getInteger("kontor.faults.kills", 20);

    /** From which all randomness of a test follows. */
    static final long SEED = Long.getLong("kontor.faults.seed", new Random().nextLong(1_000_000_000));

    private HowOften() {}

    static void say(String sentence) {
        System.out.println("[faults, seed " + SEED + "] " + sentence);
    }
}
