package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.node.MissingNode;
import eu.kontor.kernel.Activity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The operator's shared scheme, from {@code coalition.yaml}.
 *
 * @param pointsName the coalition's own name for its points, by language ({@code en}, {@code es}, {@code zh})
 * @param zone the time zone in which settlement windows begin and end
 * @param cardPrefix the first digits of every card of this coalition
 * @param firstWindow the first settlement window; older business dates are refused
 * @param currency in which the operator reads liability
 * @param valuePerPoint what one point is worth to the operator's liability, in {@code currency}
 * @param expiry what keeps points alive, and how long before they expire a member must be told
 * @param protection what every brand must ask of members at least before their points go
 * @param signIn what people must prove when they sign in
 * @param programs what brands owe their members when they change their programs
 * @param retention how long which kind of data is kept, of those of which the file says it ({@link KeptForATime})
 */
public record Coalition(
        String name,
        Map<String, String> pointsName,
        ZoneId zone,
        String cardPrefix,
        YearMonth firstWindow,
        Currency currency,
        BigDecimal valuePerPoint,
        boolean sample,
        ExpiryRules expiry,
        Protection protection,
        SignInRules signIn,
        ProgramRules programs,
        Map<String, Period> retention) {

    public Coalition {
        retention = Map.copyOf(retention);
    }

    /** A coalition that says nothing of programs and retention. */
    public Coalition(
            String name,
            Map<String, String> pointsName,
            ZoneId zone,
            String cardPrefix,
            YearMonth firstWindow,
            Currency currency,
            BigDecimal valuePerPoint,
            boolean sample,
            ExpiryRules expiry,
            Protection protection,
            SignInRules signIn) {
        this(
                name,
                pointsName,
                zone,
                cardPrefix,
                firstWindow,
                currency,
                valuePerPoint,
                sample,
                expiry,
                protection,
                signIn,
                ProgramRules.USUAL,
                Map.of());
    }

    /** A coalition that says nothing of protection. */
    public Coalition(
            String name,
            Map<String, String> pointsName,
            ZoneId zone,
            String cardPrefix,
            YearMonth firstWindow,
            Currency currency,
            BigDecimal valuePerPoint,
            boolean sample,
            ExpiryRules expiry) {
        this(
                name,
                pointsName,
                zone,
                cardPrefix,
                firstWindow,
                currency,
                valuePerPoint,
                sample,
                expiry,
                Protection.USUAL,
                SignInRules.of(MissingNode.getInstance(), sample));
    }

    /** A coalition that says nothing of expiry. */
    public Coalition(
            String name,
            Map<String, String> pointsName,
            ZoneId zone,
            String cardPrefix,
            YearMonth firstWindow,
            Currency currency,
            BigDecimal valuePerPoint,
            boolean sample) {
        this(name, pointsName, zone, cardPrefix, firstWindow, currency, valuePerPoint, sample, ExpiryRules.USUAL);
    }

    /**
     * @param noticeDays nothing expires that was not announced so many days before
     * @param activities what keeps points alive from now on; what a past activity did stays
     */
    public record ExpiryRules(int noticeDays, Set<Activity> activities) {

        /** A month's notice; a visit anywhere in the coalition keeps points alive. */
        public static final ExpiryRules USUAL = new ExpiryRules(30, Set.of(Activity.PURCHASE, Activity.REDEMPTION));

        public ExpiryRules {
            activities = Set.copyOf(activities);
        }
    }

    /** @param noticeDays what a brand publishes in the browser and is worse for members takes effect so many days later at the earliest */
    public record ProgramRules(int noticeDays) {

        /** A month's notice. */
        public static final ProgramRules USUAL = new ProgramRules(30);
    }

    /** Which day it is then for the coalition. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    public String pointsName(Locale language) {
        return pointsName.getOrDefault(language.getLanguage(), pointsName.get("en"));
    }
}
