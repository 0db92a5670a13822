package eu.kontor.program.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Programs.EarningLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random tickets: goods, services, what earns nothing, and discounts with and without categories, in three thousand mixtures. */
class NoTicketEarnsMoreThanWasPaidTest {

    private static final int TICKETS = 3_000;
    private static final LineKind[] SOLD = {
        LineKind.GOODS,
        LineKind.GOODS,
        LineKind.SERVICE,
        LineKind.TIP,
        LineKind.TAX,
        LineKind.VOUCHER_SALE,
        LineKind.FEE
    };
    private static final String[] CATEGORIES = {"", "bread", "BREAD ", "cake", "wine"};

    private final BasisPolicy policy = new BasisPolicy();
    private final EarningPolicy earning = new EarningPolicy();

    @Test
    void no_line_counts_less_than_nothing_nor_more_than_its_amount_and_all_count_what_was_paid_for_what_earns() {
        for (int seed = 0; seed < TICKETS; seed++) {
            List<EarningLine> lines = ticket(new Random(seed));
            MoneyAmount paid = WhatOfASaleCountsTest.paid(lines);
            List<MoneyAmount> counting = policy.of(WhatOfASaleCountsTest.bakery(Counting.DEFAULT), lines, paid);

            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal earns = BigDecimal.ZERO;
            BigDecimal ownDiscountsOfOthers = BigDecimal.ZERO;
            for (int i = 0; i < lines.size(); i++) {
                BigDecimal amount = lines.get(i).amount().amount();
                BigDecimal counted = counting.get(i).amount();
                assertThat(counted).as("ticket %d, line %d", seed, i).isNotNegative();
                assertThat(counted.subtract(amount.max(BigDecimal.ZERO)))
                        .as("ticket %d, line %d", seed, i)
                        .isLessThanOrEqualTo(BigDecimal.ZERO);
                sum = sum.add(counted);
                if (!Counting.EARNS_NOTHING.contains(lines.get(i).kind())) {
                    earns = earns.add(amount);
                } else {
                    ownDiscountsOfOthers = ownDiscountsOfOthers.add(amount);
                }
            }
            assertThat(sum)
                    .as("ticket %d", seed)
                    .isLessThanOrEqualTo(paid.amount().max(BigDecimal.ZERO));
            // What a discount took from its own category that earns nothing, it did not take from what earns.
            assertThat(sum)
                    .as("ticket %d", seed)
                    .isBetween(
                            earns.max(BigDecimal.ZERO),
                            earns.add(ownDiscountsOfOthers).max(BigDecimal.ZERO));
        }
    }

    @Test
    void never_more_points_than_the_amount_paid_gives_at_the_best_rate_whichever_amount_counts() {
        for (int seed = 0; seed < TICKETS; seed++) {
            List<EarningLine> lines = ticket(new Random(seed));
            MoneyAmount paid = WhatOfASaleCountsTest.paid(lines);
            for (Basis basis : Basis.values()) {
                Program bakery = WhatOfASaleCountsTest.bakery(
                        new Counting(Counting.EARNS_NOTHING, basis, List.of(), Map.of(), BigDecimal.ONE));
                long points = earning.evaluate(bakery, lines, paid).points().value();

                assertThat(BigDecimal.valueOf(points))
                        .as("ticket %d, %s", seed, basis)
                        .isLessThan(paid.amount()
                                .max(BigDecimal.ZERO)
                                .multiply(new BigDecimal("4"))
                                .add(BigDecimal.ONE));
            }
        }
    }

    private static List<EarningLine> ticket(Random random) {
        List<EarningLine> lines = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            LineKind kind = SOLD[random.nextInt(SOLD.length)];
            int cents = random.nextInt(random.nextBoolean() ? 20 : 5_000);
            MoneyAmount net = cents(cents - random.nextInt(cents / 5 + 1));
            MoneyAmount gross = cents(cents + random.nextInt(cents / 5 + 1));
            lines.add(new EarningLine(
                    CATEGORIES[random.nextInt(CATEGORIES.length)],
                    kind,
                    cents(cents),
                    random.nextBoolean() ? Optional.of(net) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(gross) : Optional.empty()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            lines.add(new EarningLine(
                    CATEGORIES[random.nextInt(CATEGORIES.length)],
                    random.nextInt(4) == 0 ? LineKind.GOODS : LineKind.DISCOUNT,
                    cents(-random.nextInt(random.nextBoolean() ? 100 : 8_000)),
                    Optional.empty(),
                    Optional.empty()));
        }
        return lines;
    }

    private static MoneyAmount cents(long cents) {
        return new MoneyAmount(BigDecimal.valueOf(cents, 2), ProgramOfACafe.EUR);
    }
}
