package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AHeldLineIsKeptAsItWasReadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 3);
    private static final PostingId FIRST = new PostingId(new MemberId(1), 1);

    static Stream<TillLine> lines() {
        return Stream.of(
                new TillLine.Sale(sale("12.50", List.of()), Points.of(30)),
                new TillLine.Sale(sale(
                        "0.10",
                        List.of(
                                new Purchase.Line(
                                        null,
                                        "Brötchen, \"hell\"",
                                        "",
                                        "goods",
                                        BigDecimal.ONE,
                                        new BigDecimal("0.10"),
                                        null,
                                        null),
                                new Purchase.Line(
                                        "2",
                                        "",
                                        "drinks",
                                        null,
                                        new BigDecimal("1.500"),
                                        new BigDecimal("0.00"),
                                        new BigDecimal("1"),
                                        BigDecimal.TEN)))),
                new TillLine.Sale(sale(
                        "2.00",
                        List.of(
                                new Purchase.Line("", "cake", BigDecimal.ONE, new BigDecimal("5.00")),
                                new Purchase.Line("", "cake", BigDecimal.ONE.negate(), new BigDecimal("-3.00"))
                                        .returning(new Purchase.Original(
                                                new OriginalPurchase.ByWords(new OwnWords("bar", DAY, "T0")), null)),
                                new Purchase.Line("", "cake", BigDecimal.ONE.negate(), BigDecimal.ZERO)
                                        .returning(new Purchase.Original(new OriginalPurchase.ById("1z-4gk2"), "2"))))),
                new TillLine.Sale(new Purchase(
                        "main/T1",
                        "9724010000000013",
                        "main",
                        BigDecimal.ZERO,
                        "EUR",
                        List.of(),
                        DAY,
                        Optional.empty(),
                        "T1",
                        true)),
                new TillLine.Refund(
                        "key",
                        new OriginalPurchase.ByWords(new OwnWords("main", DAY, "T1")),
                        new ReturnedGoods(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(DAY.plusDays(1)),
                                Optional.of("bar"),
                                Optional.of("R1"))),
                new TillLine.CalledOff(What.SALE, "main", DAY, "T1"),
                new TillLine.CalledOff(What.REDEMPTION, "main", DAY, "T1"),
                new TillLine.Redemption("key", "9724010000000013", "main", Points.of(500), DAY, "T1"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatever_kind_it_is(TillLine line) {
        HeldLine held = new HeldLine(line);

        assertThat(HeldLine.read(held.kind().slug(), held.json()).line()).isEqualTo(line);
        assertThat(held.ticket().reference()).isEqualTo("T1");
    }

    @Test
    void its_version_is_what_it_says_and_of_what_takes_back_what_it_takes() {
        TillLine more = new TillLine.Sale(sale("13.00", List.of()));
        PostingId other = new PostingId(new MemberId(1), 2);

        assertThat(version(new TillLine.Sale(sale("12.5", List.of())), FIRST))
                .isEqualTo(version(new TillLine.Sale(sale("12.50", List.of())), other))
                .isNotEqualTo(version(more, FIRST))
                .isNotEqualTo(version(new TillLine.Sale(sale("12.50", List.of()), Points.of(1)), FIRST));
        assertThat(version(new TillLine.CalledOff("main", DAY, "T1"), FIRST))
                .isNotEqualTo(version(new TillLine.CalledOff("main", DAY, "T1"), other))
                .isNotEqualTo(version(new TillLine.CalledOff(What.REDEMPTION, "main", DAY, "T1"), FIRST));
    }

    private static String version(TillLine line, PostingId standing) {
        return new HeldLine(line).version(standing);
    }

    private static Purchase sale(String amount, List<Purchase.Line> lines) {
        return new Purchase(
                "main/T1",
                "9724010000000013",
                "main",
                new BigDecimal(amount),
                "EUR",
                lines,
                DAY,
                lines.isEmpty() ? Optional.empty() : Optional.of(LocalTime.of(9, 58, 11)),
                "T1");
    }
}
