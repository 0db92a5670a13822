package eu.kontor.benchmarks.http;

import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Asks for the balance of any member by card. */
final class AskingTill implements Till {

    private final Requests requests;
    private final SplittableRandom random;
    private final int members;
    private final LongFunction<String> cards;

    AskingTill(Requests requests, SplittableRandom random, int members, LongFunction<String> cards) {
        this.requests = requests;
        this.random = random;
        this.members = members;
        this.cards = cards;
    }

    @Override
    public byte[] next() {
        return requests.get("/cards/" + cards.apply(1 + random.nextInt(members)));
    }

    @Override
    public boolean answered(Answer answer) {
        return true;
    }
}
