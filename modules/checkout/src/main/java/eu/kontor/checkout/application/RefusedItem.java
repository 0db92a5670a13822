package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import java.util.List;

/** What was refused before it became anything; keeps its place in a batch. */
final class RefusedItem extends TillItem {

    RefusedItem(TenantId tenant, Refusal reason) {
        super(tenant);
        refuse(reason);
    }

    @Override
    List<MemberId> members() {
        return List.of();
    }

    @Override
    Posting next() {
        throw new IllegalStateException("was refused");
    }

    @Override
    void posted(Outcome.Posted outcome) {
        throw new IllegalStateException("was refused");
    }
}
