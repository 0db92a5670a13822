package eu.kontor.checkout.application;

import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** When, where and as what a till did something: a possible day, one of the tenant's outlets, a reference that is not too long. */
@Service
public class CheckedStamps {

    private final TillContext till;

    @Inject
    public CheckedStamps(TillContext till) {
        this.till = till;
    }

    /**
     * @param outlet 0 if nobody said
     * @param reference empty text if the till sent none
     * @param reason empty text if nobody gave one
     */
    record CheckedStamp(LocalDate businessDate, int outlet, String reference, String reason) {

        CheckedStamp(LocalDate businessDate, int outlet, String reference) {
            this(businessDate, outlet, reference, "");
        }

        /** Where a return is known; one that is told without an outlet is taken to be where it was sold. */
        int outletOr(int sold) {
            return outlet == 0 ? sold : outlet;
        }

        /** What the ledger refuses for a ticket, in the words of a return. */
        Refusal asReturn(Refusal reason) {
            return reason.code() == RefusalCode.TICKET_DIFFERS
                    ? new Refusal(
                            RefusalCode.RETURN_DIFFERS,
                            "reference",
                            reference,
                            "date",
                            businessDate,
                            "first",
                            reason.details().get("first"))
                    : reason;
        }
    }

    /** @throws eu.kontor.kernel.Refusal {@code DATE_IN_THE_FUTURE}, {@code DATE_TOO_OLD}, {@code OUTLET_UNKNOWN}, {@code FIELD_TOO_LONG} */
    CheckedStamp check(Tenant tenant, TillStamp stamp) {
        PurchasePolicy policy = new PurchasePolicy(till.coalition(), tenant, till.now());
        return new CheckedStamp(
                stamp.businessDate().map(policy::businessDate).orElseGet(() -> till.today(tenant)),
                stamp.outlet()
                        .map(code -> PurchasePolicy.outlet(tenant, code).id())
                        .orElse(0),
                FieldPolicy.optional("reference", stamp.reference().orElse("")),
                FieldPolicy.sentence("reason", stamp.reason().orElse("")));
    }
}
