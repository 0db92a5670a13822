package eu.kontor.program.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A café's program for tests: 10 points per euro, 15.5 for wine, 0.5 cents a point. */
final class ProgramOfACafe {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency USD = Currency.getInstance("USD");

    private ProgramOfACafe() {}

    static Program version(int version, LocalDate validFrom, PointsRounding rounding) {
        return new Program(
                version,
                validFrom,
                Map.of(EUR, BigDecimal.TEN),
                List.of(new CategoryRate(
                        "good-wine",
                        "wine",
                        Map.of("en", "good wine", "es", "buen vino", "zh", "好酒"),
                        Map.of(EUR, new BigDecimal("15.5")))),
                rounding,
                24,
                Program.Expiry.INACTIVITY,
                Map.of(EUR, new BigDecimal("0.005")),
                Points.of(100),
                Protection.OF_A_BRAND,
                Program.Counting.DEFAULT);
    }

    static Program rounding(PointsRounding rounding) {
        return version(3, LocalDate.of(2026, 1, 1), rounding);
    }

    static EarningLine line(String category, String euros) {
        return new EarningLine(
                category,
                euros.startsWith("-") ? LineKind.DISCOUNT : LineKind.GOODS,
                MoneyAmount.of(euros, "EUR"),
                Optional.empty(),
                Optional.empty());
    }
}
