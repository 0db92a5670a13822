package eu.kontor.checkout.application;

import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sale or redemption that was called off. Whether it was posted, and for whom, is found when the lines before it are posted. */
final class CalledOffItem extends TillItem {

    /** @param ticket empty without a reference: then nothing can be found */
    record CheckedCall(What what, Optional<Ticket> ticket, int outlet, LocalDate businessDate, String reference) {}

    private final CheckedCall call;
    private Optional<PostingId> told = Optional.empty();
    private Optional<PaidSale> paid = Optional.empty();
    private Outcome.Posted takenBack;

    /** @param hold by which points paid for a part of the sale */
    record PaidSale(PostingId sale, PostingId hold) {}

    CalledOffItem(TenantId tenant, CheckedCall call) {
        super(tenant);
        this.call = call;
    }

    CheckedCall call() {
        return call;
    }

    /** A till has told over the API what is called off, and the ledger knows no ticket of it. */
    void callsOff(PostingId captured) {
        told = Optional.of(captured);
    }

    /** Points paid for a part of what is called off: they come back with it. */
    void paidBy(PaidSale sale) {
        paid = Optional.of(sale);
    }

    /** @param first what is taken back */
    Optional<PostingId> holdOf(PostingId first) {
        return paid.filter(sale -> sale.sale().equals(first)).map(PaidSale::hold);
    }

    boolean isOfRedemption() {
        return call.what() == What.REDEMPTION;
    }

    /** What there is to take back, if anything. */
    Optional<PostingId> first(Map<Ticket, PostingId> standing) {
        return call.ticket().map(standing::get).or(() -> told);
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
