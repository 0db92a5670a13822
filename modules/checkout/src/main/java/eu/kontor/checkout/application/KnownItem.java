package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.util.List;

/** A file's line of what a till has told already, in a way by which the ledger does not know it: nothing is to be posted. */
final class KnownItem extends TillItem {

    private final PostingId id;
    private final Points points;
    private final Points availableAfter;

    KnownItem(TenantId tenant, PostingId id, Points points, Points availableAfter) {
        super(tenant);
        this.id = id;
        this.points = points;
        this.availableAfter = availableAfter;
    }

    PostingId id() {
        return id;
    }

    Points points() {
        return points;
    }

    /** Then. */
    Points availableAfter() {
        return availableAfter;
    }

    @Override
    List<MemberId> members() {
        return List.of();
    }

    @Override
    Posting next() {
        throw new IllegalStateException("what is known is not posted");
    }

    @Override
    void posted(Outcome.Posted outcome) {
        throw new IllegalStateException("what is known is not posted");
    }
}
