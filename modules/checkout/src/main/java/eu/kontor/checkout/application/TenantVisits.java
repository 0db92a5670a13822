package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.DebtAfterEarning;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.Visits;
import eu.kontor.checkout.domain.AwardPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.persistence.FiledPurchases;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPart;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPurchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AccountMerges;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Visits with the names that rows do not carry: the outlet's code from the registry, the rules' names from their version. */
@Service
public class TenantVisits implements Visits {

    /** Prices of last season say little of today's. */
    private static final int DAYS_OF_USUAL_BILLS = 60;

    private final TillContext till;
    private final Programs programs;
    private final Transactions transactions;
    private final FiledPurchases filed;
    private final SoldPurchases sold;
    private final AccountMerges merges;

    @Inject
    public TenantVisits(
            TillContext till,
            Programs programs,
            Transactions transactions,
            FiledPurchases filed,
            SoldPurchases sold,
            AccountMerges merges) {
        this.sold = sold;
        this.merges = merges;
        this.till = till;
        this.programs = programs;
        this.transactions = transactions;
        this.filed = filed;
    }

    @Override
    public List<Visit> ofMember(Caller caller, MemberId member, int limit) {
        Tenant tenant = permitted(till, caller);
        int atMost = Math.clamp(limit, 1, Page.MAX_ROWS);
        Set<MemberId> person = merges.samePerson(member);
        return transactions.asTenant(tenant.id(), unit -> filed.ofMembers(unit, person, atMost)).stream()
                .map(row -> visit(tenant, row))
                .toList();
    }

    @Override
    public List<Seen> latestGuests(Caller caller, int limit) {
        Tenant tenant = permitted(till, caller);
        int atMost = Math.clamp(limit, 1, Page.MAX_ROWS);
        return transactions.asTenant(tenant.id(), unit -> filed.latestGuests(unit, atMost));
    }

    @Override
    public List<PostingId> byReference(Caller caller, String reference, int limit) {
        Tenant tenant = permitted(till, caller);
        LocalDate since = till.today(tenant).minusDays(DAYS_OF_REFERENCES);
        int atMost = Math.clamp(limit, 1, Page.MAX_ROWS);
        return transactions.asTenant(tenant.id(), unit -> filed.calledSo(unit, reference, since, atMost));
    }

    @Override
    public Optional<MoneyAmount> usual(Caller caller, String outlet, Currency currency) {
        Tenant tenant = permitted(till, caller);
        int place = PurchasePolicy.outlet(tenant, outlet).id();
        LocalDate since = till.today(tenant).minusDays(DAYS_OF_USUAL_BILLS);
        return transactions
                .asTenant(tenant.id(), unit -> filed.usualAmount(unit, place, currency.getCurrencyCode(), since))
                .map(amount -> MoneyAmount.rounded(amount, currency));
    }

    @Override
    public Optional<Visit> get(Caller caller, PostingId purchase) {
        Tenant tenant = permitted(till, caller);
        return transactions.asTenant(tenant.id(), unit -> filed.find(unit, List.of(purchase))).stream()
                .map(row -> visit(tenant, row))
                .findFirst();
    }

    /** Why a purchase earned what it did, and what became of the points at once. */
    record Explained(Earning earning, DebtAfterEarning debt) {}

    /** As it was answered first; a batch may ask twice for the same. */
    Map<PostingId, Explained> explained(TenantId tenant, Set<PostingId> purchases) {
        return transactions.asTenant(tenant, unit -> filed.find(unit, purchases)).stream()
                .collect(Collectors.toMap(
                        FiledPurchase::id,
                        row -> new Explained(
                                earning(tenant, row),
                                new DebtAfterEarning(Points.of(row.repaid()), Points.of(row.debtAfter())))));
    }

    /** The filed ones, and before them the one that stands posted and waits to be filed. */
    List<Visit> find(Tenant tenant, int outlet, OwnWords words, int limit) {
        Optional<PostingId> standing = sold.standing(tenant.id(), outlet, words);
        return transactions
                .asTenant(tenant.id(), unit -> {
                    List<FiledPurchase> found =
                            filed.find(unit, outlet, words.businessDate(), words.reference(), limit);
                    List<PostingId> waiting = standing.stream()
                            .filter(id ->
                                    found.stream().noneMatch(row -> row.id().equals(id)))
                            .toList();
                    return Stream.concat(filed.find(unit, waiting).stream(), found.stream())
                            .toList();
                })
                .stream()
                .map(row -> visit(tenant, row))
                .toList();
    }

    static Tenant permitted(TillContext till, Caller caller) {
        caller.mustBe(Role.FRONT_DESK, Role.ADMIN, Role.FINANCE, Role.TILL);
        return till.active(caller.tenantOrRefuse());
    }

    private Visit visit(Tenant tenant, FiledPurchase row) {
        return new Visit(
                row.id(),
                outletCode(tenant, row.outletId()),
                row.businessDate(),
                row.businessTime(),
                new MoneyAmount(row.amount(), Currency.getInstance(row.currency())),
                row.lines(),
                earning(tenant.id(), row),
                Points.of(row.points()),
                row.reversed(),
                row.reference(),
                award(tenant.id(), row),
                takenBack(row));
    }

    private static TakenBack takenBack(FiledPurchase row) {
        Currency currency = Currency.getInstance(row.currency());
        return new TakenBack(
                row.reversals(),
                row.reversed()
                        ? MoneyAmount.zero(currency)
                        : new MoneyAmount(row.amount().subtract(row.returnedAmount()), currency),
                row.reversed() ? Points.ZERO : Points.of(row.points() - row.returnedPoints()));
    }

    private List<AwardPart> award(TenantId tenant, FiledPurchase row) {
        return row.award().isEmpty()
                ? AwardPolicy.award(tenant, programs.version(tenant, row.programVersion()), Points.of(row.points()))
                : row.award();
    }

    private Earning earning(TenantId tenant, FiledPurchase row) {
        Program program = programs.version(tenant, row.programVersion());
        Currency currency = Currency.getInstance(row.currency());
        List<Earning.Part> parts = row.parts().stream()
                .filter(part -> !part.isPromotion())
                .map(part -> new Earning.Part(
                        part.rule(),
                        programs.ruleName(program, part.rule()),
                        new MoneyAmount(part.basis(), currency),
                        part.pointsPerUnit(),
                        part.exactPoints()))
                .toList();
        List<Earning.Promoted> promoted = row.parts().stream()
                .filter(FiledPart::isPromotion)
                .map(part -> new Earning.Promoted(
                        part.rule(),
                        programs.ruleName(program, part.rule()),
                        new MoneyAmount(part.basis(), currency),
                        part.exactPoints(),
                        part.points().orElseThrow(),
                        part.weights()))
                .toList();
        return new Earning(Points.of(row.points()), row.programVersion(), parts, promoted, List.of());
    }

    /** An outlet that left the configuration keeps its number. */
    static String outletCode(Tenant tenant, int outletId) {
        return tenant.outlets().stream()
                .filter(outlet -> outlet.id() == outletId)
                .map(Tenant.Outlet::code)
                .findFirst()
                .orElse("#" + outletId);
    }
}
