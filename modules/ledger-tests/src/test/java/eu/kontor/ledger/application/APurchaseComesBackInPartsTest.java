package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.FIRST_WINDOW;
import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.key;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Outcome.Refused;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Returned.SoldLine;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sixty euros earned 120 points: two books for 40.00 that earned all of them, and a magazine for 20.00 that earned nothing. */
class APurchaseComesBackInPartsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId SHOP = DATABASE.tenant("shop");
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final long SOLD = 60_00;
    private static final int BOOKS = 1;
    private static final int MAGAZINE = 2;
    private static final List<SoldLine> LINES = List.of(new SoldLine(2_000, 40_00, 120), new SoldLine(1_000, 20_00, 0));

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void a_quarter_of_the_money_takes_a_quarter_of_the_points() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();

        assertThat(back(sale, amount(15_00)).points()).isEqualTo(Points.of(30));
        assertThat(ledger.available(guest)).isEqualTo(90);
    }

    @Test
    void the_parts_take_the_award_to_the_point_in_whatever_steps() {
        PostingId sale = ledger.earn(guest, SHOP, 100).id();

        assertThat(back(sale, amount(20_00)).points()).isEqualTo(Points.of(33));
        assertThat(back(sale, amount(20_00)).points()).isEqualTo(Points.of(33));
        assertThat(back(sale, amount(20_00)).points()).isEqualTo(Points.of(34));
        assertThat(ledger.available(guest)).isZero();
        assertThat(ledger.refused(reversal(guest, SHOP, sale)).code()).isEqualTo(RefusalCode.PURCHASE_ALREADY_REVERSED);
    }

    @Test
    void a_line_takes_what_it_earned_and_one_that_earned_nothing_takes_nothing() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();

        assertThat(back(sale, units(MAGAZINE, 1_000)).points()).isEqualTo(Points.ZERO);
        assertThat(back(sale, units(BOOKS, 1_000)).points()).isEqualTo(Points.of(60));
        assertThat(back(sale, amount(20_00)).points()).isEqualTo(Points.of(60));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void an_amount_takes_of_what_the_lines_have_left() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();
        back(sale, units(MAGAZINE, 1_000));

        assertThat(back(sale, amount(10_00)).points()).isEqualTo(Points.of(30));
    }

    @Test
    void never_more_money_comes_back_than_was_paid() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();
        back(sale, amount(50_00));

        Refused refused = ledger.refused(reversal(guest, SHOP, sale, amount(10_01)));

        assertThat(refused.code()).isEqualTo(RefusalCode.RETURN_EXCEEDS_PURCHASE);
        assertThat(refused.details()).containsEntry("left", "10.00").containsEntry("wanted", "10.01");
        assertThat(ledger.available(guest)).isEqualTo(20);
    }

    @Test
    void never_more_of_a_line_comes_back_than_was_sold() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();
        back(sale, units(BOOKS, 1_500));

        Refused refused = ledger.refused(reversal(guest, SHOP, sale, units(BOOKS, 1_000)));

        assertThat(refused.code()).isEqualTo(RefusalCode.RETURN_EXCEEDS_LINE);
        assertThat(refused.details()).containsEntry("left", "0.5").containsEntry("wanted", "1");
    }

    @Test
    void what_is_left_comes_back_as_a_whole() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();
        back(sale, amount(15_00));

        assertThat(ledger.reverse(guest, SHOP, sale).points()).isEqualTo(Points.of(90));
        assertThat(ledger.refused(reversal(guest, SHOP, sale, amount(1))).code())
                .isEqualTo(RefusalCode.PURCHASE_ALREADY_REVERSED);
    }

    @Test
    void a_repeated_return_gets_its_first_answer_and_takes_nothing_more() {
        PostingId sale = ledger.earn(guest, SHOP, 120).id();
        RequestKey key = key("return of " + guest, "15.00");

        Outcome first = ledger.post(reversal(key, guest, SHOP, sale, Optional.of(amount(15_00))));
        Posted again = (Posted) ledger.post(reversal(key, guest, SHOP, sale, Optional.of(amount(15_00))));

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(((Posted) first).id());
        assertThat(ledger.available(guest)).isEqualTo(90);
    }

    @Test
    void two_returns_at_once_never_bring_back_more_than_was_sold() throws Exception {
        try (ExecutorService tills = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                PostingId sale = ledger.earn(guest, SHOP, 120).id();
                long before = ledger.available(guest);

                Future<Outcome> one = tills.submit(() -> ledger.post(reversal(guest, SHOP, sale, units(BOOKS, 1_500))));
                Future<Outcome> other =
                        tills.submit(() -> ledger.post(reversal(guest, SHOP, sale, units(BOOKS, 1_500))));

                assertThat(List.of(one.get(), other.get()))
                        .hasAtLeastOneElementOfType(Posted.class)
                        .hasAtLeastOneElementOfType(Refused.class);
                assertThat(ledger.available(guest)).isEqualTo(before - 90);
            }
        }
    }

    @Test
    void what_was_spent_of_the_part_is_owed_and_what_had_expired_is_gone_first() {
        PostingId old =
                ledger.earn(guest, SHOP, TODAY.minusMonths(13), ONE_YEAR, 100).id();
        ledger.redeemOn(guest, HOTEL, TODAY.minusMonths(13), 60);
        ledger.tellEverybody(TODAY.minusMonths(1).minusDays(30));
        ledger.expire(TODAY.minusMonths(1));

        assertThat(back(old, amount(30_00)).points()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isEqualTo(10);
        back(old, amount(30_00));
        assertThat(ledger.owed(guest)).isEqualTo(60);
    }

    @Test
    void every_funder_gets_its_share_back() {
        PostingId sale = ledger.posted(earning(
                        newKey(), guest, SHOP, TODAY, List.of(part(SHOP, TWO_YEARS, 80), part(HOTEL, TWO_YEARS, 40))))
                .id();

        back(sale, amount(15_00));

        assertThat(taken(SHOP)).isEqualTo(20);
        assertThat(taken(HOTEL)).isEqualTo(10);
    }

    @Test
    void after_the_close_it_settles_in_the_running_window_at_the_price_of_the_purchases_month() throws Exception {
        CheckedLedger closing = new CheckedLedger(KontorDatabase.fresh());
        PostingId sale = closing.earn(guest, SHOP, FIRST_WINDOW.atDay(20), TWO_YEARS, 120)
                .id();
        closing.windows.close(FIRST_WINDOW);

        closing.posted(reversal(guest, SHOP, sale, amount(15_00)));

        assertThat(closing.windows.positions(YearMonth.from(TODAY)))
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.kind()).isEqualTo(TransferKind.REVERSE);
                    assertThat(position.points()).isEqualTo(Points.of(30));
                    assertThat(position.businessMonth()).isEqualTo(FIRST_WINDOW);
                    assertThat(position.lateTransfers()).isZero();
                });
        closing.mustBeCoherent();
    }

    /** Random tickets, random returns until everything is back, with earning, spending and giving back in between. */
    @Test
    void whatever_the_order_once_all_is_back_everybody_stands_where_they_began_or_debt_says_what_is_owed() {
        for (int seed = 0; seed < 30; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            MemberId member = newMember();
            long before = random.nextInt(50);
            if (before > 0) {
                ledger.earn(member, HOTEL, before);
            }
            long award = random.nextInt(1, 500);
            PostingId sale = ledger.earn(member, SHOP, award).id();
            long spent = random.nextInt((int) (before + award) + 1);
            if (spent > 0) {
                ledger.redeem(member, HOTEL, spent);
            }
            returnAll(random, member, sale);
            long owedNow = Math.max(spent - before, 0);
            assertThat(ledger.owed(member)).as("seed %d", seed).isEqualTo(owedNow);
            assertThat(ledger.available(member)).as("seed %d", seed).isEqualTo(Math.max(before - spent, 0));
            long takenBack =
                    ledger.transfers.ofMember(CheckedLedger.OPERATOR, member, Optional.empty(), 500).rows().stream()
                            .filter(transfer -> transfer.kind() == TransferKind.REVERSE)
                            .mapToLong(transfer -> transfer.points().value())
                            .sum();
            assertThat(takenBack + owedNow).as("seed %d", seed).isEqualTo(award);
        }
    }

    private void returnAll(RandomGenerator random, MemberId member, PostingId sale) {
        boolean isLeft = true;
        while (isLeft) {
            Returned now =
                    switch (random.nextInt(4)) {
                        case 0 -> units(BOOKS, random.nextInt(1, 2_001));
                        case 1 -> units(MAGAZINE, random.nextInt(1, 1_001));
                        default -> amount(random.nextInt(1, (int) SOLD));
                    };
            Outcome outcome = ledger.post(reversal(member, SHOP, sale, now));
            isLeft = !(outcome instanceof Refused refused && refused.code() == RefusalCode.PURCHASE_ALREADY_REVERSED);
            if (isLeft && random.nextInt(12) == 0) {
                ledger.post(reversal(member, SHOP, sale));
            }
        }
    }

    private long taken(TenantId funder) {
        return ledger.transfers.ofMember(CheckedLedger.OPERATOR, guest, Optional.empty(), 100).rows().stream()
                .filter(transfer -> transfer.kind() == TransferKind.REVERSE)
                .filter(transfer -> transfer.tenant().equals(funder))
                .mapToLong(transfer -> transfer.points().value())
                .sum();
    }

    private Posted back(PostingId sale, Returned part) {
        return ledger.posted(reversal(guest, SHOP, sale, part));
    }

    private static Returned amount(long amount) {
        return new Returned(2, SOLD, LINES, OptionalLong.of(amount), Map.of());
    }

    private static Returned units(int line, long units) {
        return new Returned(2, SOLD, LINES, OptionalLong.empty(), Map.of(line, units));
    }
}
