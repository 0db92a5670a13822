package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.AwardPolicy;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.checkout.persistence.CorrectionRows.CorrectionRow;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Actors;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.membership.api.Cards;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Carries out a correction that may be: under a key of its own, so that it is posted once however often somebody begins again. */
@Service
public class GoodwillPosting {

    private final Transactions transactions;
    private final Ledger ledger;
    private final Cards cards;
    private final Programs programs;
    private final CorrectionRows rows;
    private final Actors actors;

    @Inject
    public GoodwillPosting(
            Transactions transactions,
            Ledger ledger,
            Cards cards,
            Programs programs,
            CorrectionRows rows,
            Actors actors) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.cards = cards;
        this.programs = programs;
        this.rows = rows;
        this.actors = actors;
    }

    /**
     * In the name of who decided it: the giver within their limit, else the second person.
     *
     * @throws Refusal of the ledger; the correction stays approved, and can be begun again
     */
    void post(Caller caller, Tenant tenant, CorrectionRow correction) {
        Posting posting = posting(tenant, correction).by(actors.idOf(caller));
        Outcome outcome = transactions.asPoster(unit -> {
            cards.enrol(tenant.id(), List.of(correction.member()));
            return ledger.post(List.of(posting)).getFirst();
        });
        switch (outcome) {
            case Outcome.Refused refused -> throw RefusalOf.outcome(refused);
            case Outcome.Posted posted ->
                transactions.asTenant(tenant.id(), unit -> {
                    rows.posted(unit, correction.id(), posted.id(), posted.points());
                    return null;
                });
        }
    }

    private Posting posting(Tenant tenant, CorrectionRow correction) {
        RequestKey key = CanonicalRequest.correctionOfPoints(correction.id());
        if (correction.gives()) {
            return new Posting.Goodwill(
                    key,
                    correction.member(),
                    tenant.id(),
                    correction.businessDate(),
                    correction.points(),
                    AwardPolicy.pocket(programs.validOn(tenant.id(), correction.businessDate())),
                    correction.byOperator(),
                    Optional.empty());
        }
        return new Posting.Reverse(
                key,
                correction.member(),
                tenant.id(),
                correction.businessDate(),
                given(tenant, correction).postingId().orElseThrow(),
                Optional.empty(),
                true,
                Optional.empty());
    }

    private CorrectionRow given(Tenant tenant, CorrectionRow back) {
        long id = back.undoes().orElseThrow();
        return transactions
                .asTenant(tenant.id(), unit -> rows.byId(unit, id))
                .orElseThrow(() -> new Refusal(RefusalCode.CORRECTION_UNKNOWN, "id", id));
    }
}
