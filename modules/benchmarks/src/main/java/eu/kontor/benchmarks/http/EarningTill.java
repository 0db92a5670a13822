package eu.kontor.benchmarks.http;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Sends purchases with two lines each, of any member. */
final class EarningTill implements Till {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final int MOST_CENTS = 10_000;
    private static final int CENTS = 100;

    private final Requests requests;
    private final LocalDate day;
    private final SplittableRandom random;
    private final int members;
    private final LongFunction<String> cards;

    EarningTill(Requests requests, LocalDate day, SplittableRandom random, int members, LongFunction<String> cards) {
        this.requests = requests;
        this.day = day;
        this.random = random;
        this.members = members;
        this.cards = cards;
    }

    @Override
    public byte[] next() {
        String key = "bench-" + KEYS.incrementAndGet();
        int food = 1 + random.nextInt(MOST_CENTS);
        int drink = 1 + random.nextInt(MOST_CENTS);
        String json = "{\"card\":\"" + cards.apply(1 + random.nextInt(members)) + "\",\"outlet\":\"main\",\"amount\":"
                + euros(food + drink) + ",\"currency\":\"EUR\",\"businessDate\":\"" + day + "\",\"reference\":\"" + key
                + "\",\"lines\":[{\"sku\":\"F-1\",\"category\":\"food\",\"quantity\":1,\"amount\":" + euros(food)
                + "},{\"sku\":\"D-7\",\"category\":\"drink\",\"quantity\":2,\"amount\":" + euros(drink) + "}]}";
        return requests.post("/purchases", key, json);
    }

    private static String euros(int cents) {
        int rest = cents % CENTS;
        return cents / CENTS + (rest < 10 ? ".0" : ".") + rest;
    }

    @Override
    public boolean answered(Answer answer) {
        return true;
    }
}
