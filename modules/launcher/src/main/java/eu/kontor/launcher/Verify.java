package eu.kontor.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The command {@code verify}: the running system recomputes what its ledger claims and every seal, and each row that differs is named. The
 * server does the work; this follows it.
 */
final class Verify {

    /** A person sees it move, and each look takes a token. */
    private static final long LOOK_EVERY_MILLISECONDS = 1_000;

    private final Supplier<JsonNode> begin;
    private final Supplier<JsonNode> standing;
    private final LongConsumer sleep;
    private final Terminal terminal;

    Verify(OperatorApi operator, Terminal terminal) {
        this(operator::beginVerification, operator::verification, Verify::sleep, terminal);
    }

    /**
     * @param begin the answer of {@code POST /operations/ledger/verification}
     * @param standing the answer of {@code GET} there
     * @param sleep takes milliseconds
     */
    Verify(Supplier<JsonNode> begin, Supplier<JsonNode> standing, LongConsumer sleep, Terminal terminal) {
        this.begin = begin;
        this.standing = standing;
        this.sleep = sleep;
        this.terminal = terminal;
    }

    /**
     * @return whether everything is as it was posted
     * @throws LauncherFailure if the verification was broken off
     */
    boolean run() {
        String beganAt = begin.get().path("beganAt").asText();
        JsonNode now = standing.get();
        while (now.path("underway").path("beganAt").asText().equals(beganAt)) {
            terminal.over(progress(now.path("underway")));
            sleep.accept(LOOK_EVERY_MILLISECONDS);
            now = standing.get();
        }
        terminal.over("");
        JsonNode outcome = now.path("latest");
        if (!outcome.path("beganAt").asText().equals(beganAt)) {
            throw new LauncherFailure("The verification was broken off; ./kontor logs server says why.");
        }
        return tell(outcome);
    }

    private boolean tell(JsonNode outcome) {
        JsonNode findings = outcome.path("findings");
        for (JsonNode finding : findings) {
            terminal.say(
                    finding.path("rule").asText() + ": " + finding.path("where").asText());
        }
        Duration took = Duration.between(
                Instant.parse(outcome.path("beganAt").asText()),
                Instant.parse(outcome.path("endedAt").asText()));
        terminal.say(String.format(
                Locale.ENGLISH,
                "%s: %,d transfers, %,d seals over %,d of them, in %.1f s",
                findings.isEmpty() ? "Everything is as it was posted" : count(findings.size()),
                outcome.path("transfers").asLong(),
                outcome.path("seals").asLong(),
                outcome.path("sealed").asLong(),
                took.toMillis() / 1000.0));
        return findings.isEmpty();
    }

    private static String count(int findings) {
        return findings == 1 ? "1 finding" : findings + " findings";
    }

    private static String progress(JsonNode underway) {
        String what = underway.path("step").asText().equals("seals")
                ? "Seals: %,d of %,d transfers"
                : "Coherence: step %,d of %,d";
        return String.format(
                Locale.ENGLISH,
                what,
                underway.path("done").asLong(),
                underway.path("of").asLong());
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted; the server goes on verifying.", e);
        }
    }
}
