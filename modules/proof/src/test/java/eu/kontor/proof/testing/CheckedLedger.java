package eu.kontor.proof.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.DueNotices;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.expiry.application.ExpiryCalendar;
import eu.kontor.expiry.application.LedgerExpiry;
import eu.kontor.expiry.application.LedgerNotices;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.outbox.api.Outbox;
import eu.kontor.proof.application.CoherenceCheck;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.LocalDate;
import java.util.Optional;

/** A ledger with what stands on it: points expire, and whatever a test did can be checked. */
public final class CheckedLedger extends TestLedger {

    public final ExpiryCalendar expiryCalendar;
    public final LedgerExpiry expiry;
    public final LedgerNotices notices;
    public final CoherenceCheck check;

    public CheckedLedger(KontorDatabase database) {
        this(database.transactions());
    }

    /** What is told is kept in {@link #news}. */
    public CheckedLedger(Transactions transactions) {
        this(transactions, Optional.empty());
    }

    /** What is told goes to an outbox of the caller's. */
    public CheckedLedger(Transactions transactions, Outbox outbox) {
        this(transactions, Optional.of(outbox));
    }

    private CheckedLedger(Transactions transactions, Optional<Outbox> outbox) {
        super(transactions, outbox);
        expiryCalendar = new ExpiryCalendar(coalition, clock);
        expiry = new LedgerExpiry(
                transactions, poster, expiryCalendar, (unit, caller, action, subject, details) -> {}, actors);
        notices = new LedgerNotices(transactions, expiryCalendar);
        check = new CoherenceCheck(transactions, clock);
    }

    /** Everybody was told on that day of what runs out within the days of notice. */
    public void tellEverybody(LocalDate day) {
        DueNotices due = notices.due(OPERATOR, day, 0);
        while (due.last() != 0) {
            notices.record(
                    OPERATOR, due.notices().stream().map(DueNotice::notice).toList(), day, ToldBy.ELSEWHERE);
            due = notices.due(OPERATOR, day, due.last());
        }
    }

    public Expired expire(LocalDate asOf) {
        return expiry.run(OPERATOR, asOf);
    }

    /** To be called after whatever a test did. */
    public void mustBeCoherent() {
        assertThat(check.check().findings()).isEmpty();
    }
}
