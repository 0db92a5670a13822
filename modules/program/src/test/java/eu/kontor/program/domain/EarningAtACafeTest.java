package eu.kontor.program.domain;

import static eu.kontor.program.domain.ProgramOfACafe.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.Programs.EarningLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarningAtACafeTest {

    private final EarningPolicy policy = new EarningPolicy();
    private final EarningSentence sentence = new EarningSentence();

    @Test
    void aPlainSaleEarnsTheBaseRate() {
        Earning earning = evaluate(PointsRounding.DOWN, List.of(line("", "12.00")));

        assertThat(earning.points()).isEqualTo(Points.of(120));
        assertThat(earning.programVersion()).isEqualTo(3);
        assertThat(earning.parts()).singleElement().satisfies(part -> {
            assertThat(part.rule()).isEqualTo("base");
            assertThat(part.basis().amount()).isEqualByComparingTo("12.00");
        });
    }

    @Test
    void linesOfACategoryEarnItsRateAndTheOthersTheBaseRate() {
        Earning earning = evaluate(
                PointsRounding.DOWN, List.of(line("wine", "4.00"), line("bread", "3.10"), line("wine", "2.00")));

        assertThat(earning.parts()).extracting(Earning.Part::rule).containsExactly("base", "good-wine");
        assertThat(earning.points()).isEqualTo(Points.of(31 + 93));
    }

    @Test
    void aPurchaseIsRoundedOnceAndNotPerLine() {
        var lines = List.of(line("wine", "0.01"), line("wine", "0.01"), line("wine", "0.01"));

        assertThat(evaluate(PointsRounding.UP, lines).points()).isEqualTo(Points.of(1));
        assertThat(evaluate(PointsRounding.HALF_UP, lines).points()).isEqualTo(Points.ZERO);
    }

    @Test
    void aDiscountOfACategoryThatIsNotOnTheBillTakesFromTheRestOfIt() {
        Earning earning = evaluate(PointsRounding.UP, List.of(line("wine", "-10.00"), line("", "12.00")));

        assertThat(earning.points()).isEqualTo(Points.of(20));
    }

    @Test
    void aCurrencyWithoutARateIsRefusedWithTheOnesThatHaveOne() {
        MoneyAmount dollar = MoneyAmount.of("1.00", "USD");
        EarningLine sold = new EarningLine("", LineKind.GOODS, dollar, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> policy.evaluate(ProgramOfACafe.rounding(PointsRounding.UP), List.of(sold), dollar))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.CURRENCY_NOT_USED);
                    assertThat(refusal.details()).containsEntry("allowed", "EUR");
                });
    }

    @Test
    void theReasonIsASentenceInTheCallersLanguage() {
        Earning earning = evaluate(PointsRounding.DOWN, List.of(line("", "1200.00"), line("wine", "0.99")));

        assertThat(sentence.of(earning, "Ronda points", Locale.ENGLISH))
                .isEqualTo("12,015 Ronda points: 10 per EUR on 1,200.00 EUR (base rate)"
                        + " and 15.5 per EUR on 0.99 EUR (good wine), rounded from 12,015.345; program version 3.");
        assertThat(sentence.of(earning, "puntos Ronda", Locale.of("es")))
                .isEqualTo(
                        "12.015 puntos Ronda: 10 por EUR sobre 1.200,00 EUR (tarifa básica)"
                                + " y 15,5 por EUR sobre 0,99 EUR (buen vino), redondeado de 12.015,345; versión 3 del programa.");
        assertThat(sentence.of(earning, "环游积分", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("12,015 环游积分：1,200.00 EUR 按每 EUR 10 分（基本费率），加上 0.99 EUR 按每 EUR 15.5 分（好酒），"
                        + "由 12,015.345 取整；计划第 3 版。");
    }

    private Earning evaluate(PointsRounding rounding, List<EarningLine> lines) {
        MoneyAmount paid = lines.stream()
                .map(EarningLine::amount)
                .reduce(MoneyAmount::plus)
                .orElseThrow();
        return policy.evaluate(ProgramOfACafe.rounding(rounding), lines, paid);
    }
}
