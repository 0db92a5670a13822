package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.application.LedgerWindows;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Random tickets, exchanges and returns until everything is back: everybody stands where they began, or debt says what is owed. */
class WhateverIsExchangedAddsUpTest {

    private static final int SEEDS = 12;
    private static final int TICKETS = 6;

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId shop = stage.tenant("adding-shop");
    private long earned;
    private long back;
    private int keys;

    private record Sold(PostingId id, int units, BigDecimal price) {}

    @Test
    void member_partner_and_window_end_where_they_began_or_debt_says_what_is_owed() {
        long owedByAll = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            CardNumber card = stage.member(shop);
            earned = 0;
            back = 0;
            List<Sold> sold = new ArrayList<>();
            sold.add(sale(random, card, List.of()));
            long spent = seed % 2 == 0 ? 0 : spend(card);
            for (int i = 0; i < TICKETS; i++) {
                Sold some = sold.get(random.nextInt(sold.size()));
                if (random.nextBoolean()) {
                    sold.add(sale(random, card, List.of(some)));
                } else {
                    giveBack(random, card, some);
                }
            }
            sold.forEach(each -> giveBackAll(card, each));

            MemberBalance balance = stage.balance(card);
            assertThat(back).as("seed %d", seed).isEqualTo(earned);
            assertThat(balance.available()).as("seed %d", seed).isEqualTo(Points.ZERO);
            assertThat(balance.debt()).as("seed %d", seed).isEqualTo(Points.of(spent));
            owedByAll += spent;
        }
        assertThat(moved(TransferKind.EARN) - moved(TransferKind.REVERSE) - moved(TransferKind.REPAY))
                .as("what the partner issued and did not get back")
                .isEqualTo(owedByAll);
    }

    /** What comes back on it is refused where nothing is left of it; then the ticket is rung up without. */
    private Sold sale(RandomGenerator random, CardNumber card, List<Sold> toReturn) {
        int units = random.nextInt(1, 5);
        BigDecimal price = BigDecimal.valueOf(random.nextInt(1, 2_000), 2);
        Purchase.Line line =
                new Purchase.Line("NEW", "", BigDecimal.valueOf(units), price.multiply(BigDecimal.valueOf(units)));
        List<Purchase.Line> lines = new ArrayList<>(List.of(line));
        for (Sold some : toReturn) {
            lines.add(new Purchase.Line(
                            "NEW", "", BigDecimal.ONE.negate(), some.price().negate())
                    .returning(new Purchase.Original(
                            new OriginalPurchase.ById(some.id().text()), null)));
        }
        try {
            PurchaseReceipt receipt = answer(checkout.purchase(machine(shop), ticket(card, lines)));
            earned += receipt.earning().points().value();
            receipt.returned().forEach(this::cameBack);
            return new Sold(receipt.id(), units, price);
        } catch (Refusal nothingLeft) {
            assertThat(nothingLeft.code())
                    .isIn(
                            RefusalCode.PURCHASE_ALREADY_REVERSED,
                            RefusalCode.RETURN_EXCEEDS_LINE,
                            RefusalCode.RETURN_EXCEEDS_ITS_PRICE);
            return sale(random, card, List.of());
        }
    }

    private void giveBack(RandomGenerator random, CardNumber card, Sold some) {
        ReturnedGoods part = random.nextBoolean()
                ? goods(
                        Optional.empty(),
                        List.of(new ReturnedLine(Optional.empty(), Optional.of("NEW"), Optional.of(BigDecimal.ONE))))
                : goods(Optional.of(some.price()), List.of());
        reverse(card, some, part);
    }

    private void giveBackAll(CardNumber card, Sold some) {
        reverse(card, some, ReturnedGoods.EVERYTHING);
    }

    private void reverse(CardNumber card, Sold some, ReturnedGoods goods) {
        try {
            cameBack(answer(checkout.reverse(
                    machine(shop), new OriginalPurchase.ById(some.id().text()), key(card), goods)));
        } catch (Refusal nothingLeft) {
            assertThat(nothingLeft.code())
                    .isIn(
                            RefusalCode.PURCHASE_ALREADY_REVERSED,
                            RefusalCode.RETURN_EXCEEDS_LINE,
                            RefusalCode.RETURN_EXCEEDS_PURCHASE);
        }
    }

    private void cameBack(ReversalReceipt receipt) {
        back += receipt.takenBack().value() + receipt.owed().value();
    }

    /** All that is there, for something that earns nothing: it is paid with points. */
    private long spend(CardNumber card) {
        long all = stage.balance(card).available().value();
        if (all < 100) {
            return 0;
        }
        Purchase.Line tip =
                new Purchase.Line(null, "", "", "tip", BigDecimal.ONE, new BigDecimal("1000.00"), null, null);
        stage.tickets()
                .post(
                        machine(shop),
                        new Ticket(
                                ticket(card, List.of(tip)),
                                List.of(new Tender("points", Points.of(all), null)),
                                Optional.of("471183")));
        return all;
    }

    private static ReturnedGoods goods(Optional<BigDecimal> amount, List<ReturnedLine> lines) {
        return new ReturnedGoods(
                amount, Optional.of("EUR"), lines, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private long moved(TransferKind kind) {
        return new LedgerWindows(stage.transactions, stage.calendar)
                .positions(YearMonth.from(TODAY)).stream()
                        .filter(position -> position.tenant().equals(shop) && position.kind() == kind)
                        .mapToLong(position -> position.points().value())
                        .sum();
    }

    private Purchase ticket(CardNumber card, List<Purchase.Line> lines) {
        String key = key(card);
        return new Purchase(
                key,
                card.value(),
                "main",
                lines.stream().map(Purchase.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                "EUR",
                lines,
                TODAY,
                Optional.empty(),
                key);
    }

    private String key(CardNumber card) {
        return ofCard("adds-up-" + ++keys, card);
    }
}
