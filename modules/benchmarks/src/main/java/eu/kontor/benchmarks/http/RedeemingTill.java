package eu.kontor.benchmarks.http;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Authorizes a redemption of a member who has points, then captures it: a pair is one unit. */
final class RedeemingTill implements Till {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

    private final Requests requests;
    private final SplittableRandom random;
    private final int members;
    private final LongFunction<String> cards;
    private String hold = "";

    RedeemingTill(Requests requests, SplittableRandom random, int members, LongFunction<String> cards) {
        this.requests = requests;
        this.random = random;
        this.members = members;
        this.cards = cards;
    }

    @Override
    public byte[] next() {
        String key = "redeem-" + KEYS.incrementAndGet();
        if (!hold.isEmpty()) {
            return requests.post("/redemptions/" + hold + "/capture", key, "{}");
        }
        return requests.post(
                "/redemptions",
                key,
                "{\"card\":\"" + cards.apply(1 + random.nextInt(members))
                        + "\",\"outlet\":\"main\",\"points\":100,\"currency\":\"EUR\",\"reference\":\"" + key + "\"}");
    }

    @Override
    public boolean answered(Answer answer) {
        boolean isCaptured = !hold.isEmpty();
        hold = isCaptured ? "" : answer.field("id");
        return isCaptured;
    }
}
