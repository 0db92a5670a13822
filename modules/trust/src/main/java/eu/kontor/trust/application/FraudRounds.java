package eu.kontor.trust.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import eu.kontor.trust.persistence.RoundRows;
import eu.kontor.trust.persistence.RoundRows.Correction;
import eu.kontor.trust.persistence.RoundRows.Range;
import eu.kontor.trust.persistence.RoundRows.RoundAmounts;
import eu.kontor.trust.persistence.RoundRows.StaffCard;
import eu.kontor.trust.persistence.RoundRows.TwoPlaces;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few minutes at what was posted since, for what no single posting shows: staff at their own cards, corrections at night, one card at
 * two places. What is found is raised in the transaction that remembers how far was looked, so that nothing is raised twice and nothing is passed
 * over. Round amounts are a matter of whole days, and looked for in each brand's own schema.
 */
@Service
public class FraudRounds {

    private static final Logger LOG = LoggerFactory.getLogger(FraudRounds.class);

    private static final String NAME = "postings";
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** Hours of the brand's clock: outside of them a house is closed, unless somebody sold something in the hour before. */
    private static final int OPENS = 6;

    private static final int CLOSES = 23;

    /** Where no distances are known: between two outlets of a house nobody walks in two minutes, between two brands in ten. */
    private static final int MINUTES_IN_A_BRAND = 2;

    private static final int MINUTES_AMONG_BRANDS = 10;

    /** So many purchases of whole tens in a day, and four of five: a queue pays what it costs. */
    private static final int ROUND_PURCHASES = 8;

    private static final BigDecimal ROUND_SHARE = new BigDecimal("0.8");

    private final Transactions transactions;
    private final Tenants tenants;
    private final Signals signals;
    private final Clock clock;

    @Inject
    public FraudRounds(Transactions transactions, Tenants tenants, Signals signals, Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.signals = signals;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone done, LeasedRounds rounds) {
        rounds.begin("Looking for fraud", FIRST, PAUSE, this::round);
    }

    /** What fails in one brand keeps no other from being looked at. */
    public void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        transactions.asOperator(this::lookAtPostings);
        for (Tenant tenant : tenants.all()) {
            if (tenant.state() == Tenant.State.ACTIVE) {
                try {
                    transactions.asTenant(tenant.id(), unit -> lookAtAmounts(unit, tenant));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "{} could not be looked at for round amounts; it will be in the next round",
                            tenant.slug(),
                            e);
                }
            }
        }
    }

    private Range lookAtPostings(UnitOfWork unit) {
        Range range = RoundRows.begin(unit, NAME, clock.instant());
        if (range.untilXid() < range.horizon()) {
            RoundRows.staffCards(unit, range).forEach(found -> signals.raise(unit, staffCard(found)));
            RoundRows.correctionsAfterHours(unit, range, OPENS, CLOSES)
                    .forEach(found -> signals.raise(unit, correction(found)));
            RoundRows.twoPlaces(unit, range, MINUTES_IN_A_BRAND, MINUTES_AMONG_BRANDS)
                    .forEach(found -> signals.raise(unit, twoPlaces(found)));
            RoundRows.end(unit, NAME, range.horizon());
        }
        return range;
    }

    private static Signal staffCard(StaffCard found) {
        return Signal.of(
                found.isOwn() ? SignalKind.OWN_CARD : SignalKind.COLLEAGUE_CARD,
                found.tenantId(),
                About.person(found.subject()),
                Map.of(
                        "purchase", purchase(found.memberId(), found.postingId()),
                        "member", Long.toString(found.memberId().value()),
                        "points", Long.toString(found.points().value()),
                        "outlet", found.outlet(),
                        "how", found.how()));
    }

    private static Signal correction(Correction found) {
        return Signal.of(
                SignalKind.CORRECTION_AFTER_HOURS,
                found.tenantId(),
                About.person(found.subject()),
                Map.of(
                        "purchase", purchase(found.memberId(), found.postingId()),
                        "member", Long.toString(found.memberId().value()),
                        "points", Long.toString(found.points().value()),
                        "time", found.localTime()));
    }

    /** Of a member at several brands none of them is told. */
    private static Signal twoPlaces(TwoPlaces found) {
        Map<String, String> facts = Map.of(
                "first", found.otherPlace() + " " + purchase(found.memberId(), found.otherPosting()),
                "second", found.place() + " " + purchase(found.memberId(), found.postingId()),
                "minutes", Integer.toString(found.minutes()));
        About member = About.member(found.memberId());
        return found.tenantId().equals(found.otherTenant())
                ? Signal.of(SignalKind.TWO_PLACES, found.tenantId(), member, facts)
                : Signal.amongBrands(SignalKind.TWO_PLACES, member, facts);
    }

    private Tenant lookAtAmounts(UnitOfWork unit, Tenant tenant) {
        LocalDate yesterday =
                clock.instant().atZone(tenant.zone()).toLocalDate().minusDays(1);
        RoundRows.roundAmounts(unit, yesterday, ROUND_PURCHASES, ROUND_SHARE)
                .forEach(found -> signals.raise(unit, roundAmounts(tenant, found)));
        return tenant;
    }

    /** Found again whenever somebody looks at the same day: raised once. */
    private static Signal roundAmounts(Tenant tenant, RoundAmounts found) {
        boolean isMachine = found.role().equals("machine");
        String whose = isMachine ? found.client() + " " + found.till() : found.subject();
        Map<String, String> facts = new TreeMap<>(Map.of(
                "day", found.businessDate().toString(),
                "purchases", Long.toString(found.purchases()),
                "amounts",
                        found.roundOnes() + " × 10: " + found.sumOfRoundOnes().toPlainString() + " "
                                + found.currency()));
        return new Signal(
                SignalKind.ROUND_AMOUNTS,
                Optional.of(tenant.id()),
                isMachine ? About.client(whose) : About.person(whose),
                Optional.of(found.businessDate() + " " + found.currency() + " " + whose),
                facts);
    }

    private static String purchase(MemberId member, long posting) {
        return new PostingId(member, posting).text();
    }
}
