package eu.kontor.checkout.application;

import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReturn;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReversal;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.AccountMerges;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was filed, with the names that rows do not carry. */
@Service
public class TenantTillRecords implements TillRecords {

    /** Own words name one thing; a till that uses them again and again is shown its latest ones. */
    static final int MOST_OF_SAME_WORDS = 20;

    private final TillContext till;
    private final TenantVisits visits;
    private final Transactions transactions;
    private final FiledAnswers filed;
    private final AccountMerges merges;

    @Inject
    public TenantTillRecords(
            TillContext till,
            TenantVisits visits,
            Transactions transactions,
            FiledAnswers filed,
            AccountMerges merges) {
        this.merges = merges;
        this.till = till;
        this.visits = visits;
        this.transactions = transactions;
        this.filed = filed;
    }

    @Override
    public List<Visit> purchases(Caller caller, OwnWords words) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        CheckedWords checked = check(tenant, words);
        return visits.find(tenant, checked.outlet(), checked.words(), MOST_OF_SAME_WORDS);
    }

    @Override
    public Optional<ReversalRecord> reversal(Caller caller, PostingId reversal) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        return transactions
                .asTenant(tenant.id(), unit -> filed.reversal(unit, reversal))
                .map(row -> new ReversalRecord(
                        reversal, new PostingId(reversal.member(), row.purchase()), told(tenant, row)));
    }

    private static Optional<ReversalTold> told(Tenant tenant, FiledReversal row) {
        return row.postedAt()
                .map(at -> new ReversalTold(
                        row.businessDate().orElseThrow(),
                        outlet(tenant, row.outletId()),
                        row.reference(),
                        row.reason(),
                        row.money(),
                        row.refund(),
                        row.takenBack().orElseThrow(),
                        row.owed().orElse(Points.ZERO),
                        row.debtAfter().orElseThrow(),
                        row.availableAfter().orElseThrow(),
                        at));
    }

    @Override
    public Optional<RedemptionRecord> redemption(Caller caller, PostingId hold) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        return transactions.asTenant(
                tenant.id(), unit -> filed.redemption(unit, hold).map(row -> record(unit, tenant, row)));
    }

    @Override
    public List<RedemptionRecord> redemptions(Caller caller, OwnWords words) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        CheckedWords checked = check(tenant, words);
        return transactions.asTenant(
                tenant.id(), unit -> filed
                        .redemptions(
                                unit, checked.outlet(), words.businessDate(), words.reference(), MOST_OF_SAME_WORDS)
                        .stream()
                        .map(row -> record(unit, tenant, row))
                        .toList());
    }

    @Override
    public List<RedemptionRecord> redemptionsOf(Caller caller, MemberId member, int limit) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        int atMost = Math.clamp(limit, 1, Page.MAX_ROWS);
        Set<MemberId> person = merges.samePerson(member);
        return transactions.asTenant(tenant.id(), unit -> filed.redemptions(unit, person, atMost).stream()
                .map(row -> record(unit, tenant, row))
                .toList());
    }

    @Override
    public Optional<RedemptionRecord> redemptionOf(Caller caller, PostingId posting) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        return transactions.asTenant(
                tenant.id(), unit -> filed.redemptionOf(unit, posting).map(row -> record(unit, tenant, row)));
    }

    private RedemptionRecord record(UnitOfWork unit, Tenant tenant, FiledRedemption row) {
        PostingId hold = new PostingId(row.member(), row.number());
        return new RedemptionRecord(
                hold,
                row.state().orElseGet(() -> till.now().isBefore(row.expires()) ? "authorized" : "expired"),
                TenantVisits.outletCode(tenant, row.outletId()),
                row.cardNumber(),
                row.businessDate(),
                row.points(),
                row.value(),
                row.reference(),
                row.expires(),
                row.availableAfter(),
                row.postedAt(),
                row.endedAt()
                        .map(at -> new RedemptionEnd(
                                row.endedOn().orElseThrow(),
                                outlet(tenant, row.endedOutletId().orElse(0)),
                                row.endedReference().orElse(""),
                                row.endedPoints().orElseThrow(),
                                row.endedValue(),
                                row.endedAvailableAfter().orElseThrow(),
                                at)),
                filed.returns(unit, hold).stream()
                        .map(back -> returned(tenant, hold, back))
                        .toList());
    }

    private static ReturnedRedemption returned(Tenant tenant, PostingId hold, FiledReturn back) {
        return new ReturnedRedemption(
                new PostingId(hold.member(), back.returnNumber()),
                back.businessDate(),
                outlet(tenant, back.outletId()),
                back.reference(),
                back.reason(),
                back.points(),
                back.value(),
                back.debtAfter(),
                back.availableAfter(),
                back.postedAt());
    }

    /** @param outletId 0 if nobody said */
    private static Optional<String> outlet(Tenant tenant, int outletId) {
        return outletId == 0 ? Optional.empty() : Optional.of(TenantVisits.outletCode(tenant, outletId));
    }

    @Override
    public Optional<TicketRecord> ticket(Caller caller, PostingId purchase) {
        return visits.get(caller, purchase)
                .map(visit -> new TicketRecord(
                        visit,
                        holdThatPaid(caller, purchase).flatMap(hold -> redemption(caller, hold)),
                        visit.takenBack().reversals().stream()
                                .flatMap(back -> reversal(caller, back).stream())
                                .toList()));
    }

    private Optional<PostingId> holdThatPaid(Caller caller, PostingId purchase) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        return transactions
                .asTenant(tenant.id(), unit -> filed.holdOfTicket(unit, purchase))
                .map(number -> new PostingId(purchase.member(), number));
    }

    @Override
    public Optional<GiftRecord> gift(Caller caller, PostingId gift) {
        Tenant tenant = TenantVisits.permitted(till, caller);
        return transactions
                .asTenant(tenant.id(), unit -> filed.gift(unit, gift))
                .map(row -> new GiftRecord(
                        gift,
                        TenantVisits.outletCode(tenant, row.outletId()),
                        row.cardNumber(),
                        row.recipientCardNumber(),
                        row.businessDate(),
                        row.points(),
                        row.availableAfter(),
                        row.postedAt()));
    }

    /** @throws eu.kontor.kernel.Refusal as {@link #purchases} */
    static int outlet(Tenant tenant, OwnWords words) {
        return check(tenant, words).outlet();
    }

    private record CheckedWords(int outlet, OwnWords words) {}

    private static CheckedWords check(Tenant tenant, OwnWords words) {
        FieldPolicy.present("businessDate", words.businessDate());
        FieldPolicy.required("reference", words.reference());
        return new CheckedWords(PurchasePolicy.outlet(tenant, words.outlet()).id(), words);
    }
}
