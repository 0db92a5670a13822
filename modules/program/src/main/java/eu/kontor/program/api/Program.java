package eu.kontor.program.api;

import eu.kontor.kernel.Points;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One published version of a tenant's program; never changed once published.
 *
 * @param version 1, 2, 3 … within the tenant
 * @param pointsPerUnit the base rate: points per one unit of each currency
 * @param categoryRates rates that replace the base rate for lines of a category
 * @param rounding how a purchase's exact points become whole ones, once per purchase
 * @param expiryMonths after how many months the points expire, 1 to 120
 * @param expiry what the months are counted from
 * @param valuePerPoint what a redeemed point pays at this tenant's till, by currency
 * @param minimumRedemption the least that can be redeemed at once
 * @param protection what of its members' points it protects beyond what the coalition asks of every brand
 * @param counting what of a sale counts
 * @param promotions what is given beside the base, in the order in which they are looked at
 */
public record Program(
        int version,
        LocalDate validFrom,
        Map<Currency, BigDecimal> pointsPerUnit,
        List<CategoryRate> categoryRates,
        PointsRounding rounding,
        int expiryMonths,
        Expiry expiry,
        Map<Currency, BigDecimal> valuePerPoint,
        Points minimumRedemption,
        Protection protection,
        Counting counting,
        List<Promotion> promotions) {

    /** The order says all: two programs with the same promotions are the same. */
    private static final Comparator<Promotion> ORDER =
            Comparator.comparingInt(Promotion::order).thenComparing(Promotion::id);

    public Program {
        promotions = promotions.stream().sorted(ORDER).toList();
    }

    /** Without promotions. */
    public Program(
            int version,
            LocalDate validFrom,
            Map<Currency, BigDecimal> pointsPerUnit,
            List<CategoryRate> categoryRates,
            PointsRounding rounding,
            int expiryMonths,
            Expiry expiry,
            Map<Currency, BigDecimal> valuePerPoint,
            Points minimumRedemption,
            Protection protection,
            Counting counting) {
        this(
                version,
                validFrom,
                pointsPerUnit,
                categoryRates,
                rounding,
                expiryMonths,
                expiry,
                valuePerPoint,
                minimumRedemption,
                protection,
                counting,
                List.of());
    }

    /**
     * What of a sale counts, how much of it points may pay, and when its own can.
     *
     * @param earnsNothing kinds of lines; never a discount, which takes from what earns
     * @param basis which amount of a line earns
     * @param categories that tills may send though no rate names them; those of rates are known anyway
     * @param largestAmount of one sale, where it is not that of {@link eu.kontor.program.api.LargestAmount}
     * @param mostPaidWithPoints the share of a ticket that points may pay, above 0 up to 1
     * @param pendingDays so many days after a purchase's its points can be spent; 0 for at once
     */
    public record Counting(
            Set<LineKind> earnsNothing,
            Basis basis,
            List<String> categories,
            Map<Currency, BigDecimal> largestAmount,
            BigDecimal mostPaidWithPoints,
            int pendingDays) {

        public static final Set<LineKind> EARNS_NOTHING =
                Set.of(LineKind.TIP, LineKind.TAX, LineKind.VOUCHER_SALE, LineKind.DEPOSIT, LineKind.FEE);

        /** Whose points can be spent at once. */
        public Counting(
                Set<LineKind> earnsNothing,
                Basis basis,
                List<String> categories,
                Map<Currency, BigDecimal> largestAmount,
                BigDecimal mostPaidWithPoints) {
            this(earnsNothing, basis, categories, largestAmount, mostPaidWithPoints, 0);
        }

        public static final Counting DEFAULT =
                new Counting(EARNS_NOTHING, Basis.PAID, List.of(), Map.of(), BigDecimal.ONE);
    }

    /** Which amount of a line earns; where the till does not send that one, what was paid. */
    public enum Basis {
        /** Its share of the purchase's amount. */
        PAID,
        NET,
        GROSS
    }

    /** @param name by language, for the sentence that explains an earning */
    public record CategoryRate(
            String rule, String category, Map<String, String> name, Map<Currency, BigDecimal> pointsPerUnit) {}

    public enum Expiry {
        /** From the member's last activity in the coalition. */
        INACTIVITY,
        /** From the purchase; the points expire at the end of that month, whatever the member does. */
        FIXED_TERM
    }

    public enum PointsRounding {
        DOWN,
        HALF_UP,
        UP
    }
}
