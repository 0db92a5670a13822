package eu.kontor.benchmarks.http;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Tills of several tenants, each with a token of its tenant's service account, one tenant after the other. */
public final class Tills {

    private final List<Requests> tenants;
    private final LocalDate day;
    private final LongFunction<String> cards;

    /**
     * @param tokens one per tenant
     * @param cards the card of a member, whose numbers begin with 1
     */
    public Tills(int port, List<String> tokens, LocalDate day, LongFunction<String> cards) {
        this.tenants = tokens.stream().map(token -> new Requests(port, token)).toList();
        this.day = day;
        this.cards = cards;
    }

    /** Purchases of any member. */
    public Till earning(int number, int members) {
        return new EarningTill(tenant(number), day, new SplittableRandom(number), members, cards);
    }

    /** Redemptions of 100 points of members who have more. */
    public Till redeeming(int number, int members) {
        return new RedeemingTill(tenant(number), new SplittableRandom(number), members, cards);
    }

    /** Balances of any member. */
    public Till asking(int number, int members) {
        return new AskingTill(tenant(number), new SplittableRandom(number), members, cards);
    }

    private Requests tenant(int number) {
        return tenants.get(number % tenants.size());
    }
}
