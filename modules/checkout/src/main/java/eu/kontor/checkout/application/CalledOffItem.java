package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Ticket;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A sale that was called off. Whether it was posted, and for whom, is found when the lines before it are posted. */
final class CalledOffItem extends TillItem {

    /** @param ticket empty without a reference: then nothing can be found */
    record CheckedCall(Optional<Ticket> ticket, int outlet, LocalDate businessDate, String reference) {}

    private final CheckedCall call;
    private Outcome.Posted takenBack;

    CalledOffItem(TenantId tenant, CheckedCall call) {
        super(tenant);
        this.call = call;
    }

    CheckedCall call() {
        return call;
    }

    @Override
    Optional<Ticket> ticket() {
        return call.ticket();
    }

    @Override
    List<MemberId> members() {
        return List.of();
    }

    @Override
    Posting next() {
        throw new IllegalStateException("what is called off is posted by TicketCorrections");
    }

    @Override
    void begin() {
        super.begin();
        takenBack = null;
    }

    @Override
    void posted(Outcome.Posted outcome) {
        takenBack = outcome;
    }

    /** Empty when nothing had been posted. */
    Optional<Outcome.Posted> takenBack() {
        return Optional.ofNullable(takenBack);
    }
}
